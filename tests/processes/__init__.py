"""The product's real processes, started, frozen and killed."""
