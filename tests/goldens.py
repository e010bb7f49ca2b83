"""`make goldens`: writes the expected pages of the invented records anew. Read every change before it is committed."""

from __future__ import annotations

from conftest import ROOT, TREE, all_pages
from readouts import open_archive
from readouts.render.markdown import document


def main() -> None:
    """Write each page that is there already; an empty file asks for a new one."""
    pages = {page.path: page for page in all_pages(open_archive(TREE))}
    folder = ROOT / "tests/golden"
    for file in sorted(folder.rglob("*.md")):
        file.write_text(document(pages[file.relative_to(folder).as_posix()]), encoding="utf-8")


if __name__ == "__main__":
    main()
