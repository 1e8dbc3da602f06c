"""A pass that is narrowed: to a territory, to some codes, or away from others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

import pbgov
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.org import Body, Tie
from pbgov.packs import JIXI
from pbgov.validation import judge
from tests.catalogue.worlds import CHAIN, ON, place, unit

TWO = place(
    *CHAIN,
    unit("other", "township", "county", "subdistrict"),
    Body(id="m1", kind="regional_joint_meeting", host="block"),
    Body(id="m2", kind="regional_joint_meeting", host="other"),
    Tie(id="t1", kind="member", source="nobody", target="m1"),
    Tie(id="t2", kind="member", source="nobody", target="m2"),
    whole="bodies ties units",
)


def subjects(**asked: object) -> dict[str, set[str]]:
    report = pbgov.validate(TWO, pack=JIXI, on=ON, **asked)  # type: ignore[arg-type] # any of what may be asked
    found: dict[str, set[str]] = {}
    for finding in report.breached:
        found.setdefault(finding.code, set()).add(finding.subject)
    return found


def test_within_a_territory_is_what_its_units_hold() -> None:
    whole, street, other = subjects(), subjects(within="street"), subjects(within="other")
    assert whole["PBS01"] == {"t1", "t2"}
    assert (street["PBS01"], other["PBS01"]) == ({"t1"}, {"t2"})
    assert {code for code in whole if "block" in whole[code]} == {code for code in street if "block" in street[code]}
    assert not any("block" in names or "m1" in names for names in other.values())
    assert subjects(within="city") == whole


def test_select_and_ignore_take_codes_and_their_beginnings() -> None:
    whole = subjects()
    assert subjects(select=["PBS"]) == {code: names for code, names in whole.items() if code.startswith("PBS")}
    assert subjects(ignore=("PBS", "JX2")) == {
        code: names for code, names in whole.items() if not code.startswith(("PBS", "JX2"))
    }
    report = pbgov.validate(TWO, pack=JIXI, on=ON, select=("JX201",), ignore=("JX206",), within="street")
    told = report.to_dict()
    assert (told["select"], told["ignore"], told["within"]) == (["JX201"], ["JX206"], "street")
    assert {tally.code for tally in report.tallies} == {"JX201"}


def test_what_could_not_be_read_is_told_whatever_is_asked() -> None:
    document = pbgov.to_document(TWO) | {"people": {"p": {}}}
    report = pbgov.validate(document, pack=JIXI, on=ON, select=["JX201"], within="other")
    assert {finding.code for finding in report.breached} >= {"PBB03"}
    assert not report.complete


@pytest.mark.parametrize("name", ["select", "ignore"])
def test_a_code_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(InvalidValueError, match=r"no code begins with 'XX'.* / .*不是任何规范代码的开头"):
        subjects(**{name: ["XX"]})
    with pytest.raises(InvalidValueError, match=r"must be a list of codes, not 'JX'.* / .*须为代码的列表") as caught:
        subjects(**{name: "JX"})
    assert caught.value.culprits == ("JX",)


def test_a_unit_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownIdError, match=r"nothing has the identifier 'nowhere'"):
        subjects(within="nowhere")
    assert pbgov.validate("[", on=date(2018, 7, 1), within="nowhere").complete is False


@pytest.mark.parametrize("call", [
    lambda: pbgov.diff(TWO, "x"),  # type: ignore[arg-type] # what is wrong is what is tried
    lambda: pbgov.Checker("x", on=ON),  # type: ignore[arg-type] # as above
    lambda: judge({}, on=ON),  # type: ignore[arg-type] # as above
], ids=["diff", "checker", "judge"])  # fmt: skip
def test_what_is_no_place_is_refused(call: Callable[[], object]) -> None:
    with pytest.raises(InvalidValueError, match=r"a place \(Jurisdiction\) is expected, not .* / 应为一地的记录"):
        call()


def test_a_graph_is_of_a_day() -> None:
    with pytest.raises(InvalidValueError, match=r"day should be a date and is '2020'"):
        TWO.org.on("2020")  # type: ignore[arg-type] # as above
