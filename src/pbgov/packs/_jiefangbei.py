"""Jiefangbei 解放碑, a subdistrict of Yuzhong in Chongqing: member points, archives, meetings, inspection and review.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018. The passage is quoted at each figure.

Checked with:
    统计用区划代码 (statistical division codes), National Bureau of Statistics, 2023: nine communities where the report
    counts ten.

Limitations:
    Each module says what its part of the text leaves open. The counts of one year are asked of the subdistrict of the
    report alone, known by its division code in ``subdistrict.itself``; what the text asks of every branch, community
    or record is asked of whatever place is judged.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Text
from pbgov.packs._jiefangbei_archives import JIEFANGBEI_ARCHIVES
from pbgov.packs._jiefangbei_base import REPORT, SHARED_FIGURES
from pbgov.packs._jiefangbei_discipline import JIEFANGBEI_DISCIPLINE
from pbgov.packs._jiefangbei_duties import JIEFANGBEI_DUTIES
from pbgov.packs._jiefangbei_features import JIEFANGBEI_FEATURES
from pbgov.packs._jiefangbei_grids import JIEFANGBEI_GRIDS
from pbgov.packs._jiefangbei_members import JIEFANGBEI_MEMBERS
from pbgov.packs._jiefangbei_organs import JIEFANGBEI_ORGANS
from pbgov.packs._jiefangbei_points import JIEFANGBEI_POINTS
from pbgov.packs._jiefangbei_review import JIEFANGBEI_REVIEW
from pbgov.packs._jiefangbei_rhythm import JIEFANGBEI_RHYTHM, PARTY_LIFE_TAKEN_OVER
from pbgov.packs._jiefangbei_venues import JIEFANGBEI_VENUES
from pbgov.packs._national_rhythm import PARTY_LIFE
from pbgov.packs._processes import PROCESSES
from pbgov.rules import Overlay

_LIFECYCLES = ("PC613", "PC825", "PC835", "PC840", "PC846", "PC906", "PC907")

JIEFANGBEI: Final = PARTY_LIFE.extend(
    Overlay(
        id="jiefangbei",
        title=Text(zh="解放碑规则包", en="pack of Jiefangbei"),
        basis=REPORT.quote("抓严抓实“三会一课”"),
        replace=PARTY_LIFE_TAKEN_OVER,
        add=(
            *SHARED_FIGURES,
            *JIEFANGBEI_ORGANS,
            *JIEFANGBEI_GRIDS,
            *JIEFANGBEI_DUTIES,
            *JIEFANGBEI_VENUES,
            *JIEFANGBEI_MEMBERS,
            *JIEFANGBEI_POINTS,
            *JIEFANGBEI_DISCIPLINE,
            *JIEFANGBEI_ARCHIVES,
            *JIEFANGBEI_REVIEW,
            *JIEFANGBEI_RHYTHM,
            *JIEFANGBEI_FEATURES,
            *PROCESSES.pick(*_LIFECYCLES),
        ),
    )
)
