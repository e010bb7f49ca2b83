"""What changes the files that people edit: each file is one way, from the bytes of a file to those that should stand there."""
