"""One file for each shape of a path."""
