"""What is shown of a list that is ordered by numbers."""

from __future__ import annotations

import pytest

from readouts.pages.parts.ranked import _cut


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ([3, 2, 1], 3),
        ([9] * 12 + [1], 12),
        ([9] * 11 + [2, 2, 2, 1], 14),  # the twelfth and those of its number
        ([9] * 5 + [1] * 40, 5),  # too many of its number: none of them
        ([1] * 40, 12),  # as good as any
    ],
)
def test_of_equal_numbers_all_are_shown_or_none(numbers: list[int], shown: int) -> None:
    # Twelve or so, never cut by the alphabet while there is another way.
    assert _cut(numbers) == shown
