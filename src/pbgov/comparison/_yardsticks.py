"""Yardsticks: the counts and ratios by which places are compared, each a measure over selectors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from pbgov.base import Amount, Text, check_id, said, term
from pbgov.comparison._levels import LEVELS, SELECTORS, chain, side_chain
from pbgov.comparison._sides import Compared
from pbgov.model import View, columns
from pbgov.rules import HERE, Concentration, Count, Measure, Ratio, Sum, each


@attrs.frozen(kw_only=True)
class Yardstick:
    """One number by which places are compared.

    Attributes:
        code: What it is called in data, ``"members_per_meeting"``.
        title: What a person calls it.
        of: The measure, of a place as a whole. A ``Ratio`` and a ``Concentration`` come in parts per thousand.
    """

    code: str = attrs.field(validator=check_id)
    title: Text
    of: Measure


@attrs.frozen(kw_only=True)
class MeasureRow:
    """One number on each side.

    Attributes:
        code: Which yardstick.
        title: What a person calls it.
        per_thousand: Whether the amounts are in parts per thousand, 2350 for 2.35.
        cells: The sides in their order, as far as the record of each says.
    """

    code: str
    title: Text
    per_thousand: bool = False
    cells: tuple[Amount, ...]

    @property
    def differs(self) -> bool:
        """Whether the sides are not all alike."""
        return len({(amount.low, amount.high) for amount in self.cells}) > 1


_units, _bodies, _posts, _ties = columns("units"), columns("bodies"), columns("posts"), columns("ties")
_documents, _events, _lists = columns("documents"), columns("events"), columns("lists")
_grids, _processes = columns("grids"), columns("processes")

_JOINT = each(
    _bodies.kind.is_in(
        (
            "city_joint_meeting",
            "regional_joint_meeting",
            "joint_meeting",
            "joint_building_meeting",
            "three_party_meeting",
        )
    )
)
_MEETINGS = Count(_JOINT)
_MEMBERS = Count(_JOINT.back(_ties.target, _ties.kind == "member"))
_OF_ONE = Count(HERE.back(_ties.target, _ties.kind == "member"))
_TERRITORY = Count(each(_units.level.is_in(LEVELS)))
_COUNTIES, _TOWNSHIPS, _COMMUNITIES = (Count(SELECTORS[level]) for level in ("county", "township", "community"))
_GRIDS = Count(each(_grids))
_WORKERS = Count(each(_grids).back(_ties.target, _ties.kind == "serves"))
_AGREEMENTS = Count(
    each(
        _documents.kind.is_in(
            (
                "joint_building_agreement",
                "joint_mode_agreement",
                "joint_building_covenant",
                "community_property_agreement",
            )
        )
    )
)
_BODIES, _EVENTS = Count(each(_bodies)), Count(each(_events))
_BRANCHES = ("party_branch", "community_party_branch", "compound_branch")


def _yardstick(code: str, of: Measure) -> Yardstick:
    return Yardstick(code=code, title=said(f"yardstick.{code}"), of=of)


YARDSTICKS: Final = (
    _yardstick("units", Count(each(_units))),
    _yardstick("townships_per_county", Ratio(_TOWNSHIPS, _COUNTIES)),
    _yardstick("communities_per_township", Ratio(_COMMUNITIES, _TOWNSHIPS)),
    _yardstick("bodies", _BODIES),
    _yardstick("joint_meetings", _MEETINGS),
    _yardstick("joint_meetings_per_unit", Ratio(_MEETINGS, _TERRITORY)),
    _yardstick("members", _MEMBERS),
    _yardstick("members_per_meeting", Ratio(_MEMBERS, _MEETINGS)),
    _yardstick("concentration", Concentration(_JOINT, _OF_ONE)),
    _yardstick("part_time_members", Count(each(_ties.kind == "part_time_member"))),
    _yardstick("branches", Count(each(_units.kind.is_in(_BRANCHES)))),
    _yardstick("grids", _GRIDS),
    _yardstick("households_per_grid", Ratio(Sum(each(_grids), "households"), _GRIDS)),
    _yardstick("grid_workers", Count(each(_posts.kind == "grid_worker"))),
    _yardstick("workers_per_grid", Ratio(_WORKERS, _GRIDS)),
    _yardstick("contracts", Count(each(_ties.kind == "contracted_to"))),
    _yardstick("agreements", _AGREEMENTS),
    _yardstick("agreements_per_community", Ratio(_AGREEMENTS, _COMMUNITIES)),
    _yardstick("lists", Count(each(_lists))),
    _yardstick("posts", Count(each(_posts))),
    _yardstick("events", _EVENTS),
    _yardstick("events_per_body", Ratio(_EVENTS, _BODIES)),
    _yardstick("processes", Count(each(_processes))),
)
"""What the library compares places by; ``compare`` takes others."""


def measure_rows(
    sides: Sequence[Compared], views: Sequence[View], yardsticks: Sequence[Yardstick]
) -> tuple[MeasureRow, ...]:
    """Measure each side: the length of its chains, then by each yardstick, then its bodies by kind."""
    chains = [
        MeasureRow(code=name, title=said(f"yardstick.{name}"), cells=tuple(map(of, views)))
        for name, of in (("chain", chain), ("side_chain", side_chain))
    ]
    measured = [
        MeasureRow(
            code=one.code,
            title=one.title,
            per_thousand=isinstance(one.of, Ratio | Concentration),
            cells=tuple(view.measure(one.of) for view in views),
        )
        for one in (*yardsticks, *_by_kind(sides))
    ]
    return (*chains, *measured)


def _by_kind(sides: Sequence[Compared]) -> Iterator[Yardstick]:
    """Count bodies by each kind that a side has."""
    for kind in sorted({body.kind for side in sides for body in side.place.bodies.on(side.on)}):
        title = said("yardstick.bodies.of", kind=term(kind))
        yield Yardstick(code=f"bodies.{kind}", title=title, of=Count(each(_bodies.kind == kind)))
