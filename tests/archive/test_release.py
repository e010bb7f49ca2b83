"""The digest of the data: of what the records say and of nothing else, and anybody can work it out from the published files."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import FROZEN, TREE, edit
from readouts import Archive, open_archive
from readouts.archive.release import digest, digest_of, version_beside
from readouts.exports import api
from readouts.model import Place
from readouts.model.base import adapter
from readouts.model.collections import COLLECTIONS


def worked_out(archive: Archive) -> str:
    """The digest by the recipe on the page about versions, from the files of the interface in JSON."""
    files = {key: json.loads(api.make(archive, key, "")) for _, key in api.files(archive)}
    lines = []
    for kind in (each.id for each in COLLECTIONS):
        for key, file in files.items():
            if key.startswith(f"{kind}/") and file.get("record"):
                text = json.dumps(file["record"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
                own = sha256(text.encode()).hexdigest()
                assert file["digest"] == own[:16]
                lines.append((f"{kind}/{file['id']}", own))
    listing = "".join(f"{own}  {path}\n" for path, own in sorted(lines))
    return f"sha256:{sha256(listing.encode()).hexdigest()}"


@pytest.mark.parametrize("records", [TREE, FROZEN])
def test_it_is_worked_out_from_the_published_files(records: Path) -> None:
    archive = open_archive(records)
    assert worked_out(archive) == archive.digest


def _other_way_round(data: Any) -> Any:  # noqa: ANN401  # any YAML
    """The same with the keys of every mapping in another order."""
    if isinstance(data, dict):
        return {key: _other_way_round(data[key]) for key in reversed(data)}
    return [_other_way_round(each) for each in data] if isinstance(data, list) else data


def test_it_does_not_follow_the_layout(tmp_path: Path) -> None:
    # Keys in another order, other quotation marks and line breaks, a comment, what is the rule written out; elsewhere on the disk.
    whole = open_archive(TREE).digest
    shutil.copytree(TREE, tmp_path / "somewhere/else")
    for path in (tmp_path / "somewhere/else").rglob("*.yaml"):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # it makes texts of everything
        text = yaml.dump(_other_way_round(data), allow_unicode=True, default_style='"', width=60, sort_keys=False)
        path.write_text(f"# A comment.\n{text}", encoding="utf-8")
    place = tmp_path / "somewhere/else/meetings/2034/2034-03-04-fiji-iceland.yaml"
    place.write_text(place.read_text(encoding="utf-8") + "status: held\n", encoding="utf-8")
    assert open_archive(tmp_path / "somewhere/else").digest == whole


def test_it_follows_every_record(tmp_path: Path) -> None:
    # A word of a statement, a record that went, and one with another id.
    shutil.copytree(TREE, tmp_path / "records")
    found = {open_archive(TREE).digest}
    edit(tmp_path / "records", [{"in": "topics.yaml", "replace": "Animals that sing.", "with": "Animals that hum."}])
    found.add(open_archive(tmp_path / "records").digest)
    (tmp_path / "records/people/spare-one.yaml").write_text(
        "name: {family: Spare, given: One}\ncountry: IS\n", encoding="utf-8"
    )
    found.add(open_archive(tmp_path / "records").digest)
    (tmp_path / "records/people/spare-one.yaml").rename(tmp_path / "records/people/spare-two.yaml")
    found.add(open_archive(tmp_path / "records").digest)
    assert len(found) == 4


def test_a_known_one() -> None:
    # By hand: `printf '%s' '…' | sha256sum`. A whole number has no point.
    place = adapter(Place).validate_python(
        {
            "id": "suva",
            "name": "Suva",
            "country": "FJ",
            "zone": "Pacific/Fiji",
            "coordinates": {"latitude": "-18.0", "longitude": "178.45"},
        }
    )
    own = digest_of(place)
    text = '{"coordinates":{"latitude":-18,"longitude":178.45},"country":"FJ","name":"Suva","zone":"Pacific/Fiji"}'
    assert own == sha256(text.encode()).hexdigest()
    one, other = ("places", "suva", "1" * 64), ("people", "a", "2" * 64)
    lines = f"{'2' * 64}  people/a\n{'1' * 64}  places/suva\n"
    assert digest([one, other]) == digest([other, one]) == f"sha256:{sha256(lines.encode()).hexdigest()}"


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("version: 1.10\n", "1.10"),
        ('cff-version: 1.2.0\nversion: "2.0.0"\n', "2.0.0"),
        ("- version\n", ""),
        ("version: [\n", ""),
        ("", ""),
    ],
)
def test_the_version_beside_the_records(tmp_path: Path, text: str, version: str) -> None:
    # As it is written: 1.10 is no number.
    (tmp_path / "CITATION.cff").write_text(text, encoding="utf-8")
    assert version_beside(tmp_path / "records") == version
    shutil.copytree(TREE, tmp_path / "records")
    assert open_archive(tmp_path / "records").version == version
