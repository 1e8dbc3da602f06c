"""What the records of organs have in common: kinds of Party organisations, seats, and where they stand.

A Party organisation of a community is a body that the community hosts; its kind says its form 组织形式. A seat is a
post in a body, and who sits there holds it. In the five-level chain of Nanqiao, organisations are units with a level of
their own, their kind says the form, a tie ``organ_of``
leads from the topmost two to their subdistrict and community, and ``anchored_on`` from a branch or group to the
compound, grid or building where it stands.
"""

from __future__ import annotations

from typing import Final

from pbgov.packs._columns import ties
from pbgov.rules import HERE

COMMUNITY_FORMS: Final = ("community_party_committee", "community_general_branch", "community_party_branch")
"""The kinds of bodies that are a community's Party organisation: 党委 committee, 党总支 general branch, 党支部 branch.

Whether an enlarged committee 大党委 stands beside it says nothing about its form.
"""

COMMUNITY_KINDS: Final = ("residents_committee", "villagers_committee")
"""The kinds of units that are communities."""

REGULAR_SEATS: Final = ("secretary", "deputy_secretary", "team_member")
PART_TIME_SEATS: Final = ("part_time_member",)

GREAT_WORKING_COMMITTEE: Final = "enlarged_working_committee"
GREAT_COMMUNITY_COMMITTEE: Final = "enlarged_community_committee"

MEMBERS: Final = HERE.back(ties.target, ties.kind == "member")
LED_BY: Final = HERE.back(ties.target, ties.kind == "leads").along(ties.source, "bodies")
