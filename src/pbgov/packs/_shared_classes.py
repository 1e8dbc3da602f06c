"""Classes that several cities' reports name: categories of units."""

from __future__ import annotations

from pbgov.base import Basis, Text
from pbgov.packs._institution import Institution
from pbgov.packs._making import assumed
from pbgov.packs._steps import asked
from pbgov.rules import Category, Classification


def unit_class(basis: Basis, state: Basis) -> Institution:
    """Class a unit as an organ, a public institution, a state enterprise, or one of the two “new” organisations.

    Args:
        basis: Where the text names the categories.
        state: The ground on which what the state owns is none of the two “new”.
    """
    organ, public, economic, owned = (asked(name, "bool") for name in ("organ", "public", "economic", "state_owned"))
    return Institution(
        code="unit_class",
        items=("C-1.31",),
        title=Text(zh="单位类别", en="categories of units"),
        basis=basis,
        value=Classification(
            id="unit_class",
            text=Text(zh="单位类别", en="category of a unit"),
            fields=(organ.field, public.field, economic.field, owned.field),
            categories=(
                Category("party_government_organ", organ, basis),
                Category("public_institution", public, basis),
                Category("state_enterprise", economic & owned, state),
                Category("new_economic_organisation", economic, basis),
            ),
            default="new_social_organisation",
            basis=assumed("“两新”分为经济与社会两类", "the two “new” are economic and social organisations"),
        ),
    )
