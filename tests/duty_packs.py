"""The packs with the norms about duties laid over them."""

from __future__ import annotations

from pbgov.base import Reference, Text
from pbgov.packs import (
    JIEFANGBEI_DUTIES,
    JIXI,
    JIXI_DUTIES,
    JIXI_DUTY_FIGURES,
    LANGFANG,
    LANGFANG_DUTIES,
    NATIONAL,
    NATIONAL_DUTY_NORMS,
    NATIONAL_DUTY_PARAMETERS,
)
from pbgov.rules import Norm, Overlay, Parameter, RulePack


def joined(pack: RulePack, name: str, *add: Norm | Parameter, replace: tuple[Parameter, ...] = ()) -> RulePack:
    """A pack with more entries."""
    basis = Reference(title="案例", issuer="测试").quote("一句话")
    return pack.extend(Overlay(id=name, title=Text(zh=name, en=name), basis=basis, add=add, replace=replace))


NATIONAL_DUTIES = (*NATIONAL_DUTY_PARAMETERS, *NATIONAL_DUTY_NORMS)
NATIONAL_PACK = joined(NATIONAL, "national-duties", *NATIONAL_DUTIES)
JIXI_PACK = joined(
    joined(JIXI, "national-duties", *NATIONAL_DUTIES), "jixi-duties", *JIXI_DUTIES, replace=JIXI_DUTY_FIGURES
)
LANGFANG_PACK = joined(LANGFANG, "langfang-duties", *LANGFANG_DUTIES)
JIEFANGBEI_PACK = joined(NATIONAL, "jiefangbei-duties", *JIEFANGBEI_DUTIES)
