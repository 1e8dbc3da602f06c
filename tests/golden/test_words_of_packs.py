"""Every figure of every pack says itself in both languages, on every day on which it changes."""

from datetime import date

import pytest

from pbgov import packs
from pbgov.rules import Parameter, RulePack

PARAMETERS = {
    parameter: None
    for name in packs.__all__
    if isinstance(pack := getattr(packs, name), RulePack)
    for parameter in pack.parameters
}


@pytest.mark.parametrize("parameter", PARAMETERS, ids=[f"{one.id}-{n}" for n, one in enumerate(PARAMETERS)])
def test_a_figure_says_itself(parameter: Parameter) -> None:
    name = parameter.name()
    assert not any(part.isascii() for part in name.zh.split(" · ")), "add the term to the glossary"
    assert name.en.replace(" · ", "").isascii()
    for dated in parameter.values:
        on = dated.start or date(2021, 7, 1)
        assert parameter.text(on).in_("zh").startswith(name.zh)
        assert parameter.text(on).in_("en").startswith(name.en)
        assert "cadence" not in parameter.text(on).in_("zh")
