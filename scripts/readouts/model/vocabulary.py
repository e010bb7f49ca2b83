"""The controlled lists: every word a record may choose from, with its definition.

The definitions are what the contributor's guide, the JSON Schema and the published method page print. A member's value is
what stands in the YAML; its docstring-like second value is its definition.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A word of a controlled list; `definition` says what it means in one sentence."""

    definition: str
    list_anchor: str
    """Where the list stands on the page of the vocabulary; a public address, as are those of the words."""
    heading: str
    """What the list is called."""
    _prefix: str

    def __init_subclass__(cls, *, anchor: str, heading: str, prefix: str = "") -> None:
        super().__init_subclass__()
        cls.list_anchor, cls.heading, cls._prefix = anchor, heading, prefix or anchor

    def __new__(cls, value: str, definition: str) -> Self:
        """A member is written as `WORD = "word", "Definition."`."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.definition = definition
        return member

    @property
    def label(self) -> str:
        """The word as it is shown: `joint-statement` → “joint statement”."""
        return self.value.replace("-", " ")

    @property
    def anchor(self) -> str:
        """Where the word stands on the page of the vocabulary."""
        return f"{self._prefix}-{self.value}"


class Kind(Term, anchor="kind", heading="Kinds of meeting"):
    """What sort of meeting it was."""

    SUMMIT = "summit", "A meeting of heads of state or government."
    FOREIGN_MINISTERS = "foreign-ministers", "A meeting of foreign ministers."
    MINISTERIAL = "ministerial", "A meeting at the level of ministers or state ministers, other than two foreign ministers."
    OFFICIALS = "officials", "Consultations of vice-ministers, ambassadors or other officials."
    COURTESY_CALL = "courtesy-call", "A visitor is received by a host of higher rank."
    AUDIENCE = "audience", "A visitor is received by a monarch."
    SIGNING = "signing", "A ceremony at which documents are signed, without talks."
    CEREMONY = "ceremony", "A banquet, reception or commemoration at which two sides met."
    PULL_ASIDE = "pull-aside", "A short, informal talk on the margins of something else."
    MULTILATERAL = "multilateral", "A meeting of a group of states or an organization with others."

    @property
    def label(self) -> str:
        """The kind as it stands in a title: “foreign ministers’ meeting”."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    Kind.SUMMIT: "summit meeting",
    Kind.FOREIGN_MINISTERS: "foreign ministers’ meeting",
    Kind.MINISTERIAL: "ministerial meeting",
    Kind.OFFICIALS: "officials’ consultations",
    Kind.COURTESY_CALL: "courtesy call",
    Kind.AUDIENCE: "audience",
    Kind.SIGNING: "signing ceremony",
    Kind.CEREMONY: "ceremony",
    Kind.PULL_ASIDE: "pull-aside talk",
    Kind.MULTILATERAL: "multilateral meeting",
}


class Status(Term, anchor="status", heading="Whether a meeting was held"):
    """What became of a meeting."""

    HELD = "held", "It took place."
    DECLINED = "declined", "One side proposed it and the other declined."
    CANCELLED = "cancelled", "It was agreed or announced and did not take place."


class Mode(Term, anchor="mode", heading="Modes"):
    """How the two sides were brought together."""

    IN_PERSON = "in-person", "The sides sat in one place."
    TELEPHONE = "telephone", "A telephone call."
    VIDEO = "video", "A video conference."


class SessionKind(Term, anchor="sessionkind", heading="Kinds of session"):
    """What part of a meeting a session was."""

    SMALL_GROUP = "small-group", "Talks with a few attendants only."
    TETE_A_TETE = "tete-a-tete", "Talks of the two heads of delegation alone."
    PLENARY = "plenary", "Talks of the full delegations."
    TALKS = "talks", "Talks that the account does not divide further."
    WORKING_BREAKFAST = "working-breakfast", "Talks over breakfast."
    WORKING_LUNCH = "working-lunch", "Talks over lunch."
    WORKING_DINNER = "working-dinner", "Talks over dinner."
    MEAL = "meal", "A lunch, dinner or banquet that the account does not call a working one."
    SIGNING = "signing", "The signing of documents."
    CEREMONY = "ceremony", "A welcome, wreath-laying, award or commemoration."
    PRESS = "press", "A joint press conference or announcement."


class Capacity(Term, anchor="capacity", heading="Capacities"):
    """In what capacity a person spoke for a side, where it is not simply as holder of the office named."""

    ACTING = "acting", "Held the office for the time being."
    ELECT = "elect", "Elected to the office and not yet inaugurated."
    FORMER = "former", "Had left the office."
    SPECIAL_ENVOY = "special-envoy", "Was sent for this occasion by a head of state or government."
    PROXY = "proxy", "Stood in for the holder of another office."
    CHAIR = "chair", "Spoke as chair of a group."


class Origin(Term, anchor="origin", heading="Origin of an account"):
    """How close the page that was read is to the side whose account it gives."""

    PRIMARY = "primary", "A government’s or organization’s own page."
    COPY = "copy", "Another site’s copy of such a page."
    PRESS = "press", "A report in the press or another secondary source, never a side’s own account."


class Extent(Term, anchor="extent", heading="How much of an account"):
    """How much of an account something was done with."""

    WHOLE = "whole", "All of it, from its beginning to its end."
    PART = "part", "A part of it; how much is not known, or a note says it."


class Wording(Term, anchor="wording", heading="Wording"):
    """Whose words stand in the record."""

    VERBATIM = "verbatim", "The account’s own words, as published."
    SUMMARY = "summary", "The archive’s own words; facts and figures are the account’s."


class FollowUpState(Term, anchor="followup", heading="What came of a statement"):
    """What the evidence shows to have come of what was asked, offered, promised or agreed."""

    FULFILLED = "fulfilled", "It was done."
    PARTLY = "partly", "A part of it was done."
    REPEATED = "repeated", "It was asked, offered or promised again."
    DECLINED = "declined", "It was declined."
    OPEN = "open", "It was still open."


class DocumentType(Term, anchor="documenttype", heading="Types of document"):
    """What sort of document a meeting brought forth."""

    TREATY = "treaty", "A treaty, convention or other binding agreement."
    AGREEMENT = "agreement", "An agreement so called, binding or not."
    JOINT_STATEMENT = "joint-statement", "A joint statement, communiqué or joint press statement."
    DECLARATION = "declaration", "A declaration."
    MEMORANDUM = "memorandum", "A memorandum of understanding or of cooperation."
    EXCHANGE_OF_NOTES = "exchange-of-notes", "An exchange of diplomatic notes, such as those for a loan or a grant."
    PLAN = "plan", "A road map, programme or action plan."
    PRESS_ANNOUNCEMENT = "press-announcement", "A joint announcement to the press."
    OTHER = "other", "Any other document; the title says what."


class DocumentStatus(Term, anchor="documentstatus", heading="Status of a document"):
    """What was done with the document at this meeting."""

    SIGNED = "signed", "Signed at or beside the meeting."
    ADOPTED = "adopted", "Adopted or issued without being signed."
    ANNOUNCED = "announced", "Announced, agreed or welcomed."


class TopicKind(Term, anchor="topickind", heading="Kinds of topic"):
    """What sort of thing a topic is."""

    THEME = "theme", "A broad field, the upper level of the topic tree."
    ISSUE = "issue", "A matter that is talked about."
    AGREEMENT = "agreement", "A treaty, negotiation or trade pact."
    CONFERENCE = "conference", "A conference or other event."
    GROUP = "group", "An organization or group of states that is talked about."


class Act(Term, anchor="acts", prefix="act", heading="Speech acts"):
    """What a speaker does by a statement, according to an account: the word, what stands beside a name, the definition."""

    past: str
    """The act as it stands beside a name: “Abe recalled”."""

    def __new__(cls, value: str, past: str, definition: str) -> Self:
        """A member is written as `WORD = "word", "did so", "Definition."`."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.past, member.definition = past, definition
        return member

    STATE = "state", "stated", "Sets out a fact or a view without asking for anything; “stated” and “said” alone mean no more."
    EXPLAIN = (
        "explain",
        "explained",
        "Explains, outlines or reports one’s own position, policy or situation, and the account’s verb says so.",
    )
    RECALL = "recall", "recalled", "Refers to something past as a bond or a precedent."
    WELCOME = "welcome", "welcomed", "Welcomes a visitor or a visit, or expresses pleasure at something done or under way."
    CONGRATULATE = "congratulate", "congratulated", "Congratulates on an election, an anniversary or a success."
    THANK = "thank", "thanked", "Expresses gratitude."
    CONDOLE = "condole", "offered condolences", "Expresses condolence or sympathy."
    REGRET = "regret", "expressed regret", "Expresses regret out of courtesy."
    GREET = "greet", "sent greetings", "Gives or sends greetings or good wishes."
    PRAISE = "praise", "praised", "Expresses esteem for the other side or its conduct."
    HOPE = (
        "hope",
        "expressed hope",
        "Hopes, wishes or expects that something comes about or that others do it, without a request.",
    )
    INTEND = (
        "intend",
        "declared an intention",
        "Declares a will or a wish to do something oneself, alone or with the other side: “will”, “would like to”.",
    )
    PROPOSE = "propose", "proposed", "Puts a course of action forward for both."
    OFFER = "offer", "offered", "Offers or announces help, funds or service."
    INVITE = "invite", "invited", "Invites to a visit or an event."
    REQUEST = "request", "requested", "Asks the other side to do something."
    URGE = "urge", "urged", "Presses the other side, or a third, to do something."
    SUPPORT = "support", "expressed support", "Backs the other side’s policy, candidacy or effort."
    PROMISE = "promise", "promised", "Undertakes to do what was asked or discussed."
    ACCEPT = "accept", "accepted", "One speaker accepts a proposal, or agrees with what another has said."
    AGREE = "agree", "agreed", "Several speakers reach an agreement: they “agree”, “concur” or “decide”."
    AFFIRM = (
        "affirm",
        "affirmed",
        "Several speakers “confirm”, “affirm” or “stress” a course or a position, or “share the view”.",
    )
    DISCUSS = "discuss", "discussed", "A topic was taken up; the account does not say with what result."
    CONCERN = "concern", "voiced concern", "Voices concern, without blame."
    PROTEST = "protest", "protested", "Lodges an objection with the other side."
    CONDEMN = "condemn", "condemned", "Condemns the conduct of a third."
    REJECT = "reject", "rejected", "Declines a request or disputes a claim."


ASKED = (Act.REQUEST, Act.URGE, Act.PROPOSE, Act.INVITE, Act.OFFER, Act.PROMISE)
"""Acts by which something is asked, offered or promised: somebody may answer them by doing something."""

AGREED = (Act.ACCEPT, Act.AGREE)
"""Acts by which something is agreed, of which something may come."""

LEDGER = (*ASKED, *AGREED)
"""Acts of which something may come: what follows them has a state and stands in the ledger of a relation."""

PLOVER_VERSION = 1
"""The version of the table below; it rises with every change of a row."""

PLOVER: dict[Act, str] = {
    Act.ACCEPT: "AGREE",
    Act.AGREE: "AGREE",
    Act.AFFIRM: "CONSULT",
    Act.DISCUSS: "CONSULT",
    Act.PROMISE: "AGREE",
    Act.SUPPORT: "SUPPORT",
    Act.PRAISE: "SUPPORT",
    Act.OFFER: "AID",
    Act.REQUEST: "REQUEST",
    Act.URGE: "REQUEST",
    Act.PROPOSE: "REQUEST",
    Act.INVITE: "REQUEST",
    Act.PROTEST: "ACCUSE",
    Act.CONDEMN: "ACCUSE",
    Act.REJECT: "REJECT",
}
"""Speech act → event type of PLOVER (Political Language Ontology for Verifiable Event Records). An act that is not here is
`uncoded`: gratitude, condolence and courtesy have no event type, and none is guessed."""

UNCODED = "uncoded"

LISTS: tuple[type[Term], ...] = (
    Act,
    Kind,
    Status,
    Mode,
    SessionKind,
    Capacity,
    Origin,
    Extent,
    Wording,
    FollowUpState,
    DocumentType,
    DocumentStatus,
    TopicKind,
)
"""Every controlled list, in the order in which they are described."""
