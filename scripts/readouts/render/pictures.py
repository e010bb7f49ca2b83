"""Pictures drawn by Vega-Lite (https://vega.github.io/vega-lite/) through vl-convert, as SVG.

vl-convert runs a JavaScript engine, whose threads do not survive a fork; so it is a process of its own, started when the first picture
is asked for and ended with this one. Without vl-convert (it is large, and comes with the extra `pictures`) there are no pictures: whatever a
picture shows stands in the page in words, too.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from functools import cached_property, lru_cache
from html import escape
from importlib.metadata import PackageNotFoundError, version

Spec = dict[str, object]

INK = "currentColor"
"""Pictures take the colour of the text around them, light or dark."""

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
"""What labels are measured with, which comes with vl-convert, and fonts of the same widths; the padding is for others."""

_CONFIG: Spec = {
    "background": None,
    "font": FONT,
    "padding": {"left": 24, "right": 5, "top": 5, "bottom": 5},
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 12,
        "labelColor": INK,
        "titleColor": INK,
        "gridColor": INK,
        "gridOpacity": 0.15,
        "domain": False,
        "tickColor": INK,
    },
}
_DRAW = """
import sys, json, vl_convert
for line in sys.stdin:
    try:
        made = {"svg": vl_convert.vegalite_to_svg(json.loads(line))}
    except ValueError as error:
        made = {"error": str(error)}
    print(json.dumps(made), flush=True)
"""


def link(number: int) -> str:
    """What stands for an address in a specification: Vega would resolve a relative one against an address of its own."""
    return f"https://link.invalid/{number}/"


class Pictures:
    """Draws, if the library is there. A fork may go on with a copy: it starts a drawing process of its own."""

    def __init__(self) -> None:
        self._drawer: tuple[int, subprocess.Popen[str]] | None = None
        """The drawing process, and which process started it."""
        self._drawn = lru_cache(maxsize=256)(self._draw)

    @cached_property
    def engine(self) -> str:
        """The version of what draws; empty where nothing can be drawn."""
        try:
            return version("vl-convert-python")
        except PackageNotFoundError:
            return ""

    def draw(self, spec: Spec, links: Sequence[str] = ()) -> str:
        """The SVG of a Vega-Lite specification, without an empty line. The same specification gives the same bytes.

        Args:
            spec: The specification.
            links: The addresses that `link(0)`, `link(1)` … in it stand for.

        Raises:
            ValueError: where it is none.
        """
        svg = self._drawn(json.dumps({"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "config": _CONFIG, **spec}))
        return re.sub(r"https://link\.invalid/(\d+)/", lambda found: escape(links[int(found[1])]), svg)

    def stop(self) -> None:
        """End the drawing process of this process, if there is one."""
        if self._drawer and self._drawer[0] == os.getpid():
            self._drawer[1].communicate()
        self._drawer = None

    def _draw(self, spec: str) -> str:
        drawer = self._process()
        assert drawer.stdin  # noqa: S101  # they are pipes
        assert drawer.stdout  # noqa: S101  # as above
        drawer.stdin.write(spec + "\n")
        drawer.stdin.flush()
        made = json.loads(drawer.stdout.readline())
        if "error" in made:
            raise ValueError(made["error"])
        svg = str(made["svg"]).replace("xlink:href=", "href=")  # as SVG 2 has it; crawlers take no other for a link
        svg = re.sub(r'(<a [^>]*>)(<path aria-label="([^"]*)")', r"\1<title>\3</title>\2", svg)  # what a pointer is told
        return re.sub(r"\n\s*\n", "\n", svg)

    def _process(self) -> subprocess.Popen[str]:
        if self._drawer and self._drawer[0] == os.getpid() and self._drawer[1].poll() is None:
            return self._drawer[1]
        command = [sys.executable, "-c", _DRAW]
        here = {**os.environ, "TZ": "UTC", "LC_ALL": "C.UTF-8"}  # Vega draws days on the clock of the machine
        pipe = subprocess.PIPE
        drawer = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", env=here)  # noqa: S603  # our own command
        self._drawer = os.getpid(), drawer
        atexit.register(self.stop)
        return drawer
