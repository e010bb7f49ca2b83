"""The links “Edit this record” and “Report an error”: where they lead, and that they are there only where the repository is known.

Addresses as the hosts document them: GitHub, “Creating an issue from a URL query”; GitLab, “Create an issue using a URL with prefilled
values”; Gitea and Forgejo, whose editor is at `_edit/<branch>/` and whose issues take `title` and `body`.
"""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from conftest import ROOT
from readouts.archive.archive import Archive
from readouts.pages import all_jobs, page_of
from readouts.pages.published import ERROR_FORM, Published
from readouts.render.blocks import Link, Page, Paragraph
from readouts.render.markdown import document

RECORD = "records/people/abe-shinzo.yaml"

EDITORS = [
    # repo_url, edit_uri → where the record is edited
    ("https://github.com/o/r", None, f"https://github.com/o/r/edit/main/{RECORD}"),
    ("https://www.github.com/o/r/", None, f"https://www.github.com/o/r/edit/main/{RECORD}"),
    ("https://gitlab.com/g/s/r", None, f"https://gitlab.com/g/s/r/-/edit/main/{RECORD}"),
    ("https://gitlab.example.org/r", None, f"https://gitlab.example.org/r/-/edit/main/{RECORD}"),
    ("https://codeberg.org/o/r", None, f"https://codeberg.org/o/r/_edit/main/{RECORD}"),
    ("https://gitea.example.org/o/r", None, f"https://gitea.example.org/o/r/_edit/main/{RECORD}"),
    ("https://git.example.org/o/r", None, ""),
    ("https://github.com/o/r", "edit/develop/docs/", f"https://github.com/o/r/edit/develop/{RECORD}"),
    ("https://github.com/o/r", "edit/develop/sub/docs", f"https://github.com/o/r/edit/develop/sub/{RECORD}"),
    ("https://git.example.org/o/r", "?file=docs/", ""),  # docs would be a part of a name
    ("https://git.example.org/o/r", "?file=/docs/", f"https://git.example.org/o/r/?file=/{RECORD}"),
    ("https://git.example.org/o/r", "/e/docs/", f"https://git.example.org/e/{RECORD}"),
    ("https://github.com/o/r", "https://edit.example/docs/", f"https://edit.example/{RECORD}"),
    ("https://github.com/o/r", "", ""),
    ("https://github.com/o/r", "edit/main/pages/", ""),  # another repository, perhaps: the records are not known to be beside
    ("javascript:alert(1)//github.com/", None, ""),
    ("", None, ""),
]


@pytest.mark.parametrize(("repo_url", "edit_uri", "expected"), EDITORS)
def test_where_a_record_is_edited(repo_url: str, edit_uri: str | None, expected: str) -> None:
    assert Published.of("", repo_url, edit_uri, "docs").edit(RECORD) == expected


def fields(address: str) -> dict[str, str]:
    """What a form is filled in with."""
    return {name: value for name, (value,) in parse_qs(urlsplit(address).query, strict_parsing=True).items()}


def test_a_report_on_github_fills_in_the_form() -> None:
    # The parameters are the ids of the form's fields; nothing in a title can add another.
    found = Published.of("https://x.example/a", "https://github.com/o/r", None, "docs").report(
        'A & B?title=x#y "é" (1)', "people/b/", RECORD
    )
    assert found.startswith("https://github.com/o/r/issues/new?")
    assert not set(found) & set(' "#()é')
    assert fields(found) == {
        "template": "error.yml",
        "title": 'Error: A & B?title=x#y "é" (1)',
        "page": "https://x.example/a/people/b/",
        "record": RECORD,
    }
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / ERROR_FORM).read_text(encoding="utf-8"))
    assert {"page", "record"} <= {each.get("id") for each in form["body"]}


def test_a_report_elsewhere_says_the_same_in_its_text() -> None:
    # GitLab and Gitea have no forms that an address could fill in, but a text.
    gitlab = Published.of("", "https://gitlab.com/g/r", None, "docs").report("T", "people/b/", RECORD)
    assert gitlab.startswith("https://gitlab.com/g/r/-/issues/new?")
    assert fields(gitlab) == {"issue[title]": "Error: T", "issue[description]": f"Page: people/b/\nRecord: {RECORD}\n\n"}
    codeberg = Published.of("https://x.example/", "https://codeberg.org/o/r", None, "docs").report("T", "")
    assert fields(codeberg) == {"title": "Error: T", "body": "Page: https://x.example/\n\n"}
    assert Published.of("", "https://git.example.org/o/r", None, "docs").report("T", "") == ""


def shown(archive: Archive, published: Published) -> dict[str, tuple[Page, list[Link]]]:
    """Every page with its links of that kind."""
    found = {}
    for job in all_jobs(archive):
        page, _ = page_of(job, archive, published)
        last = page.blocks[-1] if page.blocks else None
        links = last.content if isinstance(last, Paragraph) and last.cls == "ro-feedback" else ()
        found[page.path] = page, [each for each in links if isinstance(each, Link)]
    return found


def test_every_page_leads_to_its_record(small: Archive) -> None:
    # Pages of records lead to the record's file; all but those that only keep a former address, to the form.
    pages = shown(small, Published.of("", "https://github.com/o/r", None, "docs"))
    edited = {path: str(links[0].to) for path, (_, links) in pages.items() if len(links) == 2}
    assert edited["people/vula-seru.md"] == "https://github.com/o/r/edit/main/records/people/vula-seru.yaml"
    assert edited["topics/fish.md"] == "https://github.com/o/r/edit/main/records/topics.yaml"
    assert edited["meetings/2031/2031-05-06-fiji-iceland.md"].endswith("records/meetings/2031/2031-05-06-fiji-iceland.yaml")
    assert edited["relations/fiji-iceland.md"].endswith("records/relations/fiji-iceland.yaml")
    for path, (page, links) in pages.items():
        texts = [each.content for each in links]
        report = [] if page.moved_to else [("Report an error",)]
        assert texts == ([("Edit this record",), *report] if path in edited else report), path
    assert not {"index.md", "countries/fj.md", "topics/index.md", "reference/fields.md"} & edited.keys()
    assert any(page.moved_to for page, _ in pages.values())


def test_the_links_are_ordinary_markdown(small: Archive) -> None:
    # Any engine shows them.
    page, _ = shown(small, Published.of("", "https://github.com/o/r", None, "docs"))["people/vula-seru.md"]
    *_, last = document(page).rstrip("\n").split("\n\n")
    assert last.startswith(
        "[Edit this record](https://github.com/o/r/edit/main/records/people/vula-seru.yaml) · [Report an error]("
    )


def test_no_page_has_a_link_where_the_repository_is_not_known(small: Archive) -> None:
    # As the project is delivered.
    assert {len(links) for _, links in shown(small, Published("https://x.example/")).values()} == {0}
