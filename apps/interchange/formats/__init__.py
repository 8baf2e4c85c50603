"""One module per file format: text in, SystemGraph out, and back. Pure: no Django here."""
