"""The same tree builds with Zensical: engines come and go, the pages stay."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

from conftest import Project, quiet
from html_text import squeezed


class Article(HTMLParser):
    """The title of a page, and the text and links of its article."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.text: list[str] = []
        self.links: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where the parser is, and a link."""
        if tag in ("title", "article"):
            self.inside.append(tag)
        link = dict(attrs).get("href") if tag == "a" and "article" in self.inside else None
        if link:
            self.links.append(link)

    def handle_endtag(self, tag: str) -> None:
        """Leave the title or the article."""
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        """Keep a text that belongs to either."""
        if self.inside == ["title"]:
            self.title += data
        elif "article" in self.inside:
            self.text.append(data)


def read(site: Path, page: str) -> tuple[str, str, list[str]]:
    """Title, text and links of a page; links as they lead, however they are written."""
    article = Article()
    article.feed((site / page).read_text(encoding="utf-8"))
    links = [urljoin(f"https://example.org/{page.removesuffix('index.html')}", link) for link in article.links]
    return article.title.strip(), squeezed("".join(article.text)), links


def test_the_same_pages_with_zensical(real_site: Project, tmp_path: Path) -> None:
    # Titles, texts and links of every page are those of MkDocs; Zensical runs no hook and finds nothing to complain of. The search is the same, too.
    copy = Project(tmp_path / "project")
    shutil.copytree(real_site.folder, copy.folder, ignore=shutil.ignore_patterns("site", ".cache"))
    command = [str(Path(sys.executable).parent / "zensical"), "build", "--strict"]
    done = subprocess.run(command, cwd=copy.folder, env=quiet(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    first, second = real_site.folder / "site", copy.folder / "site"
    pages = {path.relative_to(first).as_posix() for path in first.rglob("index.html")}
    assert pages == {path.relative_to(second).as_posix() for path in second.rglob("index.html")}
    differ = {page: (one, other) for page in sorted(pages) if (one := read(first, page)) != (other := read(second, page))}
    assert differ == {}
    indexed = [sys.executable, "scripts/build.py", "index"]
    assert subprocess.run(indexed, cwd=copy.folder, env=quiet(), check=False).returncode == 0
    entries = [json.loads((site / "pagefind/pagefind-entry.json").read_text(encoding="utf-8")) for site in (first, second)]
    assert entries[0]["languages"]["en"]["page_count"] == entries[1]["languages"]["en"]["page_count"]
    assert '<form class="ro-find"' in (second / "index.html").read_text(encoding="utf-8")
