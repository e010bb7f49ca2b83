"""Local clocks: what a meeting's times were in each capital.

Zones come from the pinned `tzdata` package, never from the machine, so that the same records give the same pages anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

from readouts.model.values import About, Clock, Duration

_ISO_6709 = re.compile(r"([+-]\d{4}(?:\d\d)?)([+-]\d{5}(?:\d\d)?)")


@cache
def zone(key: str) -> ZoneInfo | None:
    """The IANA zone of that name, or None where the time-zone data have none."""
    if not key or not all(part.isidentifier() for part in key.replace("-", "_").split("/")):
        return None
    folder, _, name = key.rpartition("/")
    package = ".".join(["tzdata.zoneinfo", *folder.split("/")]).rstrip(".")
    try:
        with resources.files(package).joinpath(name).open("rb") as data:
            return ZoneInfo.from_file(data, key=key)
    except (FileNotFoundError, ModuleNotFoundError, IsADirectoryError, ValueError):
        return None


def city(key: str) -> tuple[float, float] | None:
    """Latitude and longitude of the city that an IANA zone is named for; None where the time-zone data do not have it."""
    return _cities().get(key)


@cache
def zones() -> Mapping[str, str]:
    """Every IANA zone that is named for a city, and the code of the country of that."""
    return {zone: country for country, _, zone in _table()}


@cache
def _cities() -> Mapping[str, tuple[float, float]]:
    """Zone → latitude and longitude, which the table has in ISO 6709."""
    found = ((zone, _ISO_6709.fullmatch(point)) for _, point, zone in _table())
    return {key: (_degrees(point[1], 2), _degrees(point[2], 3)) for key, point in found if point}


def _table() -> list[tuple[str, str, str]]:
    """The rows of `zone.tab`: country, point, zone."""
    table = resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return [(row[0], row[1], row[2]) for row in rows]


def _degrees(text: str, digits: int) -> float:
    """`+DDMM` or `-DDDMMSS` in decimal degrees; `digits` are those of the degrees."""
    parts = text[1 : 1 + digits], text[1 + digits : 3 + digits], text[3 + digits :] or "0"
    value = int(parts[0]) + int(parts[1]) / 60 + int(parts[2]) / 3600
    return -value if text[0] == "-" else value


def latest_day(environment: Mapping[str, str]) -> date:
    """The day that it is by now where a day begins first (UTC+14): what is later is in the future everywhere.

    Args:
        environment: Where it has a SOURCE_DATE_EPOCH (seconds since 1970, reproducible-builds.org), that is taken for now.
    """
    given = environment.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(given), UTC) if given.isdecimal() else datetime.now(UTC)
    return now.astimezone(timezone(timedelta(hours=14))).date()


@dataclass(frozen=True, slots=True)
class Span:
    """A start on one local clock, and an end where it is known or can be computed from a duration."""

    start: datetime
    start_about: About
    end: datetime | None
    end_about: About

    @property
    def lasted(self) -> Duration | None:
        """From start to end, where both are exact."""
        if self.end is None or self.start_about or self.end_about:
            return None
        return Duration(round((self.end - self.start).total_seconds() / 60))

    def at(self, there: ZoneInfo) -> Span:
        """The same span on another local clock."""
        end = self.end.astimezone(there) if self.end else None
        return Span(self.start.astimezone(there), self.start_about, end, self.end_about)


def span(day: date, here: ZoneInfo, start: Clock, end: Clock | None, duration: Duration | None) -> Span | None:
    """The span of a session that starts on `day` on the local clock `here`; None where no hour is known.

    An end that is earlier on the clock than the start is on the next day. An end computed from a duration is as exact as
    the less exact of the two.
    """
    if start.minutes is None:
        return None
    begins = _moment(day, start.minutes, here)
    if end and end.minutes is not None:
        next_day = timedelta(days=end.minutes < start.minutes)
        return Span(begins, start.about, _moment(day + next_day, end.minutes, here), end.about)
    if duration:
        # Arithmetic on the absolute time line: a clock change in between must count.
        ends = datetime.fromtimestamp(begins.timestamp() + duration.minutes * 60, here)
        return Span(begins, start.about, ends, duration.about or start.about)
    return Span(begins, start.about, None, About.EXACT)


def _moment(day: date, minutes: int, here: ZoneInfo) -> datetime:
    return datetime.combine(day, time(minutes // 60, minutes % 60), tzinfo=here)
