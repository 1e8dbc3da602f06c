from __future__ import annotations

import json
from typing import Any

import pytest

from pbgov.errors import InvalidValueError
from pbgov.rules import DutyItem, Power


@pytest.mark.parametrize(
    ("power", "zh", "en"),
    [
        (Power.NONE, "无", "none"),
        (Power.SUGGEST, "建议", "suggest"),
        (Power.PARTICIPATE, "参与", "participate"),
        (Power.CONSENT, "征得同意", "consent"),
        (Power.DECIDE, "决定", "decide"),
    ],
)
def test_a_power_has_a_strength_and_a_name(power: Power, zh: str, en: str) -> None:
    assert (power.in_("zh"), power.in_("en")) == (zh, en)
    assert (power.label.zh, power.label.en) == (zh, en)
    assert json.dumps(power) == str(int(power))


def test_powers_stand_in_the_order_of_their_strength() -> None:
    assert [int(power) for power in sorted(Power)] == [0, 1, 2, 3, 4]
    assert max(Power.SUGGEST, Power.CONSENT) is Power.CONSENT


@pytest.mark.parametrize("given", [0, 3, 4, Power.SUGGEST, None])
def test_an_item_takes_a_power_or_its_number(given: Any) -> None:
    item = DutyItem(id="I", list="L", category="c", power=given)
    assert item.power is (None if given is None else Power(given))


@pytest.mark.parametrize("given", [True, -1, 5, "consent", 2.0])
def test_what_is_no_strength_is_refused(given: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"a power is a whole number from 0 .* / 权力应为0") as caught:
        DutyItem(id="I", list="L", category="c", power=given)
    assert caught.value.culprits == (given,)
