"""`make picture`: takes the README's picture of the Abe–Humala talk; with `--check` says whether it still shows what the page says.

The words in the picture are written into its file, so that it can be compared without comparing dots, which no two machines draw alike.
"""

from __future__ import annotations

import struct
import sys
import zlib

from playwright.sync_api import Page, ViewportSize, sync_playwright

from browser import FLAGS, find
from conftest import ROOT, Project, hosting

PICTURE = ROOT / ".github/talk.png"
TALK = "meetings/2014/2014-11-10-japan-peru/"
SIZE: ViewportSize = {"width": 1180, "height": 720}
MOST = 150_000
"""Bytes."""

KEY = b"Description"
"""The keyword that PNG has for what a picture shows (its specification, 11.3.3.2)."""

IN_VIEW = """() => {
  const words = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange()
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode)
    const box = range.getBoundingClientRect()
    if (box.height && box.bottom > 0 && box.top < innerHeight) words.push(texts.currentNode.data)
  }
  return words.join(" ").split(/\\s+/).filter(Boolean).join(" ")
}"""


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """The parts of a PNG: kinds and data."""
    found, at = [], 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        found.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + length]))
        at += length + 12
    return found


def with_words(png: bytes, words: str) -> bytes:
    """The PNG with what it shows written into it."""
    first, *more = chunks(png)
    said = (b"iTXt", KEY + bytes(5) + words.encode())  # not compressed, of no stated language, under no other keyword
    written = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (first, said, *more)
    ]
    return png[:8] + b"".join(written)


def words_of(png: bytes) -> str:
    """What a PNG says that it shows."""
    return next((data.partition(bytes(5))[2].decode() for kind, data in chunks(png) if kind == b"iTXt"), "")


def looked_at(tab: Page, address: str) -> str:
    """Open the talk and return the words in view, once the faces are there."""
    tab.goto(address + TALK)
    tab.evaluate("document.fonts.ready")
    words: str = tab.evaluate(IN_VIEW)
    return words


def main(*, check: bool) -> None:
    """Take the picture, or compare it."""
    with hosting(Project(ROOT)) as address, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=find(), args=list(FLAGS))
        tab = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        words = looked_at(tab, address)
        png = with_words(tab.screenshot(), words)
        browser.close()
    if check:
        sys.exit(
            None
            if words_of(PICTURE.read_bytes()) == words
            else f"{PICTURE.name} shows another page than today’s: run `make picture`."
        )
    if len(png) > MOST:
        sys.exit(f"The picture is {len(png)} bytes large, more than {MOST}.")
    PICTURE.write_bytes(png)
    print(f"{PICTURE.relative_to(ROOT)}: {len(png)} bytes")


if __name__ == "__main__":
    main(check="--check" in sys.argv)
