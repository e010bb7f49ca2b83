"""Readouts: diplomatic meeting records kept as data.

    >>> import readouts
    >>> archive = readouts.open_archive("records")
    >>> archive.meetings["2014-11-10-japan-peru"].place
    'beijing'

What is named in `__all__` is public and changes only with the version; everything else is internal. Data moves one way through the
rooms of the package, and a room imports only rooms below it:

    mkdocs | cli                 what MkDocs calls | the command line
    build                        only what changed, on disk
    pages                        what the site shows: a file for each kind of page
    checks | exports | editing   rules between records | other formats | what changes the files that people edit
    archive                      all records, and every question about them
    model | source               what a record is | YAML in and out
    problems | render            what is wrong, and where | blocks as Markdown and HTML
"""

from readouts.archive.archive import Archive
from readouts.archive.summaries import MeetingSummary
from readouts.checks import open_archive
from readouts.model import Meeting, Occasion, Organization, Person, Place, Readout, Relation, Statement, Topic
from readouts.problems import BrokenRecordsError, Problem, Severity
from readouts.version import __version__

__all__ = [
    "Archive",
    "BrokenRecordsError",
    "Meeting",
    "MeetingSummary",
    "Occasion",
    "Organization",
    "Person",
    "Place",
    "Problem",
    "Readout",
    "Relation",
    "Severity",
    "Statement",
    "Topic",
    "__version__",
    "open_archive",
]
