"""`make fonts`: cuts the site's two faces out of Adobe's Source Serif 4 and Source Sans 3 (SIL Open Font Licence). Needs npm.

The packages are pinned by their digests and fontTools by its version, so that the same files come out everywhere. As the licence asks,
what is changed has a name of its own: the reserved name is “Source”.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from conftest import ROOT

FONTS = ROOT / "docs/assets/fonts"
LICENCE = ROOT / "docs/about/fonts-licence.txt"
MOST = 70_000
"""Bytes of all files together."""

SIGNS = "‐‑–—‘’“”„…′″‹›•€→←↑↓↗−×≤≥"
LEFT_OUT = "ĬĭĲĳĿŀŉŦŧĸſ"
"""No name needs them, and not all faces have them."""

LETTERS = {
    *map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C))),
    *SIGNS,
} - set(LEFT_OUT)
"""What the faces can write: the languages of Europe and romanized Japanese (ā, ō). Other scripts are the reader's system's."""

FEATURES = ("kern", "liga", "tnum")
"""What is kept of OpenType: `tnum` has figures of one width."""


@dataclass(frozen=True)
class Package:
    """An npm package, pinned."""

    name: str
    version: str
    sha512: str

    def files(self, folder: Path) -> tarfile.TarFile:
        """What it holds, fetched by npm; `SystemExit` where it is not what it was."""
        subprocess.run(["npm", "pack", "--silent", f"{self.name}@{self.version}"], cwd=folder, check=True, capture_output=True)
        data = (folder / f"{self.name}-{self.version}.tgz").read_bytes()
        if base64.b64encode(hashlib.sha512(data).digest()).decode() != self.sha512:
            raise SystemExit(f"{self.name}@{self.version} is not the package that was pinned.")
        return tarfile.open(fileobj=BytesIO(data))


@dataclass(frozen=True)
class Face:
    """One file to cut: its source, its new name, and the part of a variable font that is kept."""

    package: Package
    source: str
    name: str
    file: str
    axes: dict[str, float | tuple[float, float]]


SERIF = Package(
    "source-serif", "4.5.1", "NUAh5IzF7KiUu2gTpqE+ed9MNbMe4st7LIIXZ0OHHSPc6gg86H67j04M8sIhU2qqFd26btXaFQ2ge5u/p72j0Q=="
)
SANS = Package(
    "source-sans", "3.52.0", "xsm7qlMI/JwxwNdp6pvpR6l+aZjn90fzOzoeUz/qoohIYbKbDwQNRIz5/ItYs7/hvqLirQNUoDFGXSVA3TU9tw=="
)
FACES = (
    Face(SERIF, "VAR/SourceSerif4Variable-Roman.ttf", "Readouts Serif", "serif.woff2", {"opsz": 14, "wght": (400, 600)}),
    Face(SANS, "VF/SourceSans3VF-Upright.ttf", "Readouts Sans", "sans.woff2", {"wght": (400, 600)}),
    Face(SANS, "TTF/SourceSans3-It.ttf", "Readouts Sans Italic", "sans-italic.woff2", {}),
)


def cut(data: bytes, face: Face) -> bytes:
    """The face's letters and axes as WOFF 2."""
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    missing = sorted(LETTERS - set(map(chr, font.getBestCmap())) - {"\u2011"})  # browsers write a hyphen for this one
    if missing:
        raise SystemExit(f"{face.name} lacks {' '.join(missing)}")
    options = Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]  # names, copyright and licence
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=map(ord, LETTERS))
    subsetter.subset(font)
    if face.axes:
        font = instantiateVariableFont(font, face.axes)
    for name_id in (1, 4, 6):
        font["name"].setName(face.name.replace(" ", "") if name_id == 6 else face.name, name_id, 3, 1, 0x409)
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def main() -> None:
    """Write the faces and their licence; say how large they are."""
    with tempfile.TemporaryDirectory() as folder:
        packages = {package: package.files(Path(folder)) for package in (SERIF, SANS)}
        made = {face.file: cut(_member(packages[face.package], face.source), face) for face in FACES}
        licences = [_member(files, "LICENSE.md").decode() for files in packages.values()]
    size = sum(map(len, made.values()))
    if size > MOST:
        raise SystemExit(f"The faces are {size} bytes large, more than {MOST}.")
    FONTS.mkdir(exist_ok=True)
    for name, data in made.items():
        (FONTS / name).write_bytes(data)
        print(f"{name}: {len(data)} bytes")
    about = f"The site's faces are cut from {' and '.join(f'{p.name} {p.version}' for p in packages)} by `make fonts`, and renamed.\n\n"
    LICENCE.write_text(about + "\n\n".join(licences), encoding="utf-8")


def _member(files: tarfile.TarFile, path: str) -> bytes:
    found = files.extractfile(f"package/{path}")
    assert found
    return found.read()


if __name__ == "__main__":
    main()
