"""A pack with more entries, for tests."""

from __future__ import annotations

from pbgov.base import Reference, Text
from pbgov.rules import Norm, Overlay, Parameter, RulePack


def joined(pack: RulePack, name: str, *add: Norm | Parameter, replace: tuple[Parameter, ...] = ()) -> RulePack:
    """A pack with more entries."""
    basis = Reference(title="案例", issuer="测试").quote("一句话")
    return pack.extend(Overlay(id=name, title=Text(zh=name, en=name), basis=basis, add=add, replace=replace))
