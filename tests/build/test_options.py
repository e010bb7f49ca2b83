"""What the settings of a project say to more than MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest

from readouts.build.options import Options


@pytest.mark.parametrize(
    ("text", "switches"),
    [
        ("extra: {parquet: true, poll: false, plain: Yes}\n", {"parquet", "plain"}),
        ("extra:\n  parquet: 'true'\n  search: on # a comment\n", {"search"}),
        ("extra: [parquet]\nplugins: !ENV x\n", set()),
        ("parquet: true\n", set()),
        ("- no settings\n", set()),
        ("extra: {\n", set()),
    ],
)
def test_switches(tmp_path: Path, text: str, switches: set[str]) -> None:
    # What is true for YAML as MkDocs reads it, and stands among the extra; settings that cannot be read are MkDocs’s to tell of.
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert Options.of(tmp_path).switches == switches
