"""Every fixed sentence, heading and label of the generated pages, to be read aloud at one go and changed without hunting.

A module here is a kind of page, `shared` what several have. A text with a value in it is a small function. Where links stand inside of
a sentence, the function takes them. Words of the records' own lists (acts, kinds, states) are the model's (`model/vocabulary.py`),
dates, times and numbers `model/wording.py`'s, what records are called `archive/titles.py`'s, citations `exports/`'s. Pages written by
hand are in `docs/`, the frame around every page in `docs/overrides/`, and what scripts say in `docs/assets/`.
"""
