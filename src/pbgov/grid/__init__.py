"""Grids 网格: how a community is divided into the smallest units of care.

A ``Neighbourhood`` is the graph of one community: buildings 楼栋 with their households 户, and which of them one
can walk between; where that is not recorded, ``adjacency`` derives it from outlines or points.
A ``GridPlan`` divides it into grids: every building in exactly one. ``partition`` finds a plan
whose grids hang together and keep within bounds of households, as few as it can, since each grid takes one
full-time worker; where no plan exists it says why, in a ``Certificate`` that a clerk can read and a program can
check.

    >>> from pbgov.grid import Building, Neighbourhood, partition
    >>> towers = [Building(id=f"B{i}", households=h) for i, h in enumerate([120, 110, 90, 350])]
    >>> street = Neighbourhood(
    ...     id="N1", community="C1", buildings=towers, edges=[("B0", "B1"), ("B1", "B2"), ("B2", "B3")]
    ... )
    >>> result = partition(street, households=(200, 320))
    >>> result.feasible
    False
    >>> print(result.certificate.explain("zh"))
    楼栋B3（350户）各自已超过每个网格的上限320户。可行的最小调整：把上限提高到350户，或经豁免让楼栋B3单独成格。
    >>> result = partition(street, households=(200, 320), oversize="alone")
    >>> result.plan.households(), result.waived
    (FrozenMap({'N1-G1': 320, 'N1-G2': 350}), ('N1-G2',))

A plan may be improper (a grid of 340 households): norms judge that. A plan that is impossible (a building in two
grids) cannot be built. Everything here is a frozen value; a change is a new value.
"""

from pbgov.grid._adjacency import adjacency
from pbgov.grid._ask import OBJECTIVES
from pbgov.grid._barriers import Barrier
from pbgov.grid._branches import Branch, SizeMode, branches
from pbgov.grid._certificate import Certificate, Relaxation
from pbgov.grid._claims import Claim, Obstacle, Side
from pbgov.grid._conditions import Conditions
from pbgov.grid._many import partition_all
from pbgov.grid._measures import Splits, compounds_split, cut, deviation, pieces_of
from pbgov.grid._moves import PlanChange, compare_plans, moved
from pbgov.grid._networkx import from_networkx, to_networkx
from pbgov.grid._objectives import Objective
from pbgov.grid._partition import partition
from pbgov.grid._partitioning import Partitioning
from pbgov.grid._partitionings import Cause, Partitionings, Unplanned
from pbgov.grid._place_options import PlaceOptions
from pbgov.grid._places import Building, Neighbourhood, residents_of
from pbgov.grid._plan import Grid, GridPlan
from pbgov.grid._proof import Ground, Need, Proof
from pbgov.grid._revise import revise
from pbgov.grid._staffing import ContractedResponsibility, Staffing, assign_units, assign_workers

__all__ = [
    "OBJECTIVES",
    "Barrier",
    "Branch",
    "Building",
    "Cause",
    "Certificate",
    "Claim",
    "Conditions",
    "ContractedResponsibility",
    "Grid",
    "GridPlan",
    "Ground",
    "Need",
    "Neighbourhood",
    "Objective",
    "Obstacle",
    "Partitioning",
    "Partitionings",
    "PlaceOptions",
    "PlanChange",
    "Proof",
    "Relaxation",
    "Side",
    "SizeMode",
    "Splits",
    "Staffing",
    "Unplanned",
    "adjacency",
    "assign_units",
    "assign_workers",
    "branches",
    "compare_plans",
    "compounds_split",
    "cut",
    "deviation",
    "from_networkx",
    "moved",
    "partition",
    "partition_all",
    "pieces_of",
    "residents_of",
    "revise",
    "to_networkx",
]
