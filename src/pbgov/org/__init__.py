"""Organisations: who there is, at which level, and how they are tied to one another.

A place has *units* at the levels of its profile (city, county, subdistrict, community) and organisations that
stand in a territory without being one; joint *bodies* hosted by units; *posts* and who holds them; and *ties*
between all of these. ``OrgGraph`` answers questions about one day.
"""

from pbgov.org._coverage import (
    Coverage,
    DualLeadership,
    LevelBreak,
    blind_spots,
    breaks,
    coverage,
    dual_leadership,
    level_breaks,
    seams,
)
from pbgov.org._graph import OrgGraph, cycles
from pbgov.org._levels import (
    CITY,
    COMMUNITY,
    COUNTY,
    DIRECT_LEVELS,
    FOUR_LEVELS,
    NATIONAL_LEVELS,
    PROVINCE,
    TOWNSHIP,
    Level,
    LevelProfile,
)
from pbgov.org._measures import (
    CrossAppointment,
    Inclusion,
    Load,
    Overlap,
    SpanOfControl,
    cross_appointments,
    load,
    overlap,
    overlaps,
    routes,
    span_of_control,
    upward_inclusion,
)
from pbgov.org._records import Body, Holding, Person, Post, Tie, Unit

__all__ = [
    "CITY",
    "COMMUNITY",
    "COUNTY",
    "DIRECT_LEVELS",
    "FOUR_LEVELS",
    "NATIONAL_LEVELS",
    "PROVINCE",
    "TOWNSHIP",
    "Body",
    "Coverage",
    "CrossAppointment",
    "DualLeadership",
    "Holding",
    "Inclusion",
    "Level",
    "LevelBreak",
    "LevelProfile",
    "Load",
    "OrgGraph",
    "Overlap",
    "Person",
    "Post",
    "SpanOfControl",
    "Tie",
    "Unit",
    "blind_spots",
    "breaks",
    "coverage",
    "cross_appointments",
    "cycles",
    "dual_leadership",
    "level_breaks",
    "load",
    "overlap",
    "overlaps",
    "routes",
    "seams",
    "span_of_control",
    "upward_inclusion",
]
