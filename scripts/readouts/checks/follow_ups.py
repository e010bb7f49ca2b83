"""Rules about what came of a statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model.collections import MEETINGS
from readouts.model.vocabulary import LEDGER
from readouts.model.walk import statements

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import FollowUp, Meeting
    from readouts.problems import Loc


def follow_ups_show_what_they_claim(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """What came of what was asked, offered, promised or agreed has a state and evidence; what followed anything else has no state.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `followed_by: [{date: 2034-05, note: Half`
    Right: `followed_by: [{date: 2034-05, state: partly, note: Half`
    """
    for at, _, statement in statements(meeting):
        for number, follow in enumerate(statement.followed_by):
            loc: Loc = (*at, "followed_by", number)
            if statement.act in LEDGER:
                if follow.state is None:
                    hint = "add what the evidence shows, such as `state: fulfilled`, `state: repeated` or `state: open`"
                    yield Finding(MEETINGS, meeting.id, loc, f"what came of this “{statement.act.label}”?", hint)
            elif follow.state:
                message = f"only what was asked, offered, promised or agreed has a state, and this is a “{statement.act.label}”"
                hint = "delete `state:`, or mend `act:` by the verb of the account"
                yield Finding(MEETINGS, meeting.id, (*loc, "state"), message, hint)
            yield from _evidence(archive, meeting, loc, follow)


def _evidence(archive: Archive, meeting: Meeting, loc: Loc, follow: FollowUp) -> Iterator[Finding]:
    later = archive.summaries.get(follow.meeting or "")
    if follow.meeting == meeting.id:
        hint = "link a later meeting, or write the `date:` or the `source:` that shows it"
        yield Finding(MEETINGS, meeting.id, (*loc, "meeting"), "this is the meeting itself", hint)
    elif not (follow.meeting or follow.date or follow.source):
        yield Finding(
            MEETINGS, meeting.id, loc, "nothing shows it", "add the `meeting:`, the `date:` or the `source:` that does"
        )
    elif later and later.date.last < meeting.date.first:
        hint = "link the earlier statement to this meeting instead"
        yield Finding(MEETINGS, meeting.id, (*loc, "meeting"), f"{later.id} was before this meeting", hint)
    elif follow.date and follow.date.last < meeting.date.first:
        yield Finding(MEETINGS, meeting.id, (*loc, "date"), "this was before the meeting", "mend the date")
