"""`make lighthouse`: Lighthouse's scores of the home page, a relation and a meeting, on a phone, as a host that compresses would serve them.

Needs Node; Lighthouse itself is fetched by npx.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from browser import FLAGS, find
from conftest import ROOT, Project, Quiet, hosting

VERSION = "12"
PAGES = ("", "relations/japan-peru/", "meetings/2014/2014-11-10-japan-peru/")
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 3


class _Compressing(Quiet):
    def send_head(self) -> BytesIO | BinaryIO | None:
        """A file, compressed where that is worth it."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.exists() or path.suffix not in (".html", ".css", ".js", ".json", ".svg", ".xml"):
            return super().send_head()
        data = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        return BytesIO(data)


def scores(url: str) -> tuple[dict[str, int], list[str]]:
    """The scores of a page in hundredths, and the audits that cost some: of the run whose performance is the median."""
    runs = sorted((_scores(url) for _ in range(RUNS)), key=lambda run: run[0]["performance"])
    return runs[RUNS // 2]


def _scores(url: str) -> tuple[dict[str, int], list[str]]:
    command = ["npx", "--yes", f"lighthouse@{VERSION}", url, "--quiet", "--output=json", "--output-path=stdout"]
    command.append(f"--chrome-flags=--headless {' '.join(FLAGS)}")
    done = subprocess.run(command, env={**os.environ, "CHROME_PATH": str(find())}, capture_output=True, text=True, check=True)
    report = json.loads(done.stdout)
    found = {name: round(100 * each["score"]) for name, each in report["categories"].items()}
    weighed = {ref["id"] for each in report["categories"].values() for ref in each["auditRefs"] if ref["weight"]}
    audits = [
        f"{name}: {audit['score']} {audit.get('displayValue', '')}"
        for name, audit in report["audits"].items()
        if name in weighed and audit["score"] is not None and audit["score"] < 1
    ]
    return found, audits


def main() -> None:
    """Print the scores; fail where one is too low."""
    low = False
    with hosting(Project(ROOT), _Compressing) as address:
        for page in PAGES:
            found, audits = scores(address + page)
            print(page or "home", found, *audits, sep="\n  ")
            low |= any(found[name] < least for name, least in LEAST.items())
    sys.exit(low)


if __name__ == "__main__":
    main()
