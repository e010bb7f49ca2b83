"""What stands at the address of a record that is gone."""

from __future__ import annotations

from conftest import all_pages
from readouts import Archive
from readouts.render.blocks import texts


def test_an_address_tells_why_its_record_is_gone(small: Archive) -> None:
    # By hand, from the invented tree: of two kinds and with a former id, which makes four.
    pages = {page.path: page for page in all_pages(small)}
    for path in ("topics/treaty-of-suva", "topics/suva-treaty", "occasions/treaty-of-suva", "occasions/suva-treaty"):
        page = pages[f"{path}.md"]
        said = "".join(texts(page.blocks)).replace("\u00a0", " ")
        assert f"The record {path} was taken out of the archive (1 July 2031). The treaty was invented twice." in said
        assert not page.moved_to
