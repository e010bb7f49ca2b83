"""A real `mkdocs serve`: one build for one save, problems shown instead of a stale site, and healing."""

from __future__ import annotations

import re
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest

from conftest import Project
from html_text import tags
from serving import PAGE, RECORD, serving


def test_saving_a_record_rebuilds_once(small_project: Project) -> None:
    # One save, one build, although the build writes pages into the folder that MkDocs watches by default.
    with serving(small_project) as server:
        server.until(PAGE, "Invites the minister to watch whales")
        server.settled()
        assert server.builds() == 1
        small_project.edit(RECORD, "title: First Fiji–Iceland consultations", "title: Consultations on herring")
        server.until(PAGE, "Consultations on herring")
        assert "Consultations on herring" in server.get("")  # the home page lists it by its title
        server.settled()
        assert server.builds() == 2
        small_project.edit("docs/about/index.md", "# About Readouts", "# About these readouts")
        server.until("about/", "About these readouts")
        server.settled()
        assert server.builds() == 3


@pytest.mark.parametrize("poll", [False, True])
def test_a_record_may_come_and_go(small_project: Project, poll: bool) -> None:  # noqa: FBT001  # a parameter of the test
    # A new file, in a new folder and saved under another name first, has its page, and its place in the lists; without it,
    # both are gone again. So it is whether the system tells of saves or the server looks for them.
    small_project.edit("mkdocs.yml", "poll: false", f"poll: {str(poll).lower()}")
    with serving(small_project) as server:
        server.until(PAGE, "Invites the minister to watch whales")
        old = small_project.folder / "records/meetings/2032/2032-fiji-iceland.yaml"
        new = old.parents[1] / "2033/2033-fiji-iceland.yaml"
        new.parent.mkdir()
        text = old.read_text(encoding="utf-8").replace('date: "2032"', 'date: "2033"')
        half = new.with_name(".2033-fiji-iceland.yaml.swp")
        half.write_text(text + "title: Talks on herring\n", encoding="utf-8")
        half.rename(new)
        server.until("relations/fiji-iceland/", "Talks on herring")
        assert "Talks on herring" in server.get("meetings/2033/2033-fiji-iceland/")
        new.parent.rename(small_project.folder / "2033")  # the folder with all that is in it
        server.until("meetings/2033/2033-fiji-iceland/", "status 404")
        assert "Talks on herring" not in server.get("relations/fiji-iceland/")


def test_a_broken_record_is_shown_and_healed(small_project: Project) -> None:
    # The server survives; terminal and browser show the same problems; mending the file brings the pages back.
    with serving(small_project) as server:
        server.until(PAGE, "Invites the minister to watch whales")
        small_project.edit(RECORD, "kind: foreign-ministers", "kind: <b>foreign</b>")
        page = server.until(PAGE, "1 problem in the records")
        assert "records/meetings/2031/2031-05-06-fiji-iceland.yaml" in page
        assert "<strong>Line 2, column 7</strong>" in page
        assert "&lt;b&gt;foreign&lt;/b&gt;" in page
        assert "whales" not in page
        assert "1 problem in the records" in server.get("")
        printed = "".join(server.lines)
        assert re.search(r"2031-05-06-fiji-iceland\.yaml:2:7: not-in-list “<b>foreign</b>”", printed)
        assert "Traceback" not in printed
        small_project.edit(RECORD, "kind: <b>foreign</b>", "kind: foreign-ministers")
        server.until(PAGE, "Invites the minister to watch whales")


def test_serving_can_begin_with_a_broken_record(small_project: Project) -> None:
    # Even where no page was ever written, the home page shows what is wrong.
    small_project.edit(RECORD, "date: 2031-05-06\n", "date: someday\n")
    with serving(small_project) as server:
        assert "<strong>Line 5, column 7</strong>" in server.until("", "1 problem in the records")
        small_project.edit(RECORD, "date: someday\n", "date: 2031-05-06\n")
        server.until(PAGE, "Invites the minister to watch whales")


def test_a_warning_is_shown_above_the_pages(small_project: Project) -> None:
    # Every page stays and says what is warned of, with the line of the file; what is on disk says nothing of it.
    path = small_project.folder / RECORD
    line = next(number for number, text in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if "start: 05:45" in text)
    with serving(small_project) as server:
        assert "ro-warnings" not in server.until(PAGE, "Invites the minister to watch whales")
        small_project.edit(RECORD, "start: 05:45", "start: 05:15")
        page = server.until(PAGE, "1 warning in the records")
        assert "Invites the minister to watch whales" in page
        assert f"<strong>{RECORD}:{line}:16</strong>" in page
        assert "warning: this clock showed 05:45 on 7 May 2031" in page
        shown, caret = re.findall(r'<pre class="ro-excerpt">(.*)\n<span aria-hidden="true">(.*)</span></pre>', page)[0]
        assert shown[len(caret) - 1 :].startswith("05:15")
        assert "1 warning in the records" in server.get("")
        assert "1 warning in the records" in server.get("about/")
        assert "ro-warnings" not in server.get("assets/readouts.css").replace(".ro-warnings", "")
        assert "warning in the records" not in server.get("sitemap.xml")
        small_project.edit(RECORD, "start: 05:15", "start: 05:45")
        server.until_printed("written")
        assert "ro-warnings" not in server.until(PAGE, "Invites the minister to watch whales")
        assert "ro-warnings" not in server.get("about/")


def test_serving_can_begin_with_a_warning(small_project: Project) -> None:
    # Also where nothing changed since a build that knew of it, and where MkDocs reads the pages one by one.
    small_project.edit(RECORD, "start: 05:45", "start: 05:15")
    assert small_project.mkdocs("build").returncode == 0
    built = (small_project.folder / "site" / PAGE / "index.html").read_text(encoding="utf-8")
    assert "ro-warnings" not in built
    with serving(small_project) as server:
        server.until(PAGE, "1 warning in the records")
    small_project.edit("mkdocs.yml", "extra:\n", "extra:\n  plain: true\n")
    with serving(small_project) as server:
        server.until(PAGE, "1 warning in the records")


def test_a_problem_is_shown_with_its_line(small_project: Project) -> None:
    # The caret stands below the column; nothing in the line becomes markup.
    small_project.edit(RECORD, "kind: foreign-ministers", "kind: <b>foreign</b>")
    with serving(small_project) as server:
        page = server.until(PAGE, "1 problem in the records")
        excerpt = (
            '<pre class="ro-excerpt">2 | kind: &lt;b&gt;foreign&lt;/b&gt;\n<span aria-hidden="true">  |       ^</span></pre>'
        )
        assert excerpt in page
        assert "ro-warnings" not in page


def test_a_page_that_is_gone_leads_elsewhere(small_project: Project) -> None:
    # An address without a page, below a path of the site's own, too, leads to the lists and to the search.
    small_project.edit("mkdocs.yml", "docs_dir: docs\n", "docs_dir: docs\nsite_url: https://example.org/archive/\n")
    with serving(small_project) as server:
        server.until(f"archive/{PAGE}", "Invites the minister to watch whales")
        with pytest.raises(HTTPError) as caught:
            server.get("archive/people/nobody/")
        assert caught.value.code == 404
        page = caught.value.read().decode("utf-8")
        links = {
            urlsplit(attributes["href"] or "").path for tag, attributes in tags(page) if tag == "a" and attributes.get("href")
        }
        for folder in ("search", "meetings", "relations", "countries", "people", "topics", "places", "changes"):
            assert f"/archive/{folder}/" in links
        for link in links:
            server.get(link.removeprefix("/"))


def test_pages_wait_while_the_records_are_broken(small_project: Project) -> None:
    # A hand-written page saved in between is a whole build; when the record is mended, no page is written again but the overviews.
    with serving(small_project) as server:
        server.until(PAGE, "Invites the minister to watch whales")
        small_project.edit(RECORD, "kind: foreign-ministers", "kind: foreign")
        server.until(PAGE, "1 problem in the records")
        small_project.edit("docs/about/index.md", "# About Readouts", "# About these readouts")
        server.until_printed("Documentation built")
        server.until(PAGE, "1 problem in the records")
        small_project.edit(RECORD, "kind: foreign", "kind: foreign-ministers")
        server.until(PAGE, "Invites the minister to watch whales")
        assert "About these readouts" in server.get("about/")
        written = [line for line in server.lines if "Records:" in line and "written" in line]
        overviews = 11  # pages of the navigation, in whose place MkDocs wrote the problems
        assert f"Records: {overviews} pages written, 0 removed, {60 - overviews} unchanged" in written[-1]
