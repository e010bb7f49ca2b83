"""What was made of which answers, and which of it has to be made again."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, Self, TypeAlias

if TYPE_CHECKING:
    from readouts.archive.answers import Asked
    from readouts.archive.fingerprints import Question


DependentsData: TypeAlias = tuple[list[tuple[str, str | int | tuple[str, str], int]], dict[str, list[int]]]
"""Dependents as plain data: questions with the fingerprints of their answers, and name → the positions of its questions."""


class Dependents:
    """Things by name, with the questions that were asked to make them and the fingerprints of the answers then."""

    def __init__(self) -> None:
        self.questions: dict[Question, int] = {}
        """Question → its number."""
        self.fingerprints: list[int] = []
        """Of the answers, by the numbers of the questions."""
        self.of: dict[str, array[int]] = {}
        """Name → the numbers of the questions."""

    @classmethod
    def of_data(cls, data: DependentsData) -> Self:
        """What `data` gave."""
        found = cls()
        questions, of = data
        found.questions = {(name, about): number for number, (name, about, _) in enumerate(questions)}
        found.fingerprints = [fingerprint for _, _, fingerprint in questions]
        found.of = {name: array("I", numbers) for name, numbers in of.items()}
        return found

    def data(self) -> DependentsData:
        """All of it, but questions that nothing depends on any more."""
        used = sorted(set().union(*self.of.values()))
        renumbered = {number: position for position, number in enumerate(used)}
        by_number = {number: question for question, number in self.questions.items()}
        questions = [(*by_number[number], self.fingerprints[number]) for number in used]
        return questions, {name: [renumbered[number] for number in numbers] for name, numbers in self.of.items()}

    def stale(self, archive: Asked, names: Iterable[str]) -> list[str]:
        """Which of these have to be made (again): those unknown, and those for which an answer has changed. They are forgotten."""
        changed = {
            number for question, number in self.questions.items() if archive.fingerprint(question) != self.fingerprints[number]
        }
        known = self.of
        found = [name for name in names if name not in known or not changed.isdisjoint(known[name])]
        for name in found:
            self.forget(name)
        return found

    def note(self, archive: Asked, name: str, asked: Iterable[Question]) -> None:
        """Something was made of the answers to these questions, as the archive gives them now."""
        numbers = array("I")
        for question in asked:
            number = self.questions.setdefault(question, len(self.fingerprints))
            fingerprint = archive.fingerprint(question)
            if number == len(self.fingerprints):
                self.fingerprints.append(fingerprint)
            else:
                self.fingerprints[number] = fingerprint
            numbers.append(number)
        self.of[name] = numbers

    def forget(self, name: str) -> None:
        """Something has to be made again, whatever the answers are."""
        self.of.pop(name, None)

    def keep_only(self, names: Iterable[str]) -> None:
        """Forget everything else."""
        kept = set(names)
        for name in self.of.keys() - kept:
            del self.of[name]
