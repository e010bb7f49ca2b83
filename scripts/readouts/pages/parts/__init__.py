"""Parts that several kinds of page have, or that make one page too long for one file."""
