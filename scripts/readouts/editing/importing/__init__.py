"""A published readout as plain text or HTML → a draft record, and a report of what was understood, guessed, asked and dropped.

    page       bytes → blocks of text: `markup` reads HTML, `plain` what has no markup, `marks` the numbers before a paragraph
    layout     blocks → title, date, photographs, lead, sections and paragraphs; menus and link labels are dropped
    dates · times · names · people · places
               what a text says: each finds one kind of thing, by the words of its language (`words`: `words.json`, `verbs.json`)
    facts      when the meeting was, of what kind; `sides`: for whom somebody took part; `sittings`: which times
               belong together; `sessions`: the same, held against each other
    statements who says what about what, by the verbs of its `sentences`; `account`: the same as it stands in the draft
    draft      all of it → the record, laid out as `readouts fmt` does
    report     what to look at; `context`: what every finder is given

Nothing is invented: what is not known for sure stands as `TODO` in the draft, which `readouts check` refuses. The page’s sentences
are not copied; they belong to its publisher.
"""

from readouts.editing.importing.draft import Given, Imported, imported
from readouts.editing.importing.names import Authorities
from readouts.editing.importing.page import MAX_BYTES, PageError

__all__ = ["MAX_BYTES", "Authorities", "Given", "Imported", "PageError", "imported"]
