"""What is wrong, where, and how to mend it.

Every room that can refuse something yields `Problem`s; they are diagnosed once and rendered here (`formats`) for those who show them.
What the codes mean is a `Rule` beside the code that refuses.
"""

from readouts.problems.problem import BrokenRecordsError, Loc, Position, Problem, Severity, errors
from readouts.problems.report import Report
from readouts.problems.rules import Example, Rule

__all__ = ["BrokenRecordsError", "Example", "Loc", "Position", "Problem", "Report", "Rule", "Severity", "errors"]
