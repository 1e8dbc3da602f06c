"""Grounds: what was read, what is only said to stand somewhere, and how sure that is."""

from typing import Any, get_args

import pytest

from pbgov.base import Attributed, Reference, Standing, Text
from pbgov.errors import InvalidValueError

LAW = Reference(title="某法", issuer="某机关", date="2018")


def test_an_attribution_names_the_document_and_how_sure_it_is() -> None:
    said = LAW.attributed("secondary", "第三条")
    assert said == Attributed(document=str(LAW), standing="secondary", article="第三条")
    assert said.in_("zh") == "据称见某法(某机关, 2018) 第三条：仅见于二手材料，未核对原文"
    assert str(said) == "attributed to 某法(某机关, 2018) 第三条: read in secondary texts only"


def test_each_standing_is_told_apart_in_both_languages() -> None:
    said = [LAW.attributed(standing) for standing in get_args(Standing)]
    assert len({one.in_("zh") for one in said}) == len({one.in_("en") for one in said}) == 3


@pytest.mark.parametrize("standing", ["checked", "", None])
def test_a_standing_that_says_nothing_is_refused(standing: Any) -> None:
    with pytest.raises(InvalidValueError, match="secondary, known, unsure"):
        LAW.attributed(standing)


def test_a_text_is_no_standing() -> None:
    with pytest.raises(InvalidValueError, match="standing"):
        Attributed(document="某法", standing=str(Text(zh="二手", en="second-hand")))  # type: ignore[arg-type]
