"""What the modules of Jiefangbei share: the report, whom its counts speak of, and the kinds of its organisations."""

from __future__ import annotations

from typing import Final

from pbgov.base import Derived, Reference, Text
from pbgov.packs._columns import bodies, people, ties, units
from pbgov.packs._making import assumed, figure
from pbgov.packs._shared_people import PARTY_ORGANISATIONS
from pbgov.rules import HERE, each, param

REPORT: Final = Reference(title="扎实开展规范化建设 夯实基层党建基础", issuer="中国社区工作网", date="2018")

ITSELF: Final = each((units.kind == "subdistrict") & units.id.is_in(param("subdistrict.itself")))
"""The subdistrict of the report, by its code: the counts of a year are its own, and no other place has to have them."""
TOWNSHIPS: Final = each(units.level == "township")
COMMUNITIES: Final = each(units.level == "community")
BRANCHES: Final = each(bodies.kind == "party_branch")
MEMBER_CATEGORIES: Final = ("full_member", "probationary_member", "mobile_member")
MEMBERS: Final = each(people.category.is_in(MEMBER_CATEGORIES))
IN_ORGANISATION: Final = ("registered_with", "participates_in")
"""The ties by which a member belongs to an organisation: a mobile one takes part where it is not registered."""
OF_BRANCH: Final = HERE.back(ties.target, ties.kind.is_in(("member", *IN_ORGANISATION)))

SHARED_FIGURES: Final = (
    figure(
        "subdistrict.itself",
        ("500103003",),
        Derived(from_=("解放碑街道",), how=Text(zh="取其行政区划代码", en="its administrative division code")),
    ),
    figure(
        "party_organisations.kinds",
        PARTY_ORGANISATIONS,
        assumed("党组织的各种设置形式", "the forms in which a Party organisation is set up"),
    ),
)
