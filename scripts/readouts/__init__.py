"""Readouts: diplomatic meeting records kept as data.

Data moves one way, and a later room never reaches back into an earlier one:

    source      files of `records/` as text with lines and columns
    model       what a record is (`vocabulary` and `values` hold its words and single values)
    load        files → typed records, with every problem of every file (`problems`)
    archive     all records and their indexes
    checks      what must hold between records
    pages       what the site shows, as trees of `blocks` (`names`, `clock` and `addresses` word, time and address it)
    markdown    trees → Markdown, the one place where text is escaped
    output      pages on disk, written only where they changed
    build, cli  the whole way, from Python and from the command line

`../hooks.py` is the only file that knows MkDocs; only it and `cli` talk to people.
"""
