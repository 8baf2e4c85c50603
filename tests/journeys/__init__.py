"""The built product in a real browser."""
