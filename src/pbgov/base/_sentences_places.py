"""The sentences about entrances, barriers and who is next to whom, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

PLACES: Final[dict[str, Text]] = {
    "places.not_ids": Text(
        zh="{name}应为一组标识，实为{value}；请给出由标识组成的元组",
        en="{name} should be identifiers and is {value}; give a tuple of them",
    ),
    "places.entrance_twice": Text(
        zh="楼栋{id}的楼门标识重复：{entrances}；每个楼门只列一次",
        en="building {id} lists entrances twice: {entrances}; list each one once",
    ),
}
