"""Overlays: what they change, from when to when, what they may not, and what is told of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.base import Assumption, Required, Text
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules import (
    Bound,
    Dated,
    Effect,
    Instrument,
    Overlay,
    Parameter,
    Rule,
    RulePack,
    Setting,
    Suspension,
    Touch,
    field,
    param,
)

WORDS = Text(zh="规则", en="rule")
GROUND = Assumption(WORDS)
OTHER = Assumption(Text(zh="另一依据", en="another ground"))
MAY, JULY, YEAR = date(2018, 5, 1), date(2018, 7, 1), date(2019, 1, 1)
posts = field("posts", "int", WORDS, low=0)


def rule(name: str, when: Any, **more: Any) -> Rule:
    return Rule(id=name, effect=more.pop("effect", Effect.PERMIT), when=when, text=WORDS, basis=GROUND, **more)


def figure(*values: tuple[int, date | None], **more: Any) -> Parameter:
    dated = tuple(Dated(value=value, basis=GROUND, start=start) for value, start in values)
    return Parameter(id="floor", unit=WORDS, values=dated, **more)


def overlay(name: str = "city", **changes: Any) -> Overlay:
    return Overlay(id=name, title=WORDS, basis=OTHER, **changes)


def setting(value: int, start: date | None = None) -> Setting:
    return Setting("floor", Dated(value=value, basis=OTHER, start=start))


def pack(parameter: Parameter | None = None, **more: Any) -> RulePack:
    rules = (rule("P", posts >= param("floor"), **more), rule("Q", posts > 90))
    return RulePack(
        id="base", title=WORDS, fields=(posts.field,), parameters=(parameter or figure((2, None)),), rules=rules
    )


def floor(held: RulePack, day: date) -> object:
    return held.at(day).figure("floor")


def test_a_replacement_from_a_day_leaves_the_days_before() -> None:
    new = rule("P", posts >= 5, start=JULY)
    city = pack().extend(overlay(replace=(new,)))
    assert [one.start for one in city.versions("P") if isinstance(one, Rule)] == [None, JULY]
    assert city["P"] == new
    assert [str(city.at(day).outcome({"posts": 3})) for day in (MAY, JULY)] == ["admitted", "not_admitted"]
    assert city.cuts() == (JULY,)
    assert city.at(MAY) is city.at(date(2018, 6, 30))
    assert city.at(MAY) is not city.at(JULY)


def spans(held: RulePack) -> list[tuple[date | None, date | None]]:
    return [(one.start, one.end) for one in held.versions("P") if isinstance(one, Rule)]


@pytest.mark.parametrize(
    ("start", "wanted"),
    [
        (YEAR, [(None, JULY), (JULY, YEAR), (YEAR, None)]),
        (JULY, [(None, JULY), (JULY, None)]),
        (MAY, [(None, MAY), (MAY, None)]),
        (None, [(None, None)]),
    ],
)
def test_what_was_replaced_once_is_replaced_again(start: date | None, wanted: list[Any]) -> None:
    once = pack().extend(overlay("once", replace=(rule("P", posts >= 5, start=JULY),)))
    new = rule("P", posts >= 7, start=start)
    twice = once.extend(overlay("twice", replace=(new,)))
    assert spans(twice) == wanted
    assert twice["P"] == new
    assert [one.id for one in twice.rules] == ["P"] * len(wanted) + ["Q"]
    assert once.extend(overlay("gone", suspend=("P",))).rules == twice.rules[-1:]
    late = once.extend(overlay("span", suspend=(Suspension(target="P", start=MAY, end=YEAR),)))
    assert spans(late) == [(None, MAY), (YEAR, None)]


@pytest.mark.parametrize(
    ("own", "gap", "wanted"),
    [
        ((None, None), (MAY, JULY), [(None, MAY), (JULY, None)]),
        ((None, None), (None, JULY), [(JULY, None)]),
        ((None, None), (JULY, None), [(None, JULY)]),
        ((MAY, YEAR), (MAY, JULY), [(JULY, YEAR)]),
        ((MAY, YEAR), (JULY, YEAR), [(MAY, JULY)]),
        ((MAY, YEAR), (None, JULY), [(JULY, YEAR)]),
        ((MAY, JULY), (YEAR, None), [(MAY, JULY)]),
        ((JULY, YEAR), (None, MAY), [(JULY, YEAR)]),
        ((JULY, YEAR), (MAY, JULY), [(JULY, YEAR)]),
        ((MAY, JULY), (JULY, YEAR), [(MAY, JULY)]),
    ],
)
def test_what_remains_beside_a_span(own: Any, gap: Any, wanted: list[Any]) -> None:
    base = pack(start=own[0], end=own[1])
    assert spans(base.extend(overlay(suspend=(Suspension(target="P", start=gap[0], end=gap[1]),)))) == wanted


@pytest.mark.parametrize("gap", [(MAY, YEAR), (None, None), (JULY, YEAR), (None, YEAR), (MAY, None)])
def test_what_is_suspended_throughout_is_gone(gap: Any) -> None:
    base = pack(start=JULY, end=YEAR)
    gone = base.extend(overlay(suspend=(Suspension(target="P", start=gap[0], end=gap[1]),)))
    assert [one.id for one in gone.rules] == ["Q"]


def test_what_is_suspended_for_a_span_comes_back() -> None:
    city = pack().extend(overlay(suspend=(Suspension(target="P", start=MAY, end=JULY),)))
    days = (date(2018, 4, 30), MAY, date(2018, 6, 30), JULY)
    assert [str(city.at(day).outcome({"posts": 3})) for day in days] == [
        "admitted", "not_admitted", "not_admitted", "admitted",
    ]  # fmt: skip
    gone = pack().extend(overlay(suspend=("P",)))
    assert [one.id for one in gone.rules] == ["Q"]
    late = pack(start=JULY).extend(overlay(suspend=(Suspension(target="P", start=None, end=YEAR),)))
    assert late.rule("P").start == YEAR
    assert pack(end=JULY).extend(overlay(suspend=(Suspension(target="P", start=YEAR),))).rule("P").end == JULY
    with pytest.raises(InvalidValueError, match="holds no day"):
        Suspension(target="P", start=JULY, end=JULY)


def test_a_value_is_set_from_a_day_and_later_values_stay() -> None:
    held = pack(figure((2, None), (4, YEAR))).extend(overlay(set=(setting(9, JULY),)))
    assert [floor(held, day) for day in (MAY, JULY, YEAR)] == [2, 9, 4]
    again = pack().extend(overlay(set=(setting(9),)))
    assert floor(again, MAY) == 9
    assert (
        again.text("floor", MAY).in_("en")
        == "floor: 9 (rule), from a day not stated. Basis: assumption: another ground"
    )
    assert again.text("floor", MAY).in_("zh") == "floor：9（规则），自未载明之日起。依据：假设：另一依据"
    with pytest.raises(UnknownIdError, match="no parameter roof"):
        again.text("roof", MAY)


@pytest.mark.parametrize(
    ("bound", "changes", "wanted"),
    [
        (Bound.FLOOR, {"set": (setting(3, JULY),)}, [2, 3, 4]),
        (Bound.FLOOR, {"set": (setting(6, JULY),)}, [2, 6, 6]),  # the later value of the base does not undo it
        (Bound.CAP, {"set": (setting(1, JULY),)}, [2, 1, 1]),
    ],
)
def test_a_bound_moves_one_way_over_all_days(bound: Bound, changes: dict[str, Any], wanted: list[int]) -> None:
    base = pack(figure((2, None), (4 if bound is Bound.FLOOR else 1, YEAR), bound=bound))
    held = base.extend(overlay(**changes))
    assert [floor(held, day) for day in (MAY, JULY, YEAR)] == wanted


@pytest.mark.parametrize(
    ("bound", "changes", "told"),
    [
        (Bound.FLOOR, {"set": (setting(1, JULY),)}, "floor is a floor and may not fall below 2.* / floor为下限"),
        (Bound.CAP, {"set": (setting(3, JULY),)}, "floor is a cap and may not rise above 2.* / floor为上限"),
        (Bound.FLOOR, {"replace": (figure((1, None)),)}, "may not fall below 2"),
        (Bound.FLOOR, {"replace": (figure((9, JULY)),)}, "may not fall below 2"),
    ],
)
def test_a_bound_does_not_move_the_other_way(bound: Bound, changes: dict[str, Any], told: str) -> None:
    with pytest.raises(InvalidValueError, match=told) as caught:
        pack(figure((2, None), bound=bound)).extend(overlay(**changes))
    assert caught.value.culprits == ("floor", "city")


@pytest.mark.parametrize("given", [None, Instrument.NORMATIVE_DOCUMENT, Instrument.LAW])
def test_what_is_entrenched_yields_to_a_higher_instrument_alone(given: Instrument | None) -> None:
    base = pack(figure((2, None), bound=Bound.FLOOR, entrenched=Instrument.LAW), entrenched=Instrument.LAW)
    for changes in ({"suspend": ("P",)}, {"set": (setting(1),)}, {"replace": (rule("P", posts > 0),)}):
        told = r"laid down by a law .* may not change it; .* / .*由法律规定"
        with pytest.raises(InvalidValueError, match=told):
            base.extend(overlay(instrument=given, **changes))
    higher = overlay(instrument=Instrument.CONSTITUTION, set=(setting(1),), suspend=("P",))
    assert floor(base.extend(higher), MAY) == 1


def test_overlays_at_once_need_an_order_where_they_meet() -> None:
    one, other = overlay("one", suspend=("P",)), overlay("other", set=(setting(5),), suspend=("P",))
    with pytest.raises(
        InvalidValueError, match=r"one and other both touch P and neither comes first.* / .*先后未定"
    ) as caught:
        pack().extend(one, other)
    assert caught.value.culprits == ("one", "other", "P")
    with pytest.raises(UnknownIdError, match="not there: P"):  # in order, the second finds it gone
        pack().extend(one, attrs.evolve(other, after=("one",)))
    apart = pack().extend(overlay("one", suspend=("Q",)), overlay("other", set=(setting(5),)))
    assert [name for name, _ in apart.overlays] == ["one", "other"]
    with pytest.raises(InvalidValueError, match="wait for one another"):
        pack().extend(attrs.evolve(one, after=("other",)), attrs.evolve(other, after=("one",)))
    with pytest.raises(InvalidValueError, match="one that is not there: nobody"):
        pack().extend(attrs.evolve(one, after=("nobody",)))


def test_every_change_is_kept_with_its_ground() -> None:
    held = pack().extend(overlay("city", set=(setting(3),))).extend(overlay("district", set=(setting(4),)))
    assert held.chain("floor") == tuple(
        Touch(target="floor", act="set", overlay=name, basis=OTHER) for name in ("city", "district")
    )
    assert held.chain("P") == ()
    with pytest.raises(UnknownIdError):
        held.chain("nothing")
    assert [name for name, _ in held.overlays] == ["city", "district"]


@pytest.mark.parametrize(
    ("changes", "error", "told"),
    [
        ({"set": (Setting("P", Dated(value=1, basis=OTHER)),)}, InvalidValueError, "only a parameter can be set"),
        ({"set": (Setting("Z", Dated(value=1, basis=OTHER)),)}, UnknownIdError, "not there: Z"),
        ({"suspend": ("Z",)}, UnknownIdError, "not there: Z"),
        ({"set": (setting(1), setting(2))}, InvalidValueError, "identifiers repeat: floor"),
        ({"add": (rule("P", posts > 1),)}, InvalidValueError, "identifiers repeat: P"),
        ({"replace": (rule("P", posts > 1), rule("P", posts > 2))}, InvalidValueError, "identifiers repeat: P"),
        ({"replace": (rule("P", posts > 1),), "suspend": ("P",)}, InvalidValueError, "identifiers repeat: P"),
        ({"replace": (rule("Z", posts > 1),)}, UnknownIdError, "not there: Z"),
        (
            {"suspend": (Suspension(target="floor", start=MAY),)},
            InvalidValueError,
            "parameter floor cannot be suspended for a span",
        ),
        (
            {"suspend": (Suspension(target="floor", end=MAY),)},
            InvalidValueError,
            "parameter floor cannot be suspended for a span",
        ),
    ],
)
def test_what_cannot_be_changed_is_named(changes: dict[str, Any], error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=f"{told}.* / "):
        pack().extend(overlay(**changes))


def test_overlays_at_once_have_identifiers_of_their_own() -> None:
    with pytest.raises(InvalidValueError, match="identifiers repeat: b") as caught:
        pack().extend(overlay("b", set=(setting(9),)), overlay("a"), overlay("b", set=(setting(8),)))
    assert caught.value.culprits == ("b",)


def test_a_value_from_the_day_of_another_takes_its_place() -> None:
    base = pack(figure((2, MAY), (4, YEAR)))
    for start, wanted in (
        (MAY, [None, 9, 9, 4]),
        (JULY, [None, 2, 9, 4]),
        (YEAR, [None, 2, 2, 9]),
        (None, [9, 2, 2, 4]),
    ):
        held = base.extend(overlay(set=(setting(9, start),)))
        assert [floor(held, day) for day in (date(2018, 4, 30), MAY, JULY, YEAR)] == wanted
    both = base.extend(overlay(set=(setting(9, JULY), setting(7, YEAR))))
    assert [floor(both, day) for day in (MAY, JULY, YEAR)] == [2, 9, 7]


def test_an_order_holds_through_overlays_between() -> None:
    first, between = overlay("a", set=(setting(3),)), overlay("b", after=("a",))
    last = overlay("c", after=("b",), set=(setting(5),))
    for given in ((first, between, last), (last, between, first), (between, last, first)):
        held = pack().extend(*given)
        assert floor(held, MAY) == 5
        assert [name for name, _ in held.overlays] == ["a", "b", "c"]
    with pytest.raises(InvalidValueError, match="a and c both touch floor and neither comes first"):
        pack().extend(first, overlay("b"), overlay("c", after=("b",), set=(setting(5),)))


def test_a_value_still_wanted_stays_wanted_under_a_bound() -> None:
    wanted = Dated(value=None, basis=Required(WORDS), start=YEAR)
    base = figure((2, None), bound=Bound.FLOOR)
    later = pack(attrs.evolve(base, values=(*base.values, wanted))).extend(overlay(set=(setting(9, JULY),)))
    assert [floor(later, day) for day in (MAY, JULY, YEAR)] == [2, 9, None]
    with pytest.raises(InvalidValueError, match="may not fall below 2"):
        pack(base).extend(overlay(set=(Setting("floor", attrs.evolve(wanted, start=None)),)))
    with pytest.raises(InvalidValueError, match="may not fall below 2"):
        pack(figure((2, None), (4, YEAR), bound=Bound.FLOOR)).extend(
            overlay(set=(Setting("floor", attrs.evolve(wanted, start=JULY)),))
        )


@pytest.mark.parametrize(
    ("bound", "later", "value", "wanted", "ground"),
    [
        (Bound.CAP, 4, 3, [5, 3, 3], OTHER),  # of the later value of the base and the one set, what binds more
        (Bound.CAP, 1, 3, [5, 3, 1], GROUND),
        (Bound.CAP, 3, 3, [5, 3, 3], GROUND),  # of two alike the base's own, with its ground
        (Bound.FLOOR, 7, 9, [5, 9, 9], OTHER),
        (Bound.FLOOR, 9, 7, [5, 7, 9], GROUND),
        (Bound.FLOOR, 7, 7, [5, 7, 7], GROUND),
        (None, 7, 9, [5, 9, 7], GROUND),
    ],
)
def test_of_a_value_set_and_a_later_one_the_tighter_binds(
    bound: Bound | None, later: int, value: int, wanted: list[int], ground: Assumption
) -> None:
    held = pack(figure((5, None), (later, YEAR), bound=bound)).extend(overlay(set=(setting(value, JULY),)))
    assert [floor(held, day) for day in (MAY, JULY, YEAR)] == wanted
    dated = held.at(YEAR).dated("floor")
    assert (dated and dated.basis, dated and dated.start) == (ground, YEAR)


def test_before_the_first_value_of_the_base_nothing_binds() -> None:
    held = pack(figure((2, JULY), bound=Bound.FLOOR)).extend(overlay(set=(setting(1, MAY),)))
    assert [floor(held, day) for day in (date(2018, 4, 30), MAY, JULY)] == [None, 1, 2]


def test_what_is_added_just_as_it_stands_changes_nothing() -> None:
    base = pack()
    again = base.extend(overlay(add=(*base.rules, *base.parameters)))
    assert [*again.entries()] == [*base.entries()]
    with pytest.raises(InvalidValueError, match="floor"):
        base.extend(overlay(add=(figure((3, None)),)))
