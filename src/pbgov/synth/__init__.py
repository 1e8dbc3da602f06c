"""pbgov.synth."""
