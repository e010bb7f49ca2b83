"""A page as a tree of blocks, and its writers. This room knows no record."""
