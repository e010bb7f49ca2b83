"""The way through the house, again and again: only what changed is written to disk."""
