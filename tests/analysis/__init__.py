"""Who suggests: the pure engine, and runs of it."""
