"""The states of a run: what leads where, as a table."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from conftest import Project
from readouts.mkdocs.session import Session
from readouts.mkdocs.states import Broken, Plain, PreRendered, State, begun, can_follow, saved
from readouts.problems import Problem

WRONG = (Problem(PurePosixPath("records/x.yaml"), 1, 1, "yaml-empty", "the file holds no record"),)

BEGUN = [
    # why pages cannot be pre-rendered, problems → state
    ("", (), PreRendered()),
    ("`extra: plain` is set", (), Plain()),
    ("", WRONG, Broken(WRONG, complete=False)),
    ("`extra: plain` is set", WRONG, Broken(WRONG, complete=False)),
]

SAVED = [
    # state, problems after the save → state; None where a whole build must follow
    (PreRendered(), (), PreRendered()),
    (PreRendered(), WRONG, Broken(WRONG, complete=True)),
    (Broken(WRONG, complete=True), (), PreRendered()),
    (Broken(WRONG, complete=True), WRONG, Broken(WRONG, complete=True)),
    (Broken(WRONG, complete=False), (), None),
    (Plain(), (), None),
]


@pytest.mark.parametrize(("why_not", "problems", "state"), BEGUN)
def test_how_a_build_begins(why_not: str, problems: tuple[Problem, ...], state: State) -> None:
    # What is wrong with the records counts more than how pages are made.
    assert begun(why_not, problems) == state


@pytest.mark.parametrize(("before", "problems", "after"), SAVED)
def test_what_a_save_leads_to(before: State, problems: tuple[Problem, ...], after: State | None) -> None:
    # Only a complete site can follow a save by itself.
    assert can_follow(before) == (after is not None)
    if after is not None:
        assert saved(problems) == after


def test_a_save_during_a_build_is_not_lost(small_project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    # A hand-written page that is saved after MkDocs began to read is a change for the next look.
    monkeypatch.chdir(small_project.folder)
    config = load_config("mkdocs.yml")
    session: Session = config.hooks["scripts/hooks.py"].SESSION  # type: ignore[call-overload]  # by name, once read
    session.startup("serve")
    about = Path("docs/about/index.md")
    navigation = session.navigation

    def meanwhile(nav: object) -> None:
        navigation(nav)  # type: ignore[arg-type]  # whatever MkDocs gives
        about.write_text(about.read_text(encoding="utf-8") + "\nSaved meanwhile.\n", encoding="utf-8")

    monkeypatch.setattr(session, "navigation", meanwhile)
    build(config)
    monkeypatch.setattr(session, "navigation", navigation)
    whole: list[str] = []
    session.follow(config, lambda: whole.append("built"))
    assert whole == ["built"]
    build(config)
    session.follow(config, lambda: whole.append("built again"))
    assert whole == ["built"]
