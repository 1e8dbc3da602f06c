"""What stands behind every city beside norms: which form a Party organisation takes.

References:
    中国共产党章程 (Constitution of the Party), article 30: according to need and the number of members.
    The thresholds are those of the national base.

Limitations:
    A smaller or larger organisation may have another form with the consent of the one above it. What a unit of fewer
    than three full members does, join with others, is its own class.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Text
from pbgov.packs._institution import Institution
from pbgov.packs._steps import CONSTITUTION, asked
from pbgov.rules import Category, Classification, param

_full, _members = asked("full_members", "int"), asked("members", "int")
_NEED = CONSTITUTION.quote("根据工作需要和党员人数", "第三十条")
_THREE = CONSTITUTION.quote("凡是有正式党员三人以上的", "第三十条")

FORM: Final = Classification(
    id="party_organisation_form",
    text=Text(zh="党组织的形式", en="form of a Party organisation"),
    fields=(_full.field, _members.field),
    categories=(
        Category("joint_branch", _full < param("branch.min_full_members"), _THREE),
        Category("party_committee", _members >= param("party_committee.min_members"), _NEED),
        Category("general_branch", _members >= param("general_branch.min_members"), _NEED),
    ),
    default="party_branch",
    basis=_NEED,
)

NATIONAL_INSTITUTIONS: Final[tuple[Institution, ...]] = (
    Institution(
        code="party_organisation_form",
        title=Text(zh="党组织的形式", en="form of a Party organisation"),
        items=("N-1.01", "N-1.09", "N-1.10"),
        value=FORM,
        basis=_NEED,
    ),
)
