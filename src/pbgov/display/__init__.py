"""pbgov.display."""
