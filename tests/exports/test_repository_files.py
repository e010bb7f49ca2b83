"""What a repository’s host and Zenodo read of the project: they agree with the package and with each other."""

from __future__ import annotations

import json
import re

import yaml

from conftest import ROOT
from readouts.archive.release import version_beside


def test_they_agree() -> None:
    # Citation File Format 1.2.0 asks for version, message, title and authors; Zenodo for title, type, description and creators.
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    zenodo = json.loads((ROOT / ".zenodo.json").read_text(encoding="utf-8"))
    assert cff["cff-version"] == "1.2.0"
    assert cff["message"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", cff["version"])
    assert version_beside(ROOT / "records") == cff["version"]
    assert "version" not in zenodo  # it takes that of the release
    assert cff["title"] == zenodo["title"]
    assert cff["type"] == zenodo["upload_type"] == "dataset"
    assert cff["abstract"] == zenodo["description"]
    assert [each["name"] for each in cff["authors"]] == [each["name"] for each in zenodo["creators"]]
    assert cff["license"] == zenodo["license"] == "MIT"
    assert cff["keywords"] == zenodo["keywords"]
