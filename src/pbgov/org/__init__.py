"""Organisations: who there is, at which level, and how they are tied to one another.

A place has *units* at the levels of its profile (city, county, subdistrict, community) and organisations that
stand in a territory without being one; joint *bodies* hosted by units; *posts* and who holds them; and *ties*
between all of these. ``OrgGraph`` answers questions about one day.
"""

from pbgov.org._graph import OrgGraph, cycles
from pbgov.org._levels import CITY, COMMUNITY, COUNTY, FOUR_LEVELS, TOWNSHIP, Level, LevelProfile
from pbgov.org._records import Body, Holding, Person, Post, Tie, Unit

__all__ = [
    "CITY",
    "COMMUNITY",
    "COUNTY",
    "FOUR_LEVELS",
    "TOWNSHIP",
    "Body",
    "Holding",
    "Level",
    "LevelProfile",
    "OrgGraph",
    "Person",
    "Post",
    "Tie",
    "Unit",
    "cycles",
]
