"""Secretaries of Party organisations 书记: one post each, one holder at a time, not vacant for long.

Norms of several cities, each with its own codes and source.

Limitations:
    The reports speak of secretaries and say neither that there is one nor for how long the post may be vacant: the
    first is read from what they are, the second is left to the user.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Basis, Text
from pbgov.packs._columns import holdings, posts
from pbgov.packs._making import assumed, figure, norm, wanting
from pbgov.rules import HERE, Count, Norm, Parameter, Selector, Unbroken, Within

_POSTS: Final = Text(zh="名书记", en="secretaries")

SECRETARY_FIGURES: Final[tuple[Parameter, ...]] = (
    figure("secretary.per_unit", 1, assumed("一个党组织设一名书记", "an organisation has one secretary"), _POSTS),
    figure("secretary.holders", 1, assumed("书记一职由一人担任", "the post has one holder at a time"), _POSTS),
    figure(
        "secretary.vacant_days",
        None,
        wanting("原文没有写明书记可空缺多久", "the text does not say for how long the post may be vacant"),
        Text(zh="天", en="days"),
    ),
)


def one_secretary(prefix: str, basis: Basis, organisations: Selector, secretaries: Selector) -> tuple[Norm, ...]:
    """Ask for one secretary at a time.

    Args:
        prefix: The letters of the city.
        basis: Where it was read.
        organisations: What has a post of secretary.
        secretaries: The posts.
    """
    return (
        norm(
            f"{prefix}1351",
            "C-1.35",
            Text(zh="每个党组织设一个书记职位", en="every Party organisation has one post of secretary"),
            basis,
            organisations,
            Within(of=Count(HERE.back(posts.unit, posts.kind == "secretary")), exactly="secretary.per_unit"),
        ),
        norm(
            f"{prefix}1352",
            "C-1.35",
            Text(zh="书记同时只有一人", en="a post of secretary has one holder at a time"),
            basis,
            secretaries,
            Within(of=Count(HERE.back(holdings.post)), at_most="secretary.holders"),
        ),
        norm(
            f"{prefix}1353",
            "C-1.35",
            Text(zh="书记空缺不超过规定天数", en="a post of secretary is not vacant for longer than laid down"),
            basis,
            secretaries,
            Unbroken(HERE.back(holdings.post), "secretary.vacant_days"),
        ),
    )
