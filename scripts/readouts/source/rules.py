"""What the strict reader refuses: its codes as the reference explains them."""

from __future__ import annotations

from readouts.problems import Rule

RULES = (
    Rule(
        "file-size",
        """A file stays under 1 MiB.

        Wrong: a file with all accounts of a hundred meetings.
        Right: a file for each meeting.
        """,
    ),
    Rule(
        "file-encoding",
        """A file is UTF-8 text.

        Wrong: a file saved as Latin-1 or Shift JIS.
        Right: the same file, saved as UTF-8 by your editor.
        """,
    ),
    Rule(
        "merge-conflict",
        """No marks of an unfinished merge stand in a file.

        Wrong in `people/vula-seru.yaml`: `<<<<<<< HEAD⏎country: FJ⏎=======⏎country: IS⏎>>>>>>> mine`
        Right: `country: FJ`
        """,
    ),
    Rule(
        "yaml-character",
        """No character stands in a file that cannot be seen, nor an escape that makes one: it could hide something or turn a text around.

        Wrong in `places.yaml`: `name: "Su\\u202Eva"`
        Right: `name: Suva`
        """,
    ),
    Rule(
        "yaml-tab",
        """Lines are indented with spaces.

        Wrong in `places.yaml`: `␉name: Suva`
        Right: `  name: Suva`
        """,
    ),
    Rule(
        "yaml-directive",
        """No line begins with `%`.

        Wrong in `people/vula-seru.yaml`: `%YAML 1.2⏎---⏎country: FJ`
        Right: `country: FJ`
        """,
    ),
    Rule(
        "yaml-empty",
        """A file holds a record.

        Wrong: a file with nothing but comments.
        Right: no such file.
        """,
    ),
    Rule(
        "yaml-syntax",
        """A file is YAML: keys with a colon and a space, each level indented deeper, brackets and quotes closed.

        Wrong in `topics.yaml`: `definition: Animals: those that swim.`
        Right: `definition: Animals that swim.`
        """,
    ),
    Rule(
        "yaml-comment",
        """A comment stands on a line of its own, or two spaces behind a single word: a text that is cut off by it would be lost.

        Wrong in `topics.yaml`: `definition: Fund #1.`
        Right: `definition: A fund.`
        """,
    ),
    Rule(
        "yaml-key",
        """A key is a single word, and every value has one.

        Wrong in `people/vula-seru.yaml`: `[country, party]: FJ`
        Right: `country: FJ`
        """,
    ),
    Rule(
        "yaml-no-value",
        """A key without a value is not written.

        Wrong in `people/vula-seru.yaml`: `country: FJ⏎wikidata:`
        Right: `country: FJ`
        """,
    ),
    Rule(
        "yaml-duplicate-key",
        """A key stands once: of two, only one could be shown.

        Wrong in `people/vula-seru.yaml`: `country: IS⏎country: FJ`
        Right: `country: FJ`
        """,
    ),
    Rule(
        "yaml-anchor",
        """A file has no anchors (`&`): every record says what it says itself.

        Wrong in `people/vula-seru.yaml`: `country: &home FJ`
        Right: `country: FJ`
        """,
    ),
    Rule(
        "yaml-alias",
        """A file has no aliases (`*`): the text is written again.

        Wrong in `people/vula-seru.yaml`: `country: *home`
        Right: `country: FJ`
        """,
    ),
    Rule(
        "yaml-tag",
        """A file has no tags (`!`): every value is text until the field gives it a type.

        Wrong in `people/vula-seru.yaml`: `country: !!str FJ`
        Right: `country: FJ`
        """,
    ),
    Rule(
        "yaml-depth",
        """Lists and mappings lie no deeper in each other than 32 levels.

        Wrong: brackets in brackets, forty times.
        Right: the few levels that the fields of a record have.
        """,
    ),
    Rule(
        "yaml-documents",
        """A file is one document: a line `---` begins no second one.

        Wrong in `people/vula-seru.yaml`: `country: FJ⏎---⏎country: FJ`
        Right: `country: FJ`
        """,
    ),
)
