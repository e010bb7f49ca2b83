"""What changes the files that people edit: from what stands in them, and what is asked for, to what should stand there. Nothing is written here."""
