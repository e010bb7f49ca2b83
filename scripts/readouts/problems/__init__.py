"""What is wrong, where, and how to mend it.

Every room that can refuse something yields `Problem`s; they are diagnosed once and rendered here for those who show them.
"""

from readouts.problems.problem import BrokenRecordsError, Loc, Position, Problem, Severity, errors

__all__ = ["BrokenRecordsError", "Loc", "Position", "Problem", "Severity", "errors"]
