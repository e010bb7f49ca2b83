"""What is refused between a file and its typed records: the codes of `load`, `explain` and the types of values, as the reference has them."""

from __future__ import annotations

from readouts.problems import Rule

RULES = (
    Rule(
        "unreadable",
        """A record is an ordinary file that may be read; links are not followed.

        Wrong: a link in `people/` to a file elsewhere.
        Right: the file itself.
        """,
    ),
    Rule(
        "file-name",
        """A file lies where its kind of record belongs, and its name is an id: small letters without accents, digits and hyphens.

        Wrong file: `people/Vula Seru.yaml`
        Right: `people/vula-seru.yaml`
        """,
    ),
    Rule(
        "same-id",
        """No two files are of one id.

        Wrong: a file of one name in two folders of years.
        Right: one of the two.
        """,
    ),
    Rule(
        "not-a-record",
        """A record is a mapping of keys to values; a file of several maps ids to records.

        Wrong in `topics.yaml`: `tuna: Fish⏎fish:`
        Right: `fish:`
        """,
    ),
    Rule(
        "unknown-key",
        """Only the keys that the field reference lists are written, and never the id.

        Wrong in `people/vula-seru.yaml`: `contry: FJ`
        Right: `country: FJ`
        """,
    ),
    Rule(
        "missing-key",
        """Required keys are there.

        Wrong in `places.yaml`: `name: Suva`
        Right: `name: Suva⏎  country: FJ`
        """,
    ),
    Rule(
        "no-records",
        """There are records.

        Wrong: an empty folder `records/`.
        Right: the folder with the first record in it.
        """,
    ),
    Rule(
        "coordinates",
        """A latitude lies between -90 and 90 degrees, a longitude between -180 and 180.

        Wrong in `places.yaml`: `latitude: 127.71`
        Right: `latitude: 27.71`
        """,
    ),
    Rule(
        "todo",
        """Nothing is left to be done: `TODO`, alone or before a proposal, stands for what a draft does not know.

        Wrong in `people/vula-seru.yaml`: `country: TODO`
        Right: `country: FJ`
        """,
    ),
    Rule(
        "not-in-list",
        """A word from a list is one of the list.

        Wrong in `topics.yaml`: `kind: groups`
        Right: `kind: group`
        """,
    ),
    Rule(
        "bad-value",
        """A value has the form that its field asks for: an id, a number, an address inside a page.

        Wrong in `occasions.yaml`: `place: Kathmandu`
        Right: `place: kathmandu`
        """,
    ),
    Rule(
        "not-a-list",
        """What takes several values is a list.

        Wrong in `topics.yaml`: `also: Cetaceans`
        Right: `also: [Cetaceans]`
        """,
    ),
    Rule(
        "list-length",
        """A list has as many items as its field asks for.

        Wrong in `relations/fiji-iceland.yaml`: `parties: [FJ, IS, NP]`
        Right: `parties: [FJ, IS]`
        """,
    ),
    Rule(
        "not-a-mapping",
        """What has keys of its own is written with them.

        Wrong in `people/orlov-pyotr.yaml`: `name: Pyotr Orlov`
        Right: `name: {given: Pyotr, family: Orlov}`
        """,
    ),
    Rule(
        "not-text",
        """A single value is no list and no mapping.

        Wrong in `people/vula-seru.yaml`: `country: [FJ]`
        Right: `country: FJ`
        """,
    ),
    Rule(
        "text",
        """A text says something.

        Wrong in `topics.yaml`: `definition: " "`
        Right: `definition: A fund.`
        """,
    ),
    Rule(
        "name",
        """A name has no `<` and no `>`: it also serves as a title.

        Wrong in `places.yaml`: `name: <Suva>`
        Right: `name: Suva`
        """,
    ),
    Rule(
        "date",
        """A date is written as `2014-11-10`, or as far as it is known in the Extended Date/Time Format (ISO 8601-2).

        Wrong in `people/vula-seru.yaml`: `until: December 2031`
        Right: `until: 2031-12`
        """,
    ),
    Rule(
        "clock",
        """A time is written on the 24-hour clock, perhaps with `~`, `>` or `<`, or is a part of the day.

        Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `start: 12 noon`
        Right: `start: 12:00`
        """,
    ),
    Rule(
        "duration",
        """A length of time has hours, minutes or both, perhaps with `~`, `>` or `<`.

        Wrong in `meetings/1988/1988-06-01-fiji-soviet-union.yaml`: `duration: 0:15`
        Right: `duration: 15 min`
        """,
    ),
    Rule(
        "country",
        """A country is its two letters of ISO 3166-1; a state that is no more has a code of its own.

        Wrong in `people/vula-seru.yaml`: `country: Fiji`
        Right: `country: FJ`
        """,
    ),
    Rule(
        "language",
        """A language is a tag of BCP 47.

        Wrong in `people/jonsdottir-anna.yaml`: `language: Icelandic`
        Right: `language: is`
        """,
    ),
    Rule(
        "flag",
        """What is so or not is `true` or `false`.

        Wrong in `people/vula-seru.yaml`: `family_first: yes`
        Right: `family_first: true`
        """,
    ),
    Rule(
        "url",
        """An address is the whole address of a page on the web.

        Wrong in `organizations.yaml`: `url: example.org`
        Right: `url: https://example.org/`
        """,
    ),
)
