"""`python -m bench.picture bench.json … docs/assets/performance.svg`: how times grow with the archive."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import altair as alt

SHOWN = {
    "mkdocs": "plain MkDocs",
    "zensical": "Zensical",
    "hugo": "Hugo, minimal layout",
    "cold": "Readouts, cold",
    "one-changed": "Readouts, one record changed",
    "unchanged": "Readouts, nothing changed",
    "saved": "Readouts, a save while serving",
}


def main(*paths: str) -> None:
    """Draw the measurements of all but the last path into the last."""
    found = [each for path in paths[:-1] for each in json.loads(Path(path).read_text(encoding="utf-8"))["measurements"]]
    rows = [
        {"records": each["records"], "seconds": each["seconds"], "what": SHOWN[each["name"]]}
        for each in found
        if each["name"] in SHOWN
    ]
    scale = alt.Scale(type="log")
    chart = (
        alt.Chart(alt.Data(values=rows), width=560, height=340, background="transparent")
        .mark_line(point=True)
        .encode(
            x=alt.X("records:Q", scale=scale, title="Records"),
            y=alt.Y("seconds:Q", scale=scale, title="Seconds"),
            color=alt.Color("what:N", title=None, sort=list(SHOWN.values())),
        )
        .configure(font="sans-serif")
        .configure_axis(
            labelColor="#7a8190", titleColor="#7a8190", gridColor="#7a819040", domainColor="#7a8190", tickColor="#7a8190"
        )
        .configure_legend(labelColor="#7a8190")
        .configure_view(stroke=None)
    )
    chart.save(paths[-1])


if __name__ == "__main__":
    main(*sys.argv[1:])
