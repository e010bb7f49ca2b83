"""Finds a Chromium for the browser tests, installs one where there is none, and says what it did.

Run by `make test` before the tests: `python tests/browser.py`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
ELSEWHERE = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("C:/Program Files/Google/Chrome/Application/chrome.exe"),
    Path("C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"),
)
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")


def find() -> str | None:
    """The path of a Chromium: `BROWSER_PATH`, one on the PATH or in the usual places, or Playwright's own."""
    if (chosen := os.environ.get("BROWSER_PATH")) and Path(chosen).exists():
        return chosen
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return next((str(path) for path in (*ELSEWHERE, *_playwrights()) if path.exists()), None)


def _playwrights() -> list[Path]:
    """Where Playwright keeps the browsers it has downloaded."""
    home = Path.home()
    folders = (home / ".cache/ms-playwright", home / "Library/Caches/ms-playwright", home / "AppData/Local/ms-playwright")
    names = ("chrome-linux*/chrome", "chrome-mac*/Chromium.app/Contents/MacOS/Chromium", "chrome-win*/chrome.exe")
    return sorted(path for folder in folders for name in names for path in folder.glob(f"chromium-*/{name}"))


def install() -> bool:
    """Install a Chromium: Debian's package where this user may, else Playwright's own download."""
    attempts: list[list[list[str]]] = []
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        attempts.append(
            [["apt-get", "update", "-qq"], ["apt-get", "install", "-qq", "--yes", "--no-install-recommends", "chromium"]]
        )
    attempts.append([[sys.executable, "-m", "playwright", "install", "chromium"]])
    for commands in attempts:
        print(f"No browser found: trying {' '.join(commands[-1])}", flush=True)
        if all(subprocess.run(command, check=False).returncode == 0 for command in commands) and find():
            return True
    return False


def main() -> int:
    """Say which browser the tests will use."""
    if find() is None and not install():
        print("No browser could be installed. Install Chromium and set BROWSER_PATH to it.", file=sys.stderr)
        return 1
    print(f"Browser for the tests: {find()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
