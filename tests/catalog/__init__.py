"""What the field knows: the words, the files, and reading them."""
