"""Texts of any kind, and a page that shows one everywhere."""

from __future__ import annotations

from hypothesis import strategies as st

from readouts.render.blocks import Division, Facts, Heading, Item, Items, Link, Page, Paragraph, Span, Strong, Table, Target

HERE = "meetings/2014/x.md"

texts = st.text(
    st.one_of(
        st.sampled_from("\\`*_{}[]()<>#+-.!|&^~=:\"'$%@1 \n"), st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
    ),
    min_size=1,
).filter(str.strip)


def page_of(text: str) -> Page:
    """A page that shows a text in every kind of block and inline."""
    there = Target("people/x.md")
    blocks = (
        Heading(2, (text,), "h"),
        Paragraph((text,), "p", "c"),
        Paragraph((Strong(text), " ", text)),
        Paragraph((Link((text,), there, "c"), " ", Span((text,), "c", "ja"))),
        Items((Item((text,), "i", "c"), Item((text,)))),
        Division("d", (Facts(((text, ((text,), (text,))),)), Items((Item((text,)),)), Paragraph((text,)))),
        Table((text, "x"), (((text,), (text,)),)),
    )
    return Page(HERE, "t", "d", "s", blocks)
