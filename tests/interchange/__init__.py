"""How models come and go."""
