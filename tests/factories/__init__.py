"""Makes people, systems and findings for tests."""
