"""Made-up worlds: what a text only counts, made up from a seed and marked as made up.

``fill_units``, ``fill_meetings`` and ``fill_members`` add to a place what a text counts and does not name. ``city``
and ``nation`` make a whole world of the size and the shape of real ones, as columns; ``plant`` damages one
in a known number of places.
"""

from pbgov.synth._fill import fill_meetings, fill_members, fill_units
from pbgov.synth._plant import Planted, plant
from pbgov.synth._world import city, nation, to_rows

__all__ = ["Planted", "city", "fill_meetings", "fill_members", "fill_units", "nation", "plant", "to_rows"]
