"""Made-up worlds: what a text only counts, made up from a seed and marked as made up."""

from pbgov.synth._fill import fill_meetings, fill_members, fill_units

__all__ = ["fill_meetings", "fill_members", "fill_units"]
