"""`python -m bench.weight`: how many bytes of site there are for each record, by what they are, of synthetic archives or of a built site.

    RECORDS="1000 2000" make weight

What grows faster than the records is a mistake: the last column tells how many times as much there is of it in the last archive as in the first.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import click

from bench.synthetic import generate
from conftest import make_project

KB = 1000


def kind(path: Path) -> str:
    """What a file of the site is, by its address with `*` for ids and numbers: `meetings/*/*`, `atom/topics/*`."""
    folder, *inner = path.parts
    if not inner:
        return "(top)"
    if folder == "data":
        return path.as_posix()
    if path.name == "index.html":
        own = [part if part in ("brief", "topics") else "*" for part in inner[:-1]]
        return "/".join((folder, *own))
    if folder == "api":
        return "/".join(path.parts[:3]) + "/*"
    return "/".join((folder, *inner[:1])) + "/*" if len(inner) > 1 else f"{folder}/*"


def weigh(site: Path) -> dict[str, list[int]]:
    """Bytes of the files of each kind."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for path in site.rglob("*"):
        if path.is_file():
            found[kind(path.relative_to(site))].append(path.stat().st_size)
    return found


def built(records: int, folder: Path) -> Path:
    """The site of a synthetic archive.

    Raises:
        RuntimeError: where it could not be built.
    """
    generate(folder / "records", records)
    project = make_project(folder / "project", folder / "records")
    project.edit("docs/about/index.md", "../meetings/2014/2014-11-10-japan-peru.md", "../meetings/index.md")
    done = project.mkdocs("build")
    if done.returncode:
        raise RuntimeError(done.stderr)
    return project.folder / "site"


@click.command()
@click.argument("records", type=int, nargs=-1)
@click.option("--site", type=click.Path(path_type=Path, exists=True), help="A site of so many records that was built before.")
def main(records: tuple[int, ...], site: Path | None) -> None:
    """Weigh archives of these sizes."""
    weighed: list[tuple[int, dict[str, list[int]]]] = []
    most: Counter[int] = Counter()
    for number in records or (1000,):
        with tempfile.TemporaryDirectory() as folder:
            at = site or built(number, Path(folder))
            weighed.append((number, weigh(at)))
            for each in at.rglob("*"):
                if each.is_dir():
                    most[number] = max(most[number], sum(1 for _ in each.iterdir()))
    last = weighed[-1][1]
    click.echo(f"{'kB for each record, files':40}" + "".join(f"{number:>10,} records" for number, _ in weighed))
    for name in sorted({name for _, found in weighed for name in found}, key=lambda each: -sum(last.get(each, ()))):
        cells = [(sum(found.get(name, ())) / KB / number, len(found.get(name, ()))) for number, found in weighed]
        first = sum(weighed[0][1].get(name, ()))
        grown = f"{sum(last.get(name, ())) / first:8.2f}" if first and len(weighed) > 1 else ""
        click.echo(f"{name:40}" + "".join(f"{weight:9.2f} {files:>8,}" for weight, files in cells) + grown)
    for number, found in weighed:
        total = sum(map(sum, found.values())) / KB / number
        files = sum(map(len, found.values()))
        click.echo(f"{number:,} records: {total:.1f} kB each, {files:,} files, at most {most[number]:,} in a folder")


if __name__ == "__main__":
    sys.exit(main())
