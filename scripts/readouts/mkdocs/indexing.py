"""The index of the search in a run of MkDocs: made once for all who ask for it at the same time."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.build.search_index import SearchIndex


class Indexing:
    """An index, and whether it may lack a change."""

    def __init__(self, index: SearchIndex) -> None:
        self.index = index
        self._stale = False
        self._one = threading.Lock()

    def changed(self) -> None:
        """Remember that pages were written since the index was made."""
        self._stale = True

    def make(self) -> float:
        """Make the index, if it may lack a change and does; the seconds that it took, or 0 where it was not made.

        Raises:
            SearchError: where Pagefind fails.
            OSError: where a file cannot be written. Whoever asks next makes it again.
        """
        with self._one:
            if not self._stale:
                return 0
            self._stale, began = False, time.monotonic()  # first: a save while it is made asks for it again
            try:
                return time.monotonic() - began if self.index.make() else 0
            except BaseException:
                self._stale = True
                raise
