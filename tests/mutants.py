"""`make mutants`: the code is broken in places drawn by lot, one at a time, and the tests must notice.

Cosmic Ray breaks it: a comparison, a sign, a number, a condition. What is broken is what decides whether the archive can be trusted: how a
file is read, what is refused, and what a page claims. The same places are drawn each time.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
from pathlib import Path

import click
from cosmic_ray.commands import init
from cosmic_ray.modules import find_modules
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.work_db import WorkDB, use_db

from conftest import ROOT

BROKEN = ("source", "checks", "pages/parts/comparison.py", "pages/parts/matrix.py", "pages/parts/ledger.py")
TESTS = "tests/source tests/checks tests/pages tests/model"
GOAL = 0.85
SECONDS = 120.0
# Types are not looked at while the code runs, so `str & None` for `str | None` changes nothing.
NOTHING = "BitOr"


def main(number: int) -> int:
    """Break so many places in a copy of the project, print those that no test noticed, and say how many were."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "node_modules", "site", "__pycache__"))
        os.chdir(copy)
        os.environ |= {"PYTHONPATH": str(copy / "scripts"), "PYTHONDONTWRITEBYTECODE": "1"}
        command = f"{sys.executable} -m pytest -x -q -p no:cacheprovider {TESTS}"
        with use_db("places.sqlite", WorkDB.Mode.create) as places:
            init(find_modules([Path("scripts/readouts", each) for each in BROKEN]), places, {})
            found = [each for item in places.work_items for each in item.mutations if NOTHING not in each.operator_name]
        found.sort(key=lambda each: (str(each.module_path), each.start_pos, each.operator_name, each.occurrence))
        drawn = random.Random(0).sample(found, min(number, len(found)))  # noqa: S311  # the same lot each time, not a secret
        noticed = 0
        for each in drawn:
            result = mutate_and_test([each], command, SECONDS)
            noticed += result.is_killed
            if not result.is_killed:
                click.echo(result.diff)
    click.echo(f"{noticed} of {len(drawn)} were noticed")
    return 0 if noticed >= GOAL * len(drawn) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
