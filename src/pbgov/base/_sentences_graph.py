"""The sentences about how things are tied, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

GRAPH: Final[dict[str, Text]] = {
    "norm.unbroken": Text(
        zh="{subject}：“{text}”，但{period}空缺，至多可空缺{gap}天",
        en="{subject}: “{text}”, and nothing is in force in {period}; a gap may last {gap} days",
    ),
    "norm.unbroken.fix": Text(
        zh="请补记其间的记录，或安排接续", en="record what was in force between, or fill the gap"
    ),
}
