"""What is at stake."""
