"""pbgov.testing."""
