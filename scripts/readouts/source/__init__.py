"""YAML files as text with places: the strict reader.

YAML 1.1 would turn `NO` (Norway) into false and `10:25` into 625. Here nothing is turned into anything: every scalar stays
as it is written, and what a record never needs is refused. All that is refused in a file is reported; bad input never
raises, and no step takes longer than in proportion to the file.
"""

from readouts.source.characters import MAX_BYTES
from readouts.source.document import Data, Document
from readouts.source.reader import MAX_DEPTH, parse

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Data", "Document", "parse"]
