"""From files to the archive: typed records, their indexes, and what tells whether something has to be done again."""
