"""The sentences about norms that leave a choice, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

CHOICE: Final[dict[str, Text]] = {
    "norm.alternatives": Text(
        zh="{subject}：“{text}”所列{n}项应有{needed}项符合，不符的是：{detail}",
        en="{subject}: of {n} measures “{text}” asks that {needed} hold, and these do not: {detail}",
    ),
    "norm.alternatives.fix": Text(
        zh="请使所列{n}项中有{needed}项达到要求，或在规范允许时登记豁免并写明理由",
        en="bring {needed} of the {n} into its band, or, where the norm may be waived, record a waiver",
    ),
    "within.measured": Text(
        zh="实为{measured}，应为{wanted}（{unit}）", en="{measured} where {wanted} is asked for ({unit})"
    ),
    "within.alternative": Text(
        zh="alternatives中有{value}；请只放入Within，且其自身不再有alternatives",
        en="the alternatives hold {value}; give Within values that have no alternatives of their own",
    ),
    "within.needed": Text(
        zh="给出了needed（{name}）而没有alternatives；请给出可选各项，或删去needed",
        en="needed ({name}) is given and there are no alternatives; give some, or drop it",
    ),
}
