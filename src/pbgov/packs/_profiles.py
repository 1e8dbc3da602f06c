"""The level profiles of districts and subdistricts, whose chains do not end in a city.

References:
    Nanqiao 南谯: report on urban community Party building, undated (2021 or later).
    Shanwei 汕尾城区: 汕尾日报, 2022-03-08.
    Jiefangbei 解放碑: 中国社区工作网, 2018.

Limitations:
    Nanqiao's report gives two chains, three levels of territory and five of Party organisations; that the second hangs
    beside the first and not beneath it, is read from its kinds. Jiefangbei's begins at the subdistrict.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Text
from pbgov.org import COMMUNITY, TOWNSHIP, Level, LevelProfile

_DISTRICT = Level(code="county", label=Text(zh="区", en="district"))
_SUBDISTRICT = Level(code="township", label=Text(zh="街道", en="subdistrict"))
_MUNICIPALITY = Level(code="province", label=Text(zh="直辖市", en="centrally administered municipality"))

SHANWEI_LEVELS: Final = LevelProfile(id="shanwei", levels=(_DISTRICT, TOWNSHIP, COMMUNITY))
NANQIAO_LEVELS: Final = LevelProfile(
    id="nanqiao",
    levels=(
        _DISTRICT,
        TOWNSHIP,
        COMMUNITY,
        Level(code="working_committee", label=Text(zh="街道党工委", en="Party working committee")),
        Level(
            code="community_party_organisation",
            label=Text(zh="社区党委（党总支）", en="community Party committee or general branch"),
            parents=("working_committee",),
        ),
        Level(
            code="compound_branch",
            label=Text(zh="小区（网格）党支部", en="compound (grid) Party branch"),
            parents=("community_party_organisation",),
        ),
        Level(
            code="building_party_group",
            label=Text(zh="楼栋党小组", en="building Party group"),
            parents=("compound_branch",),
        ),
        Level(
            code="hub_household",
            label=Text(zh="党员中心户", en="Party-member hub household"),
            parents=("building_party_group",),
        ),
    ),
)
JIEFANGBEI_LEVELS: Final = LevelProfile(id="jiefangbei", levels=(_SUBDISTRICT, COMMUNITY))
MUNICIPALITY_LEVELS: Final = LevelProfile(
    id="municipality",
    levels=(
        _MUNICIPALITY,
        Level(code="county", label=Text(zh="区", en="district"), parents=("province",)),
        TOWNSHIP,
        COMMUNITY,
    ),
)
