"""What made-up worlds say."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

SYNTH: Final = {
    "synth.size": Text(
        zh="{name}应在{low}至{high}之间，实为{value}；请改正",
        en="{name} should be from {low} to {high} and is {value}; give such a one",
    ),
    "synth.small": Text(
        zh="驻区单位{n}个，少于每个机构须有的代表，至少{wanted}个；请增加",
        en="{n} stationed units are too few to represent every body, {wanted} at least are needed; ask for more",
    ),
    "synth.seats": Text(
        zh="其余成员关系{n}条，应在{low}至{high}之间；请改变数量",
        en="{n} memberships are left for stationed units, and there should be {low} to {high}; change their number",
    ),
    "synth.plant.code": Text(
        zh="没有可埋设的缺陷{code}；可用：{known}", en="no fault {code} can be planted; there are: {known}"
    ),
    "synth.plant.few": Text(
        zh="可埋设{code}的地方只有{n}处，应有{wanted}处；请减少数量或扩大世界",
        en="{n} places are left to plant {code} in, and {wanted} are wanted; plant fewer, or make a larger world",
    ),
}
