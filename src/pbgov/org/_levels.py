"""Levels are a profile, not a type: which levels a place has, and what may stand under what."""

from __future__ import annotations

from functools import cached_property

import attrs

from pbgov.base import FrozenMap, Text, both, check_id
from pbgov.errors import StructureError, UnknownIdError


@attrs.frozen(kw_only=True)
class Level:
    """One level of a profile.

    Attributes:
        code: How units name it, ``"community"``.
        label: What a person calls it.
        parents: The levels a unit of this level may stand under; empty for a root.
    """

    code: str = attrs.field(validator=check_id)
    label: Text
    parents: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class LevelProfile:
    """The levels of a place, from the top down.

    A city may have four, three or two of them, and a second chain of mixed kinds beside them; a unit without a
    level is an organisation that stands in a territory and is none.

    Attributes:
        id: Identifier of the profile.
        levels: The levels, each after those it may stand under.

    Raises:
        StructureError: A level is named twice, or stands under one that does not come before it.
    """

    id: str = attrs.field(validator=check_id)
    levels: tuple[Level, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse levels out of order."""
        seen: set[str] = set()
        for level in self.levels:
            if level.code in seen or not seen.issuperset(level.parents):
                raise StructureError(both("profile.order", level=level.code), level.code)
            seen.add(level.code)

    @cached_property
    def by_code(self) -> FrozenMap[str, Level]:
        """The levels by their codes."""
        return FrozenMap({level.code: level for level in self.levels})

    def __contains__(self, code: object) -> bool:
        """Tell whether the profile has a level."""
        return any(level.code == code for level in self.levels)

    def __getitem__(self, code: str) -> Level:
        """Give a level by its code."""
        for level in self.levels:
            if level.code == code:
                return level
        raise UnknownIdError(both("level.unknown", level=code, profile=self.id), code)

    def chain(self, code: str) -> tuple[str, ...]:
        """Give the longest way from a level up to a root.

        Examples:
            >>> from pbgov.org import FOUR_LEVELS
            >>> FOUR_LEVELS.chain("community")
            ('community', 'township', 'county', 'city')
        """
        longest: dict[str, tuple[str, ...]] = {}
        for level in self.levels:
            above = (longest[parent] for parent in level.parents)
            longest[level.code] = (level.code, *max(above, key=len, default=()))
        return longest[self[code].code]

    def between(self, low: str, high: str | None) -> tuple[str, ...]:
        """Give the levels that are missing where a unit of one level stands right under a unit of another.

        Args:
            low: Level of the lower unit.
            high: Level of the upper unit; ``None`` when it stands under none.

        Returns:
            The levels between the two on the shortest way up, from the bottom up: none where ``low`` may stand under
            ``high``, all of the shortest way to a root where ``high`` does not lie above ``low``.

        Raises:
            UnknownIdError: The profile has no such level.

        Examples:
            >>> from pbgov.org import FOUR_LEVELS
            >>> FOUR_LEVELS.between("community", "city")
            ('township', 'county')
        """
        ways: list[tuple[str, ...]] = [(self[low].code,)]
        if high is not None:
            self[high]
        to_root: tuple[str, ...] | None = None
        seen = {low}
        for way in ways:  # grows as the levels above are reached, the nearest first
            above = self[way[-1]].parents
            if high in above:
                return way[1:]
            if not above and to_root is None:
                to_root = way[1:]
            ways += [(*way, parent) for parent in above if parent not in seen]
            seen.update(above)
        return to_root or ()

    def shared(self, other: LevelProfile) -> tuple[str, ...]:
        """Give the levels that two places both have, in this one's order: by what they are, however deep they lie.

        Examples:
            >>> from pbgov.org import DIRECT_LEVELS, FOUR_LEVELS
            >>> FOUR_LEVELS.shared(DIRECT_LEVELS)
            ('city', 'township', 'community')
        """
        return tuple(level.code for level in self.levels if level.code in other)


CITY = Level(code="city", label=Text(zh="市", en="city"))
COUNTY = Level(code="county", label=Text(zh="县（市）区", en="county-level unit"), parents=("city",))
TOWNSHIP = Level(code="township", label=Text(zh="街道（镇）", en="subdistrict or town"), parents=("county",))
COMMUNITY = Level(code="community", label=Text(zh="社区（村）", en="community or village"), parents=("township",))

FOUR_LEVELS = LevelProfile(id="four_levels", levels=(CITY, COUNTY, TOWNSHIP, COMMUNITY))
"""City, county, subdistrict or town, community or village: most cities."""

DIRECT_LEVELS = LevelProfile(id="direct_levels", levels=(CITY, attrs.evolve(TOWNSHIP, parents=("city",)), COMMUNITY))
"""A city without districts: Dongguan 东莞, Zhongshan 中山, Danzhou 儋州, Jiayuguan 嘉峪关."""

PROVINCE = Level(code="province", label=Text(zh="省（自治区、直辖市）", en="province-level unit"))

NATIONAL_LEVELS = LevelProfile(
    id="national_levels",
    levels=(
        PROVINCE,
        attrs.evolve(CITY, parents=("province",)),
        attrs.evolve(COUNTY, parents=("city", "province")),
        attrs.evolve(TOWNSHIP, parents=("county", "city")),
        COMMUNITY,
    ),
)
"""All that occurs in the country: counties stand under a city, or right under Chongqing 重庆 and other municipalities,
and provinces; townships under a county, or right under a city without districts."""
