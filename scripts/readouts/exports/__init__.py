"""Other formats than pages: one format a file."""
