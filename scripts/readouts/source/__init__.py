"""YAML files as text with places: the strict reader, and the writer of the one layout.

YAML 1.1 would turn `NO` (Norway) into false and `10:25` into 625. Here nothing is turned into anything: every scalar stays
as it is written, and what a record never needs is refused. All that is refused in a file is reported; bad input never
raises, and no step takes longer than in proportion to the file.
"""

from readouts.source.characters import MAX_BYTES
from readouts.source.document import Data, Document
from readouts.source.nodes import Node, read_nodes
from readouts.source.reader import MAX_DEPTH, parse
from readouts.source.writer import WIDTH, write

__all__ = ["MAX_BYTES", "MAX_DEPTH", "WIDTH", "Data", "Document", "Node", "parse", "read_nodes", "write"]
