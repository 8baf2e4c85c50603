"""What can go wrong, and what was decided."""
