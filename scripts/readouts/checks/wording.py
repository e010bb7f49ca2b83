"""Rules about whose words an account holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model.collections import MEETINGS
from readouts.model.vocabulary import Act, Wording
from readouts.model.walk import located, statements
from readouts.source.scalars import inline

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import Meeting
    from readouts.problems import Loc

_BEFORE_A_NAME = 4
"""Words of a title that a name may follow."""

_ADDRESS = re.compile(r"https?://\S+")
_LONG = 600
"""Characters of a gist, at the most."""

_PRONOUNS = {"He", "She", "They"}
"""Words that a gist begins with where it repeats its speaker."""

_MARKUP = re.compile(
    r"</?(?:a|b|br|div|em|i|li|ol|p|span|strong|sub|sup|u|ul)\b[^<>]*>|(?P<entity>&(?:amp|apos|gt|hellip|[lr][ds]quo|lt|[mn]dash|nbsp|quot|#\d+);)"
    r"|\*\*(?P<strong>[^*\s](?:[^*]*[^*\s])?)\*\*|\[(?P<words>[^\[\]]+)\]\((?P<address>https?://[^()\s]+)\)",
    re.IGNORECASE,
)
"""What people write for HTML or Markdown."""

_MARKS = (("“", "”"), ("‘", "’"), ("«", "»"), ("「", "」"), ('"', '"'))
"""Quotation marks that a whole text may stand in."""


def verbatim_is_credited(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A verbatim account names its source; an account in our own words holds no official text.

    Wrong in `meetings/2031/2031-05-06-fiji-iceland.yaml`: `wording: verbatim`
    Right: `wording: verbatim⏎    credit: Source, the Ministry.`
    """
    for number, readout in enumerate(meeting.readouts):
        if readout.wording is Wording.VERBATIM and not (readout.credit and readout.url):
            hint = "add `url:` and `credit:` as the publisher asks for them"
            yield Finding(MEETINGS, meeting.id, ("readouts", number, "wording"), "a verbatim text needs its source", hint)
    for found in located(meeting):
        if found.paragraph and not found.statement and found.paragraph.text and found.account.wording is Wording.SUMMARY:
            message = "an account in our own words has statements, no `text:`"
            hint = "write each point as a statement's `gist:`; `wording: verbatim` is for official texts under a licence"
            yield Finding(MEETINGS, meeting.id, (*found.loc, "text"), message, hint)


def own_accounts_have_an_address(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """An account of a government or organization has the address of its page, so that it can be looked up.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `language: is⏎    published:`
    Right: `language: is⏎    url: https://example.org/2034⏎    archived: https://archive.example.org/2034⏎    published:`
    """
    for number, readout in enumerate(meeting.readouts):
        told = readout.official and readout.statements and readout.wording is Wording.SUMMARY
        if told and not (readout.url or readout.archived or readout.note):
            message = f"the account of {readout.publisher} has no address"
            hint = "add `url:` with the address of the page; where none is known, say in `note:` where the text stands, or write `origin: press`"
            yield Finding(MEETINGS, meeting.id, ("readouts", number), message, hint)


def accounts_have_one_form(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """An account has `sections`, or `paragraphs`, or `statements` of its own, not two of them.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `statements: [{act: hope, gist: Hopes.}]⏎    paragraphs:`
    Right: `paragraphs:`
    """
    for number, readout in enumerate(meeting.readouts):
        used = list(reversed(dict.fromkeys(stretch.form for stretch in readout.stretches())))
        if len(used) > 1:
            hint = "`sections:` where headings are printed, `paragraphs:` where only numbers are, else `statements:`"
            message = f"the account has {' and '.join(used)} of its own"
            yield Finding(MEETINGS, meeting.id, ("readouts", number, used[-1]), message, hint)


def common_acts_have_several_speakers(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """What was agreed or affirmed in common is said by several, or by a side as a whole, never by one person alone.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `act: agree`
    Right: `act: promise`
    """
    for loc, _, statement in statements(meeting):
        alone = len(statement.speakers) == 1 and statement.speakers[0] in archive.people
        if alone and statement.act in (Act.AGREE, Act.AFFIRM):
            message = f"only {statement.speakers[0]} is said to “{statement.act}”, which takes several speakers"
            hint = "name all of them under `speakers:`; what one alone says is another act, such as `act: state`"
            yield Finding(MEETINGS, meeting.id, (*loc, "act"), message, hint)


def gists_do_not_repeat_the_speaker(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A gist begins with what is said, for the page names the speaker before it.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `gist: Prime Minister Jónsdóttir promises to look into it.`
    Right: `gist: Promises to look into it.`
    """
    for loc, _, statement in statements(meeting):
        people = [archive.people[key].name for key in statement.speakers if key in archive.people]
        names = {name.family or name.given for name in people}
        if people and (first := statement.gist.split()[0]) in _PRONOUNS:
            message = f"the gist begins with “{first}”, and the page names the speaker by itself"
            hint = "begin with the verb, in the present tense: `gist: Invites the Prime Minister to visit Peru.`"
            yield Finding(MEETINGS, meeting.id, (*loc, "gist"), message, hint)
            continue
        for number, word in enumerate(statement.gist.split()[: _BEFORE_A_NAME + 1]):
            if word.rstrip(",") in names:
                message = f"the gist begins with its speaker, {word.rstrip(',')}, whom the page names by itself"
                hint = "begin with the verb, in the present tense: `gist: Invites the Prime Minister to visit Peru.`"
                yield Finding(MEETINGS, meeting.id, (*loc, "gist"), message, hint)
            if not word[:1].isupper() and number:
                break


def marks_do_not_stand_around_a_text(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A printed label, a set phrase, a gist or a word for the atmosphere stands without quotation marks: the page puts them where they belong.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `label: “1”`
    Right: `label: "1"`
    """
    for loc, text in _quotable(meeting):
        if inside := unmarked(text):
            message = f"quotation marks stand around the whole text {text}"
            yield Finding(MEETINGS, meeting.id, loc, message, f"write it without them: {inline(inside)}")


def gists_are_sentences(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A gist is a sentence of our own: no dots cut it off, it is no address, and it has at most 600 characters.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `gist: Promises to look into…`
    Right: `gist: Promises to look into it.`
    """
    for loc, _account, statement in statements(meeting):
        if found := _no_sentence(statement.gist):
            yield Finding(MEETINGS, meeting.id, (*loc, "gist"), *found)


def _no_sentence(gist: str) -> tuple[str, str] | None:
    """Why a gist is no sentence, and what to do."""
    if gist.endswith(("…", "...")):
        return "the gist is cut off by dots", "write the sentence to its end"
    if _ADDRESS.fullmatch(gist):
        return "the gist is an address", "write what is said; the address of the page stands under `url:`"
    if len(gist) > _LONG:
        return (
            f"the gist has {len(gist)} characters",
            "write one sentence of your own for each point, in a statement of its own",
        )
    return None


def texts_have_no_markup(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """Our own words have no signs of HTML or Markdown: a text is shown as it stands, signs and all.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `gist: Promises to <b>look</b> into it.`
    Right: `gist: Promises to look into it.`
    """
    for loc, text in _own_words(meeting):
        if found := _MARKUP.search(text):
            message = f"“{found[0]}” would be read as it stands here, for a text has no markup"
            yield Finding(MEETINGS, meeting.id, loc, message, _without(found))


def _without(found: re.Match[str]) -> str:
    """What to write in the place of a piece of markup."""
    if found["address"]:
        return f"write “{found['words']}” alone; the address of a page stands under `url:` or `source:`"
    if found["entity"]:
        return f"write “{unescape(found[0])}”" if unescape(found[0]).strip() else "write an ordinary space"
    return f"write “{found['strong']}”" if found["strong"] else "delete it, and keep the words"


def _own_words(meeting: Meeting) -> Iterator[tuple[Loc, str]]:
    """The gists and remarks of a meeting, each with its place."""
    if meeting.note:
        yield ("note",), meeting.note
    for number, readout in enumerate(meeting.readouts):
        if readout.note:
            yield ("readouts", number, "note"), readout.note
    for loc, _account, statement in statements(meeting):
        yield (*loc, "gist"), statement.gist
        if statement.note:
            yield (*loc, "note"), statement.note


def unmarked(text: str) -> str:
    """A text without the quotation marks that stand around the whole of it; "" where none do."""
    inside = text[1:-1]
    around = any(text == f"{first}{inside}{last}" and not {first, last} & set(inside) for first, last in _MARKS)
    return inside if around else ""


def _quotable(meeting: Meeting) -> Iterator[tuple[Loc, str]]:
    """Texts that are shown in quotation marks or beside what they count, each with its place."""
    for found in located(meeting):
        if found.statement:
            yield (*found.loc, "gist"), found.statement.gist
            if found.statement.formula:
                yield (*found.loc, "formula", "text"), found.statement.formula.text
        elif labelled := found.paragraph or found.section:
            if labelled.label:
                yield (*found.loc, "label"), labelled.label
        else:
            for number, each in enumerate(found.account.atmosphere):
                yield (*found.loc, "atmosphere", number, "words"), each.words
