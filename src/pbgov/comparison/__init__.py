"""Comparison: places side by side, by levels, measures, mechanisms, and norm by norm.

``compare`` takes several places, each with the pack it is judged by and, where reports speak of different years, with a
day of its own. Levels are matched by what they are and not by how deep they lie. What a record does not say is no zero.
"""

from pbgov.comparison._asked import AskedCell, Stand
from pbgov.comparison._comparison import Comparison, compare
from pbgov.comparison._levels import LEVELS, LevelCell, LevelRow
from pbgov.comparison._rows import MechanismCell, MechanismRow, NormRow, Presence
from pbgov.comparison._sheets import Sheet
from pbgov.comparison._sides import Compared, Side
from pbgov.comparison._yardsticks import YARDSTICKS, MeasureRow, Yardstick

__all__ = [
    "LEVELS",
    "YARDSTICKS",
    "AskedCell",
    "Compared",
    "Comparison",
    "LevelCell",
    "LevelRow",
    "MeasureRow",
    "MechanismCell",
    "MechanismRow",
    "NormRow",
    "Presence",
    "Sheet",
    "Side",
    "Stand",
    "Yardstick",
    "compare",
]
