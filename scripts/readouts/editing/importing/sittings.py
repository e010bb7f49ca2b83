"""The sessions of which a lead tells times: which printed time is the start, the end or Japan’s of which."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from readouts.editing.importing.times import Length, Reading, lengths_in, part_of_day, readings_in

_UNTIL = {
    "en": r"(?:until|till|to|through|-|–|and ended at|ending at)\s*(?:at\s*)?$",
    "es": r"(?:a|hasta|-|–)\s*(?:las\s*)?$",
    "ja": r"(?:から|より|~|〜|~|-|―)\s*$",
}
"""What stands before the end of a session, by language."""


@dataclass(slots=True)
class Sitting:
    """One session, as its times are printed."""

    start: Reading | None = None
    end: Reading | None = None
    japan: Reading | None = None
    length: Length | None = None
    part: str = ""
    """A part of the day, where no hour is printed."""
    extra: list[Reading] = field(default_factory=list)
    """Readings of which it is not told what they are."""


def sittings(text: str, language: str) -> list[Sitting]:
    """The sessions of which a lead tells times, in its order."""
    if language not in _UNTIL:
        return []
    readings = readings_in(text, language)
    lengths = [
        each
        for each in lengths_in(text, language)
        if not any(one.start < each.end and each.start < one.end for one in readings)
    ]
    gathered = _Gathered(text, language)
    both: list[Reading | Length] = [*readings, *lengths]
    for each in sorted(both, key=lambda one: one.start):
        if isinstance(each, Length):
            gathered.add_length(each)
        else:
            gathered.add_reading(each)
    part = part_of_day(text, language)
    if not gathered.found and (gathered.waiting or part):
        return [Sitting(length=gathered.waiting, part=part)]
    return gathered.found


@dataclass(slots=True)
class _Gathered:
    """Sessions, as readings and lengths are added in the order of the text."""

    text: str
    language: str
    found: list[Sitting] = field(default_factory=list)
    waiting: Length | None = None
    """A length that stands before the first time."""

    def add_length(self, length: Length) -> None:
        """A length is that of the session before it, which has neither one nor an end; or of the first behind it."""
        if self.found and self.found[-1].length is None and self.found[-1].end is None:
            self.found[-1].length = length
        elif not self.found and self.waiting is None:
            self.waiting = length

    def add_reading(self, reading: Reading) -> None:
        """A time is Japan’s, an end, another reading of the same moment, or the start of a session."""
        last = self.found[-1] if self.found else Sitting()
        if reading.japan:
            if self.found and last.japan is None:
                last.japan = reading
            else:
                self._open(Sitting(japan=reading))
        elif last.start and not last.end and self._is_end(reading):
            last.end = reading
        elif last.japan and last.start is None:
            last.start = reading
        elif last.start and not last.length and not last.end and not _apart(self.text[last.start.end : reading.start]):
            if last.start.japan is None and reading.japan is False:
                # Where the second is told to be the local one, the first is another’s.
                last.start, reading = reading, last.start
            last.extra.append(reading)
        else:
            self._open(Sitting(reading))

    def _open(self, sitting: Sitting) -> None:
        sitting.length, self.waiting = self.waiting, None
        self.found.append(sitting)

    def _is_end(self, reading: Reading) -> bool:
        before = self.text[: reading.start].rstrip(" (")[-20:]
        return bool(re.search(_UNTIL[self.language], f"{before} "))


def _apart(between: str) -> bool:
    """Whether two times belong to two sessions: words stand between them, not only brackets."""
    return bool(re.search(r"[^\W\d_]{3,}.*\s.*[^\W\d_]{3,}|[。、]", between))
