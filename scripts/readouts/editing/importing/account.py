"""What an account says, as it stands in the draft: its sections, paragraphs and statements."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readouts.editing.importing.layout import Layout, Section
from readouts.editing.importing.page import PageError
from readouts.editing.importing.report import Report, todo
from readouts.editing.importing.sentences import sentences
from readouts.editing.importing.statements import Listener, Proposal
from readouts.editing.importing.words import words
from readouts.source import Data

_MAX_PARAGRAPHS = 300
_MAX_NAME = 300
"""Letters of a title or a heading, at most."""


def name(text: str) -> str:
    """A text as a name, which has no angle brackets and is not long."""
    return " ".join(re.sub("[<>]", "", text)[:_MAX_NAME].split())


@dataclass(slots=True)
class _Account:
    """The account as it is written, one statement after another."""

    listener: Listener
    report: Report
    count: int = 0

    def statements(self, text: str, where: str) -> list[Data]:
        """The proposals for a paragraph as they stand in the record."""
        made: list[Data] = []
        for each in self.listener.paragraph(text):
            if isinstance(each, Proposal):
                self.count += 1
                made.append(self._statement(each, where))
            else:
                self.report.dropped.append(f"{where}, {each} (no verb that tells who says what)")
        return made

    def _statement(self, each: Proposal, where: str) -> Data:
        speakers: list[Data] = list(each.speakers) or [todo()]
        topics: list[Data] = list(each.topics) or [todo()]
        told = (
            f"{' and '.join(each.speakers) or 'nobody known'} · {each.act.value} · {', '.join(each.topics) or 'no known topic'}"
        )
        self.report.proposed.append(f"s{self.count}: {where}, sentence {each.sentence}: {told} — “{each.words}”")
        made: dict[str, Data] = {"id": f"s{self.count}", "speakers": speakers, "act": each.act.value}
        if each.to:
            made["to"] = list(each.to)
        return {**made, "topics": topics, "gist": todo()}


def account_of(layout: Layout, listener: Listener, report: Report) -> dict[str, Data]:
    """What the account says: its sections, paragraphs or statements."""
    account = _Account(listener, report)
    if sum(len(each.paragraphs) for each in layout.sections) > _MAX_PARAGRAPHS:
        raise PageError(f"the page has more than {_MAX_PARAGRAPHS} paragraphs: save the readout alone")
    if layout.form == "statements":
        texts = [each.text for section in layout.sections for each in section.paragraphs]
        made = [
            statement
            for number, text in enumerate(texts, start=1)
            for statement in account.statements(_without_the_lead(text, layout, listener.language), f"paragraph {number}")
        ]
        return {"statements": made} if made else {}
    sections = [_section(each, account) for each in layout.sections]
    shape = ", ".join(f"{each.label or '·'} {each.heading}".strip() for each in layout.sections)
    report.understood.append(
        f"{layout.form}: {shape if layout.form == 'sections' else sum(len(each.paragraphs) for each in layout.sections)}"
    )
    if layout.form == "sections":
        return {"sections": [each for each in sections if len(each) > 1 or each["paragraphs"]]}
    paragraphs = [paragraph for each in sections if isinstance(each["paragraphs"], list) for paragraph in each["paragraphs"]]
    return {"paragraphs": paragraphs} if paragraphs else {}


def _without_the_lead(text: str, layout: Layout, language: str) -> str:
    """An account without numbers begins with the sentence that they met; that is no statement."""
    if not layout.lead.startswith(text):
        return text
    meet = words().meet.get(language, "(?!)")
    told = sentences(text, language)
    met = next((number for number, each in enumerate(told) if re.search(meet, each, re.IGNORECASE)), -1)
    return " ".join(told[:met] + told[met + 1 :] if met >= 0 else told)


def _section(section: Section, account: _Account) -> dict[str, Data]:
    paragraphs: list[Data] = []
    for position, each in enumerate(section.paragraphs, start=1):
        where = ", ".join(filter(None, (section.label and f"section {section.label}", f"paragraph {each.label or position}")))
        made: dict[str, Data] = {"label": each.label} if each.label else {}
        if statements := account.statements(each.text, where):
            made["statements"] = statements
        if made:
            paragraphs.append(made)
    shown = {"label": section.label, "heading": name(section.heading)}
    return {**{key: value for key, value in shown.items() if value}, "paragraphs": paragraphs}
