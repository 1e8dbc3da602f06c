from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import attrs
import pytest

from pbgov.base import Assumption, Band, Cycle, Required, Text
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules import (
    HERE,
    Count,
    Dated,
    Effect,
    Move,
    Overlay,
    Parameter,
    ResolvedPack,
    RulePack,
    Within,
    each,
    field,
    lift,
)
from tests.unit.rules.worlds import (
    APPROVED,
    DAY,
    FORBID,
    LEAST,
    LISTED,
    ONE,
    PACK,
    STAFF,
    UNITS,
    WORDS,
    listed,
    needed,
    param,
    rule,
)

GROUND = Assumption(WORDS)
colour, first = field("colour", "code", WORDS), field("first", "date", WORDS)
NEWER = attrs.evolve(LEAST, values=(Dated(value=2, basis=GROUND),))


def overlay(**changes: Any) -> Overlay:
    return Overlay(id="city", title=Text(zh="市", en="city"), basis=GROUND, **changes)


@pytest.mark.parametrize(
    ("changes", "twice"),
    [
        ({"rules": (FORBID, LISTED, FORBID)}, ("F1",)),
        ({"parameters": (LEAST, LEAST)}, ("least",)),
        ({"norms": (ONE, ONE), "parameters": (LEAST, LEAST)}, ("XX001", "least")),
        ({"fields": (*PACK.fields, needed.field)}, ("field needed",)),
        ({"rules": (*PACK.rules, rule(id="least"))}, ("least",)),  # rules and parameters share one space
    ],
)
def test_an_identifier_stands_once(changes: dict[str, Any], twice: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError, match=r"identifiers repeat.* / 标识重复") as caught:
        attrs.evolve(PACK, **changes)
    assert caught.value.culprits == twice


@pytest.mark.parametrize(
    "changes",
    [
        {"rules": (rule(when=needed > param("most")),)},
        {"rules": (rule(unless=(needed > param("most"),)),)},
        {"rules": (rule(effect=Effect.REQUIRE, obligation=Move("staff", param("most"))),)},
        {"norms": (attrs.evolve(ONE, payload=Within(of=Count(HERE), exactly="most")),)},
        {"norms": (attrs.evolve(ONE, scope=each(UNITS.level == param("most"))),)},
    ],
)
def test_a_pack_has_the_parameters_it_names(changes: dict[str, Any]) -> None:
    with pytest.raises(UnknownIdError, match=r"the pack has no parameter most;.* / .*没有参数most") as caught:
        attrs.evolve(PACK, **changes)
    assert caught.value.culprits[0] == "most"


@pytest.mark.parametrize("changes", [{"when": field("g", "bool", WORDS)}, {"unless": (field("g", "int", WORDS) > 1,)}])
def test_a_pack_has_the_fields_it_asks_for(changes: dict[str, Any]) -> None:
    with pytest.raises(UnknownIdError, match=r"the pack has no field g;.* / .*没有字段g") as caught:
        attrs.evolve(PACK, rules=(rule(**changes),))
    assert caught.value.culprits == ("g", "X1")


@pytest.mark.parametrize(
    ("changes", "part", "kinds"),
    [
        ({"when": needed}, needed, ("int", "bool")),
        ({"when": listed & needed}, needed, ("int", "bool")),
        ({"when": listed | (needed + 1)}, needed + 1, ("int", "bool")),
        ({"when": ~needed}, needed, ("int", "bool")),
        ({"when": listed, "unless": (needed,)}, needed, ("int", "bool")),
        ({"when": listed + 1 == 2}, listed, ("bool", "int")),
        ({"when": needed + "a" == 2}, lift("a"), ("code", "int")),
        ({"when": needed * listed == 2}, listed, ("bool", "int")),
        ({"when": needed.plus_months(1) == DAY}, needed, ("int", "date")),
        ({"when": first.plus_months(listed) == DAY}, listed, ("bool", "int")),
        ({"when": first.plus_months(DAY) == DAY}, lift(DAY), ("date", "int")),
        ({"when": needed.is_in(("a",))}, needed, ("int", "code")),
        ({"when": colour.is_in("red")}, lift("red"), ("code", "codes")),
        ({"when": colour.is_in(colour)}, colour, ("code", "codes")),
        ({"when": colour.has("red")}, colour, ("code", "codes")),
        ({"effect": Effect.REQUIRE, "obligation": Move("staff", listed)}, listed, ("bool", "int")),
        ({"effect": Effect.REQUIRE, "obligation": Move("staff", needed, colour)}, colour, ("code", "int")),
    ],
)  # fmt: skip
def test_parts_of_a_condition_fit_together(changes: dict[str, Any], part: Any, kinds: tuple[str, str]) -> None:
    fields = (*PACK.fields, colour.field, first.field)
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(PACK, fields=fields, rules=(rule(**changes),))
    assert caught.value.culprits == (lift(part), "X1")
    assert f"{kinds[1]} is wanted here and" in str(caught.value)
    assert f"is {kinds[0]};" in str(caught.value)


@pytest.mark.parametrize(
    ("condition", "one", "other"),
    [
        (needed == listed, "int", "bool"), (needed != "a", "int", "code"), (needed < DAY, "int", "date"),
        (listed < True, "bool", "bool"), (colour >= "red", "code", "code"), (colour < "a", "code", "code"),
        (colour == ("red",), "code", "codes"), (first <= 20180701, "date", "int"), (first == "2018", "date", "code"),
    ],
)  # fmt: skip
def test_like_is_compared_with_like(condition: Any, one: str, other: str) -> None:
    with pytest.raises(InvalidValueError, match=rf"rule X1: {one} and {other} cannot be compared") as caught:
        attrs.evolve(PACK, fields=(*PACK.fields, colour.field, first.field), rules=(rule(when=condition),))
    assert caught.value.culprits == (lift(condition), "X1")


@pytest.mark.parametrize(
    "condition",
    [
        param("open"), ~param("open"), needed >= param("open"), needed + param("open") > 3, param("open") == listed,
        first.plus_months(param("open")) > DAY, param("open").plus_months(2) > DAY, colour.is_in(param("open")),
        param("open").is_in(("red",)), param("open") < param("open"), param("open") != "red",
    ],
)  # fmt: skip
def test_a_figure_to_come_may_turn_out_to_be_of_any_kind(condition: Any) -> None:
    wanted = Parameter(id="open", unit=WORDS, values=(Dated(value=None, basis=Required(WORDS)),))
    fields = (*PACK.fields, colour.field, first.field)
    pack = attrs.evolve(PACK, fields=fields, parameters=(LEAST, wanted), rules=(rule(when=condition),))
    assert "open" in pack.at(DAY).decide({}).missing


def test_an_overlay_adds_replaces_and_suspends() -> None:
    added, changed = rule(id="N1", when=colour == "red"), attrs.evolve(LISTED, text=Text(zh="新", en="new"))
    city = PACK.extend(overlay(add=(added,), replace=(changed, NEWER), suspend=("F1",), fields=(colour.field,)))
    assert (city.id, city.title.en) == ("city", "city")
    assert city.rules == (changed, APPROVED, STAFF, added)  # what is replaced keeps its place
    assert city.parameters == (NEWER,)
    assert city.norms == PACK.norms
    assert city.fields == (*PACK.fields, colour.field)
    assert city.overlays == (("city", GROUND),)
    assert city.at(DAY).figure("least") == 2
    assert PACK.at(DAY).figure("least") == 1
    assert city.extend(overlay()).overlays == (("city", GROUND), ("city", GROUND))


@pytest.mark.parametrize(
    ("changes", "lost"),
    [({"suspend": ("Z1", "F1", "Z2")}, ("Z1", "Z2")), ({"replace": (rule(id="Z3"),)}, ("Z3",))],
)
def test_an_overlay_changes_only_what_is_there(changes: dict[str, Any], lost: tuple[str, ...]) -> None:
    with pytest.raises(UnknownIdError, match=r"replaced or suspended is not there.* / .*条目不存在") as caught:
        PACK.extend(overlay(**changes))
    assert caught.value.culprits == lost


@pytest.mark.parametrize(
    "changes",
    [
        {"suspend": ("F1", "F1")},
        {"suspend": ("F1",), "replace": (FORBID,)},
        {"replace": (FORBID, attrs.evolve(FORBID, item="C-1.01"))},
        {"add": (attrs.evolve(FORBID, item="C-1.01"),)},
    ],
)
def test_an_overlay_names_a_target_once(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError, match=r"identifiers repeat: F1;") as caught:
        PACK.extend(overlay(**changes))
    assert caught.value.culprits == ("F1",)


def test_what_others_rest_on_is_not_suspended() -> None:
    with pytest.raises(UnknownIdError, match=r"no parameter least") as caught:
        PACK.extend(overlay(suspend=("least",)))
    assert caught.value.culprits == ("least", "XX001")


def test_what_is_picked_brings_its_parameters() -> None:
    assert PACK.pick("XX001", "F1") == (LEAST, ONE, FORBID)
    assert PACK.pick("least", "XX001") == (LEAST, ONE)
    assert PACK.pick() == ()
    other = RulePack(id="other", title=WORDS).extend(overlay(add=PACK.pick("XX001")))
    assert other.norms == (ONE,)
    with pytest.raises(UnknownIdError) as caught:
        PACK.pick("F1", "Z1")
    assert caught.value.culprits == ("Z1",)


def test_figures_on_a_day() -> None:
    values = (Dated(value=Band(1, 2), basis=GROUND, start=DAY),)
    band = Parameter(id="band", unit=Text(zh="户", en="households"), values=values)
    cycle = Parameter(id="cycle", unit=WORDS, values=(Dated(value=Cycle.YEAR, basis=GROUND),))
    pack = RulePack(id="p", title=WORDS, parameters=(band, cycle))
    assert pack.at(DAY).figure("band") == Band(1, 2)
    assert pack.at(DAY).dated("band") == values[0]
    assert pack.at(date(2018, 6, 30)).figure("band") is None
    assert pack.at(DAY).figure("cycle") is Cycle.YEAR
    assert pack.at(DAY).unit("band").en == "households"


@pytest.mark.parametrize("ask", ["dated", "figure", "unit"])
def test_a_parameter_there_is_not(ask: str) -> None:
    with pytest.raises(UnknownIdError, match=r"no parameter most;.* / .*没有参数most") as caught:
        getattr(PACK.at(DAY), ask)("most")
    assert caught.value.culprits == ("most",)


def test_norms_of_a_day() -> None:
    ended = attrs.evolve(PACK, norms=(attrs.evolve(ONE, end=DAY),))
    assert ended.at(DAY).norms == ()
    assert len(ended.at(date(2018, 6, 30)).norms) == 1


def test_a_day_is_resolved_once() -> None:
    assert PACK.at(DAY) is PACK.at(DAY)
    assert PACK.at(DAY) == ResolvedPack(pack=PACK, on=date.min)  # nothing in it ever changes
    again = pickle.loads(pickle.dumps(PACK))  # noqa: S301 - our own bytes
    assert again == PACK
    assert hash(again) == hash(PACK)
    assert again.digest == PACK.digest
    assert again.at(DAY).decide({}) == PACK.at(DAY).decide({})


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "other"},
        {"title": Text(zh="甲", en="b")},
        {"fields": (*PACK.fields, field("g", "int", WORDS).field)},
        {"parameters": (NEWER,)},
        {"rules": PACK.rules[:3]},
        {"rules": (attrs.evolve(FORBID, when=True), *PACK.rules[1:])},
        {"rules": tuple(reversed(PACK.rules))},
        {"norms": (attrs.evolve(ONE, waivable=True),)},
        {"norms": ()},
        {"overlays": (("base", GROUND),)},
    ],
)
def test_any_change_changes_the_digest(changes: dict[str, Any]) -> None:
    digests = {PACK.digest, attrs.evolve(PACK, **changes).digest}
    assert len(digests) == 2
    assert all(len(digest) == 16 for digest in digests)


def test_entries_and_fields_by_name() -> None:
    assert [PACK[name] for name in ("least", "F1", "XX001")] == [LEAST, FORBID, ONE]
    assert attrs.evolve(FORBID, when=PACK.field("banned")) == FORBID
    with pytest.raises(UnknownIdError, match=r"no entry Z1;") as caught:
        PACK["Z1"]
    assert caught.value.culprits == ("Z1",)
    with pytest.raises(UnknownIdError, match=r"no field least;") as caught:
        PACK.field("least")
    assert caught.value.culprits == ("least",)
