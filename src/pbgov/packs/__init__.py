"""pbgov.packs."""
