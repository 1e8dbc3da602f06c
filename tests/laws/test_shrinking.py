"""Laws of shrinking: what is found is the smallest place there is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import Phase, find, settings

from pbgov.model import TABLES, Jurisdiction
from pbgov.org import FOUR_LEVELS, Body, Tie, Unit
from pbgov.testing._model import broken, jurisdictions

QUICK = settings(max_examples=200, database=None, deadline=None, phases=[Phase.generate, Phase.shrink])
EMPTY = Jurisdiction(id="a", world="reported", profile=FOUR_LEVELS)
FIRST, SECOND = (Unit(id=key, kind="department", level="city") for key in ("U0", "U1"))
MEMBERS = [Tie(id=key, kind="member", source="U0", target="U0") for key in ("T0", "T1")]
ROWS_OF_DAMAGE = {
    **dict.fromkeys(("PBS01", "PBS02", "PBS06", "PBS07", "PBS12", "PBS13"), 1),
    **dict.fromkeys(("PBS03", "PBS05", "PBS11"), 2),
    **dict.fromkeys(("PBS08", "PBS09"), 3),
    "PBS10": 4,
    "PBS04": 5,
}


@pytest.mark.parametrize(
    ("sought", "smallest"),
    [
        (lambda _: True, EMPTY),
        (
            lambda place: bool(place.bodies),
            EMPTY.having(FIRST, Body(id="M0", kind="city_joint_meeting", host="U0")),
        ),
        (lambda place: len(place.ties) > 1, EMPTY.having(FIRST, *MEMBERS)),
        (
            lambda place: any(tie.kind == "leads" for tie in place.ties.values()),
            EMPTY.having(FIRST, SECOND, Tie(id="T0.leads.U1", kind="leads", source="U0", target="U1")),
        ),
    ],
    ids=["any", "body", "two-ties", "leading"],
)
def test_the_smallest_place_is_found(sought: Callable[[Jurisdiction], bool], smallest: Jurisdiction) -> None:
    assert find(jurisdictions(max_units=2, max_size=1), sought, settings=QUICK) == smallest


@pytest.mark.parametrize("code", ROWS_OF_DAMAGE)
def test_the_smallest_damage_stands_alone(code: str) -> None:
    sound = jurisdictions(max_units=2, max_size=1).filter(lambda place: place.profile is FOUR_LEVELS)
    place, planted = find(broken(sound, codes=[code]), lambda _: True, settings=QUICK)
    assert planted.code == code
    assert (place.id, place.name, place.world) == (EMPTY.id, EMPTY.name, EMPTY.world)
    assert [claim.table for claim in place.recorded] == (["ledger"] if code == "PBS12" else [])
    assert sum(len(place.table(name)) for name in TABLES) == ROWS_OF_DAMAGE[code]
