"""Names that nobody has: two characters and what is named, in the order of a fixed list."""

from __future__ import annotations

from typing import Final

import attrs

_FIRST: Final = "清安宁和平永兴丰泰福祥康明顺德文华新长大金银玉云星月春秋东西南北中上下高石青白红"
_SECOND: Final = "河江湖海山岭谷川原野林泉溪桥塘湾洲坪坡台港渡关庄寨屯堡园亭塔井滩沟峰岗浦滨"
STEMS: Final = tuple(dict.fromkeys(first + second for second in _SECOND for first in _FIRST))


@attrs.frozen
class Kind:
    """A kind of division: its code as data, the codes its divisions have, and the names.

    Attributes:
        code: What it is called as data.
        codes: The ends of identifiers, as the national coding rule has them.
        names: The names, once round and on, so that a run from any place in the first round is a slice.
    """

    code: str
    codes: tuple[str, ...]
    names: tuple[str, ...]


def _kind(code: str, suffix: str, first: int, after: int, width: int = 2) -> Kind:
    names = tuple(stem + suffix for stem in STEMS)
    return Kind(code, tuple(f"{number:0{width}d}" for number in range(first, after)), names + names)


PROVINCES: Final = (_kind("province", "省", 11, 99),)
CITIES: Final = (_kind("prefecture", "市", 1, 100),)
COUNTIES: Final = (
    _kind("city_district", "区", 1, 21),
    _kind("county_level_city", "市", 81, 100),
    _kind("county", "县", 21, 81),
)
TOWNSHIPS: Final = (
    _kind("subdistrict", "街道", 1, 100, 3),
    _kind("town", "镇", 100, 200, 3),
    _kind("township", "乡", 200, 400, 3),
)
COMMUNITIES: Final = (
    _kind("residents_committee", "社区居委会", 1, 200, 3),
    _kind("villagers_committee", "村委会", 200, 400, 3),
)
