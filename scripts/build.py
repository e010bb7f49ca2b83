"""The build script: `records/` → Markdown pages under `docs/`. Run it alone, or let the MkDocs hook run it."""

from readouts.cli import main

if __name__ == "__main__":
    main()
