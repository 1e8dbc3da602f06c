"""Jiefangbei 解放碑, duties: the responsibility list that goes down to the person 明确到人头.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018.

Limitations:
    “The person” is read as a post: persons are opaque, and a duty stays where its holder changes.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Text
from pbgov.packs._columns import entries, lists
from pbgov.packs._jiefangbei_base import REPORT
from pbgov.rules import HERE, Norm, Stated, each

JF421 = Norm(
    code="JF421",
    item="C-4.21",
    modality=Modality.MUST,
    basis=REPORT.quote("责任、任务、措施明确到人头"),
    text=Text(
        zh="工作责任清单的责任、任务、措施明确到岗位",
        en="every item of a responsibility list names the responsible post, the task and the measure",
    ),
    scope=each(lists.kind == "responsibility_list"),
    payload=Stated(HERE.back(entries.list), ("post", "name", "method")),
)

JIEFANGBEI_DUTIES: Final = (JF421,)
