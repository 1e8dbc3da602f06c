from __future__ import annotations

import pytest

from pbgov.base import Text
from pbgov.errors import InvalidValueError, StructureError, UnknownIdError
from pbgov.org import (
    CITY,
    COMMUNITY,
    COUNTY,
    DIRECT_LEVELS,
    FOUR_LEVELS,
    NATIONAL_LEVELS,
    PROVINCE,
    TOWNSHIP,
    Level,
    LevelProfile,
)

LABEL = Text(zh="级", en="level")


def profile(**parents: str) -> LevelProfile:
    levels = [Level(code=code, label=LABEL, parents=tuple(above.split())) for code, above in parents.items()]
    return LevelProfile(id="P", levels=tuple(levels))


def test_four_levels() -> None:
    assert [FOUR_LEVELS[code] for code in ("city", "county", "township", "community")] == [
        CITY, COUNTY, TOWNSHIP, COMMUNITY,
    ]  # fmt: skip
    assert "city" in FOUR_LEVELS
    assert "village" not in FOUR_LEVELS
    assert FOUR_LEVELS.chain("city") == ("city",)


def test_cities_without_districts_and_the_whole_country() -> None:
    assert DIRECT_LEVELS.chain("community") == ("community", "township", "city")
    assert NATIONAL_LEVELS["province"] == PROVINCE
    assert NATIONAL_LEVELS.chain("community") == ("community", "township", "county", "city", "province")
    assert NATIONAL_LEVELS["county"].parents == ("city", "province")
    assert NATIONAL_LEVELS["township"].parents == ("county", "city")


def test_a_level_there_is_not() -> None:
    for look_up in (FOUR_LEVELS.__getitem__, FOUR_LEVELS.chain):
        with pytest.raises(UnknownIdError, match=r"four_levels has no level village.* / .*没有层级village") as caught:
            look_up("village")
        assert caught.value.culprits == ("village",)


def test_the_longest_way_up_is_the_chain() -> None:
    mixed = profile(city="", district="city", town="city district", village="town")
    assert mixed.chain("village") == ("village", "town", "district", "city")
    assert profile(a="", b="", c="b a").chain("c") == ("c", "b")


def test_many_levels_under_many_take_no_time() -> None:
    names = [f"L{i}" for i in range(60)]
    deep = profile(**{name: " ".join(names[:i]) for i, name in enumerate(names)})
    assert deep.chain("L59") == tuple(reversed(names))


@pytest.mark.parametrize(
    "parents",
    [
        {"city": "", "town": "county", "county": "city"},  # before its parent
        {"city": "city"},
        {"city": "", "town": "village"},  # there is none
    ],
)
def test_a_level_comes_after_those_above(parents: dict[str, str]) -> None:
    with pytest.raises(
        StructureError, match=r"named twice, or comes before.* / .*重复，或排在其上级层级之前"
    ) as caught:
        profile(**parents)
    assert caught.value.culprits == (list(parents)[0 if len(parents) == 1 else 1],)


def test_a_level_is_listed_once() -> None:
    with pytest.raises(StructureError) as caught:
        LevelProfile(id="P", levels=(CITY, CITY))
    assert caught.value.culprits == ("city",)


def test_a_level_has_an_identifier() -> None:
    with pytest.raises(InvalidValueError, match=r"code is no identifier"):
        Level(code="a b", label=LABEL)
    with pytest.raises(InvalidValueError, match=r"id is no identifier"):
        LevelProfile(id="", levels=())
