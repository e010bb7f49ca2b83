"""From files to records: whatever happens to the files, and however much is wrong with them."""

from __future__ import annotations

import time
from pathlib import Path

from readouts.archive.load import load

MEETING = """\
kind: summit
date: 2031-05-06
delegations: [{for: FJ}, {for: IS}]
readouts:
  - publisher: mfa-is
    language: is
    read: part
    recorded: part
    statements:
"""


def test_time_grows_with_the_number_of_problems_only(tmp_path: Path) -> None:
    # Two seconds are far more than so many take, and far less than they take where time grows with the square.
    file = tmp_path / "meetings/2031/2031-05-06-fiji-iceland.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(MEETING + "      - {act: thank, gst: Thanks.}\n" * 4000, encoding="utf-8")
    start = time.process_time()
    assert len(load(tmp_path).problems) == 4000
    assert time.process_time() - start < 2
