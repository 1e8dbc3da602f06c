"""A wrong call is refused at the door, in both languages, and never from the inside."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

import pbgov
from pbgov.base import Text
from pbgov.errors import InvalidValueError, StructureError, UnknownIdError
from pbgov.model import Approval, DutyRequest, Jurisdiction
from pbgov.org import FOUR_LEVELS, Unit
from pbgov.packs import JIXI
from pbgov.synth import fill_units

ON = date(2018, 7, 1)
PLACE = Jurisdiction(id="place", profile=FOUR_LEVELS).having(Unit(id="city", kind="prefecture", level="city"))
NO_DAY: Any = "2018-07-01"
MOMENT: Any = datetime(2018, 7, 1, 12)  # noqa: DTZ001 - a moment is refused, whatever its zone
NO_PACK: Any = "jixi"
NO_LANG: Any = "fr"
WORDS = Text(zh="模型", en="model")


def request(**changes: Any) -> DutyRequest:
    given: dict[str, Any] = {"id": "r", "duty": "visits", "target": "city", "start": ON}
    return DutyRequest(**(given | changes))


CASES: tuple[tuple[Callable[[], object], str, str], ...] = (
    (lambda: pbgov.validate({}, on=NO_DAY), "on should be a date", "on应为日期"),
    (lambda: pbgov.validate(PLACE, on=MOMENT), "on should be a date", "on应为日期"),
    (lambda: pbgov.validate(PLACE, on=ON, since=NO_DAY), "since should be a date", "since应为日期"),
    (lambda: pbgov.validate(PLACE, on=ON, pack=NO_PACK), "pack should be a RulePack", "pack应为规则包"),
    (lambda: pbgov.admit(request(), place=PLACE, pack=JIXI, on=NO_DAY), "on should be a date", "on应为日期"),
    (lambda: pbgov.Rota(groups=("A",), start=NO_DAY, months=2), "start should be a date", "start应为日期"),
    (lambda: request(start=NO_DAY), "start should be a date", "start应为日期"),
    (lambda: request(staff_needed="two"), "staff_needed should be a whole", "staff_needed应为非负整数"),
    (lambda: request(yuan_moved=-1), "yuan_moved should be a whole", "yuan_moved应为非负整数"),
    (lambda: request(power_needed=True), "power_needed should be a whole", "power_needed应为非负整数"),
    (lambda: request(function="two words"), "function is no identifier", "function不是有效标识"),
    (lambda: pbgov.validate({}, on=ON).findings[0].message(NO_LANG), "no language 'fr'", "没有语言'fr'"),
    (lambda: pbgov.page(PLACE, pbgov.validate(PLACE, on=ON), heading=WORDS, on=ON, lang=NO_LANG), "use en", "请用en"),
    (lambda: Approval(organ="government", unit="city", on=NO_DAY), "on should be a date", "on应为日期"),
)


@pytest.mark.parametrize(("call", "english", "chinese"), CASES, ids=[str(n) for n in range(len(CASES))])
def test_a_wrong_call_says_what_is_wrong(call: Callable[[], object], english: str, chinese: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        call()
    in_english, _, in_chinese = str(caught.value).partition(" / ")
    assert english in in_english
    assert chinese in in_chinese


def test_a_level_to_fill_needs_a_kind() -> None:
    with pytest.raises(StructureError, match=r"no kind .* level county; .* / .*层级county") as caught:
        fill_units(PLACE, {"county": 1}, kinds={})
    assert caught.value.culprits == ("county",)


def test_what_a_pack_lacks_cannot_be_picked() -> None:
    with pytest.raises(UnknownIdError, match=r"no entry JX999; .* / .*没有条目JX999") as caught:
        JIXI.pick("JX201", "JX999")
    assert caught.value.culprits == ("JX999",)
