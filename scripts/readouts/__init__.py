"""Readouts: diplomatic meeting records kept as data.

Data moves one way, and a later room never reaches back into an earlier one:

    source      files of `records/` as text, with lines and columns where something is wrong
    model       what a record is (`vocabulary` and `values` hold its words and single values)
    load        files → typed records, with every problem of every file (`explain`, `problems`)
    archive     all records, their indexes and their states
    checks      what must hold between records
    pages       what the site shows: drafts, and pages as trees of `blocks` (`names`, `clock`, `addresses` word, time, address it)
    markdown    trees → Markdown, as any engine reads it
    html        trees → HTML, as MkDocs would make it of that Markdown; `shell` puts the theme around it, `search` indexes it
    output      files on disk, written only where they changed (`workers` on all processors, `cache` from build to build)
    build, cli  the whole way, from Python and from the command line

`../hooks.py` and `handover` alone know MkDocs; only the hook and `cli` talk to people.
"""
