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


CITY = Level(code="city", label=Text(zh="市", en="city"))
COUNTY = Level(code="county", label=Text(zh="县（市）区", en="county-level unit"), parents=("city",))
TOWNSHIP = Level(code="township", label=Text(zh="街道（镇）", en="subdistrict or town"), parents=("county",))
COMMUNITY = Level(code="community", label=Text(zh="社区（村）", en="community or village"), parents=("township",))

FOUR_LEVELS = LevelProfile(id="four_levels", levels=(CITY, COUNTY, TOWNSHIP, COMMUNITY))
