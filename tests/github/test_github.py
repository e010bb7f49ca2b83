"""What runs on GitHub: workflows that ask for no more than they need and call what exists, forms that GitHub takes, and the hook.

The rules of forms are those of GitHub's “Syntax for issue forms” and “Syntax for GitHub's form schema”; there is no copy of its schemas here.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import click
import pytest
import yaml

from conftest import ROOT, Project
from readouts.build.options import Options
from readouts.cli import COMMANDS
from readouts.pages import FILES, FOLDERS

Data: TypeAlias = dict[str, Any]
"""A mapping of YAML, of any form: what it may hold is what is tested."""

WORKFLOWS = sorted((ROOT / ".github/workflows").iterdir())
FORMS = sorted(path for path in (ROOT / ".github/ISSUE_TEMPLATE").iterdir() if path.name != "config.yml")
RECORD = "records/meetings/2031/2031-05-06-fiji-iceland.yaml"


class Strict(yaml.SafeLoader):
    """Takes no key twice, and `on` for what it says."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002  # PyYAML's signature
        """A mapping without two keys alike."""
        keys = [key.value for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"{node.start_mark}: a key stands here twice"
        return super().construct_mapping(node, deep)


Strict.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> Data:
    """What a file holds."""
    found = yaml.load(path.read_text(encoding="utf-8"), Strict)  # noqa: S506  # a safe loader
    assert isinstance(found, dict), path
    return found


def steps(workflow: Data) -> Iterator[Data]:
    """Every step of every job."""
    for job in workflow["jobs"].values():
        yield from job["steps"]


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.name)
def workflow(request: pytest.FixtureRequest) -> Data:
    """Each workflow in turn."""
    path: Path = request.param
    assert path.suffix == ".yml"
    return read(path)


def test_a_workflow_has_what_it_needs_and_no_more(workflow: Data) -> None:
    # Rights are named and only read, but where a site is published; runs end, and the older of two gives way or is waited for.
    assert {"name", "on", "permissions", "concurrency", "jobs"} == workflow.keys()
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["concurrency"].keys() == {"group", "cancel-in-progress"}
    events = workflow["on"] if isinstance(workflow["on"], dict) else {workflow["on"]: None}
    assert events.keys() <= {
        "push",
        "pull_request",
        "workflow_dispatch",
        "schedule",
    }  # never one that gives a fork's code rights or secrets
    for name, job in workflow["jobs"].items():
        assert job["runs-on"] == "ubuntu-latest"
        assert 0 < job["timeout-minutes"] <= 30
        if "permissions" in job:
            assert (workflow["name"], name) == ("Publish", "deploy")
            assert job["permissions"] == {"pages": "write", "id-token": "write"}
            assert "run" not in str(job["steps"])  # nothing of the project runs with those rights
            assert "pull_request" not in events
        assert {*job.get("needs", "").split()} <= workflow["jobs"].keys()
    assert "secrets." not in str(workflow)


def test_steps_use_actions_of_a_version(workflow: Data) -> None:
    # Of GitHub's own actions, by commit: a tag may be moved; nobody can write with what a checkout leaves behind.
    for step in steps(workflow):
        assert ("uses" in step) != ("run" in step)
        assert step.keys() <= {"uses", "run", "with", "env", "name", "id", "if"}
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]), step["uses"]
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false" or step["with"]["persist-credentials"] is False


def test_an_action_has_one_version() -> None:
    # In all workflows, with the version beside a commit, as the one who updates them needs it.
    text = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    used = set(re.findall(r"uses: (\S+)@(.+)", text))
    assert len(used) == len({name for name, _ in used})
    for name, version in used:
        assert re.fullmatch(r"[0-9a-f]{40} # v\d+(\.\d+)*", version), (name, version)


def test_commands_exist(workflow: Data) -> None:
    # Of make a target, of `readouts` a command with those options, of the project a script; no expression becomes part of a command.
    targets = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    commands = {command.name: command for command in COMMANDS}
    runs = [line for step in steps(workflow) if "run" in step for line in step["run"].strip().splitlines()]
    for line in runs:
        assert "${{" not in line
        program, *arguments = shlex.split(line.partition(" >> ")[0])
        match program:
            case "make":
                assert set(arguments) <= targets, line
            case ".venv/bin/readouts":
                command = commands[arguments[0]]
                command.make_context(command.name, arguments[1:], obj=Options.of(ROOT)).close()
            case _:
                script = ROOT / program
                assert not arguments
                assert script.is_file(), line
                assert script.stat().st_mode & 0o111, f"{line} may not be run"


def test_a_command_that_does_not_exist_is_noticed() -> None:
    # What the test above leans on.
    command = next(each for each in COMMANDS if each.name == "check")
    with pytest.raises(click.UsageError):
        command.make_context("check", ["--no-such-option"])


def test_steps_refer_to_steps_that_are_there(workflow: Data) -> None:
    # An expression that names none is empty, and a condition with it never holds.
    for job in workflow["jobs"].values():
        ids = {step["id"] for step in job["steps"] if "id" in step}
        assert set(re.findall(r"steps\.([a-z]+)\.", str(job))) <= ids


def test_what_a_cache_keeps_is_generated() -> None:
    # Every folder of generated pages, and no file that people edit: it would come back as it was.
    (cached,) = [
        step["with"]["path"].split()
        for step in steps(read(ROOT / ".github/workflows/publish.yml"))
        if "cache@" in step.get("uses", "")
    ]
    assert set(cached) == {".cache/", "site/", *(f"docs/{folder}/" for folder in FOLDERS), *(f"docs/{file}" for file in FILES)}


KEYS = {
    "markdown": ({"value"}, set()),
    "input": ({"label"}, {"description", "placeholder", "value"}),
    "textarea": ({"label"}, {"description", "placeholder", "value", "render"}),
    "checkboxes": ({"label", "options"}, {"description"}),
    "dropdown": ({"label", "options"}, {"description", "multiple", "default"}),
}
"""Kinds of field: what their attributes must have, and may have."""


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_forms_are_as_github_wants_them(path: Path) -> None:
    # A form with a mistake is not offered at all.
    form = read(path)
    assert (
        {"name", "description", "body"}
        <= form.keys()
        <= {"name", "description", "body", "title", "labels", "assignees", "projects", "type"}
    )
    for field in form["body"]:
        assert field.keys() <= {"type", "id", "attributes", "validations"}
        must, may = KEYS[field["type"]]
        assert must <= field["attributes"].keys() <= must | may
        assert all(
            isinstance(value, str) and value for key, value in field["attributes"].items() if key not in ("options", "multiple")
        )
        assert field.get("validations", {"required": True}) == {"required": True}
        if field["type"] != "markdown":
            assert re.fullmatch(r"[A-Za-z0-9_-]+", field["id"])
    ids = [field["id"] for field in form["body"] if "id" in field]
    labels = [field["attributes"]["label"] for field in form["body"] if field["type"] != "markdown"]
    assert len(ids) == len(set(ids)) == len(labels) == len(set(labels))
    assert ids


def test_forms_have_distinct_names() -> None:
    # They are told apart by them; GitHub asks for that, too.
    names = [read(path)["name"] for path in FORMS]
    assert names == ["Report an error", "Add a meeting"]
    assert read(ROOT / ".github/ISSUE_TEMPLATE/config.yml") == {"blank_issues_enabled": True}


def test_dependabot_looks_at_what_there_is() -> None:
    # Python's and Node's lists, and the actions.
    found = read(ROOT / ".github/dependabot.yml")
    assert found["version"] == 2
    assert [each["package-ecosystem"] for each in found["updates"]] == ["pip", "npm", "github-actions"]
    for each in found["updates"]:
        assert each["directory"] == "/"
        assert each["schedule"]["interval"] in ("daily", "weekly", "monthly")


def test_owners_are_of_paths_that_are_there() -> None:
    # The sample is no CODEOWNERS yet: names in it would be asked.
    lines = (ROOT / ".github/CODEOWNERS.sample").read_text(encoding="utf-8").splitlines()
    for path, *owners in (line.split() for line in lines if line and not line.startswith("#")):
        assert path == "*" or (ROOT / path.strip("/")).exists(), path
        assert owners
        assert all(owner.startswith("@example/") for owner in owners)
    assert not (ROOT / ".github/CODEOWNERS").exists()


def test_the_hook_of_pre_commit_is_the_script() -> None:
    # One hook, which runs for records and names what exists.
    (repo,) = read(ROOT / ".pre-commit-config.yaml")["repos"]
    (hook,) = repo["hooks"]
    assert (repo["repo"], hook["language"]) == ("local", "script")
    assert (ROOT / hook["entry"]).stat().st_mode & 0o111
    assert re.search(hook["files"], RECORD)
    assert not re.search(hook["files"], "tests/records/places.yaml")


def test_the_hook_refuses_what_is_wrong_and_changes_nothing(small_project: Project) -> None:
    # As git runs it: a right tree passes; a broken record and one that is not laid out are both told.
    folder = small_project.folder
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)  # noqa: S607  # git is wherever it is
    program = folder / ".venv/bin/readouts"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" scripts/build.py "$@"\n', encoding="utf-8")
    program.chmod(0o755)

    def hook() -> subprocess.CompletedProcess[str]:
        return subprocess.run([ROOT / ".ci/pre-commit"], cwd=folder / "docs", capture_output=True, text=True, check=False)

    subprocess.run([program, "fmt"], cwd=folder, check=True, capture_output=True)
    done = hook()
    assert done.returncode == 0, done.stdout + done.stderr
    small_project.edit(RECORD, "kind: foreign-ministers", "kind:   foreign")
    before = (folder / RECORD).read_bytes()
    done = hook()
    assert done.returncode == 1
    assert f"{RECORD}:2:9: not-in-list" in done.stderr
    assert f"{RECORD}\n" in done.stdout
    assert (folder / RECORD).read_bytes() == before
    assert not (folder / "docs/index.md").exists()
