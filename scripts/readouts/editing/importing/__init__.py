"""A published readout as plain text or HTML → a draft record, and a report of what was understood, guessed, asked and dropped.

    page      bytes → blocks of text: `markup` reads HTML, `plain` what has no markup
    layout    blocks → title, date, photographs, lead, sections and paragraphs; menus and link labels are dropped
    dates · times · names · places · people · statements
              what the texts say: each finds one kind of thing
    words     the words they look for in each language (`words.json`, `verbs.json`)
    draft     what was found → the record, laid out as `readouts fmt` does
    report    what to look at

Nothing is invented: what is not known for sure stands as `TODO` in the draft, which `readouts check` refuses. The page’s sentences
are not copied; they belong to its publisher.
"""

from readouts.editing.importing.draft import Given, Imported, imported
from readouts.editing.importing.page import MAX_BYTES, PageError

__all__ = ["MAX_BYTES", "Given", "Imported", "PageError", "imported"]
