"""Where reports speak of like things in unlike ways: what a comparison lays side by side, although the items differ.

References:
    The tensions and contradictions at the end of the catalogue, under whose codes they stand.

Limitations:
    Only those that two places, or a place and the national base, can differ in. Numbers that do not add up within one
    report are no contrast.
"""

from __future__ import annotations

from typing import Final

import attrs

from pbgov.base import Text, check_id


@attrs.frozen(kw_only=True)
class Contrast:
    """One question that places answer in different ways.

    Attributes:
        code: Its code in the catalogue, ``"X-07"``.
        title: The question, in few words.
        items: The catalogue items that answer it; those of the national base begin with ``N``.
    """

    code: str = attrs.field(validator=check_id)
    title: Text
    items: tuple[str, ...]


def _contrast(code: str, zh: str, en: str, *items: str) -> Contrast:
    return Contrast(code=code, title=Text(zh=zh, en=en), items=items)


CONTRASTS: Final = (
    _contrast("X-01", "“三级”指什么", "what “three levels” means", "C-1.11", "C-2.33"),
    _contrast("X-02", "层级链有几级", "how long the chain of levels is", "C-1.10", "C-1.11", "C-1.12"),
    _contrast("X-04", "拆迁、执法归谁", "who handles demolition and enforcement", "C-3.04", "C-4.17", "C-8.47"),
    _contrast("X-05", "支部建在何处，网格几何", "where branches are anchored, how many grids", "C-3.07", "C-3.10"),
    _contrast("X-06", "党员到哪里报到", "where members report", "C-6.20", "C-6.22", "C-6.24", "N-11.01", "N-11.02"),
    _contrast("X-07", "社区事项清单由哪级制定", "which level owns the work-item list", "C-4.10", "N-9.01"),
    _contrast("X-08", "对派驻机构负责人任免的权力", "power over heads of agencies", "C-4.05", "C-4.06", "N-8.01"),
    _contrast("X-10", "大党委依托何种组织", "what an enlarged committee stands beside", "C-1.18", "C-2.26", "C-2.27"),
    _contrast("X-11", "联席机构多久开会", "how often joint bodies meet", "C-2.07", "C-2.25", "C-2.28", "C-2.34"),
    _contrast("X-12", "谁来主持", "who presides", "C-1.37", "C-2.04", "C-2.16", "C-2.19", "C-2.31"),
    _contrast("X-13", "兼职委员从哪里来", "where part-time members come from", "C-2.29", "C-2.30"),
    _contrast("X-14", "楼门长、楼长、巷长", "heads of entrances, buildings and lanes", "C-1.20", "C-3.12", "C-3.13"),
    _contrast("X-15", "几方联动", "how many parties are linked", "C-10.15", "C-10.16", "C-10.18"),
    _contrast("X-16", "民主管理的机制", "mechanisms of democratic management", "C-8.16", "C-8.17"),
    _contrast("X-21", "谁的积分", "whose points", "C-6.06", "C-6.40", "C-6.41"),
    _contrast("X-27", "单位如何分担", "how units share the work", "C-2.17", "C-7.06"),
    _contrast("X-30", "组织生活会何时开", "when the organisational-life meeting is held", "C-8.27", "N-3.06"),
)
"""Every contrast, in the order of the catalogue."""
