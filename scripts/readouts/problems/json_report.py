"""Problems as JSON (RFC 8259), for programs of one's own.

An object: `version` (1; a change that a reader has to know of raises it), `errors` and `warnings` (how many), and `problems`, each with
`path` (from the project, with slashes), `line` and `column` (from 1; columns are Unicode characters), `code`, `severity` (`error` or
`warning`), `message`, `hint`, `help` (the address that explains the code, or empty) and `unread` (whether the file could not be read).
"""

from __future__ import annotations

import json

from readouts.problems.report import Report

VERSION = 1
"""Of this format."""


def report(found: Report) -> str:
    """All problems in their order."""
    problems = [
        {
            "path": str(each.path),
            "line": each.line,
            "column": each.column,
            "code": each.code,
            "severity": str(each.severity),
            "message": each.message,
            "hint": each.hint,
            "help": found.help_of(each.code),
            "unread": each.unread,
        }
        for each in found.problems
    ]
    counts = {"errors": found.errors, "warnings": len(problems) - found.errors}
    return json.dumps({"version": VERSION, **counts, "problems": problems}, ensure_ascii=False, indent=2)
