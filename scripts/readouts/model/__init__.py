"""The records: every field, its meaning and its type, stated once.

The docstring under a field is its meaning wherever one is shown: in the field reference, in the JSON Schema that editors
read, and in the hints of problems. To add a field, add it here with its docstring and show it where a page wants it.

Where a meaning has a standard name it is used: schema.org `Event`, Popolo (`Person`, `Membership`), EDTF, ISO 3166-1,
BCP 47, IANA zones.
"""

from readouts.model.accounts import Atmosphere, FollowUp, Paragraph, Photo, Phrase, Readout, Section, Statement
from readouts.model.authorities import Milestone, Occasion, Office, Organization, OtherName, Person, Place, Relation, Topic
from readouts.model.base import Change, Entry, Part
from readouts.model.meeting import Delegate, Delegation, Meeting, Outcome, Printed, Searched, Session

__all__ = [
    "Atmosphere",
    "Change",
    "Delegate",
    "Delegation",
    "Entry",
    "FollowUp",
    "Meeting",
    "Milestone",
    "Occasion",
    "Office",
    "Organization",
    "OtherName",
    "Outcome",
    "Paragraph",
    "Part",
    "Person",
    "Photo",
    "Phrase",
    "Place",
    "Printed",
    "Readout",
    "Relation",
    "Searched",
    "Section",
    "Session",
    "Statement",
    "Topic",
]
