"""What the national code of a unit and its name say of its kind, where the two disagree.

The statistical code of a grassroots unit has twelve digits: its last three are 001 to 199 for residents' committees,
200 to 399 for villagers' committees, 400 to 499 for what is like a community and 500 and more for what is like a
village (国家统计局，统计用区划代码和城乡划分代码编制规则). In the list of 2023 they disagree in 9,030 of 620,573.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Final

from pbgov.base import Text

_DIGITS: Final = 12
_KIND: Final = 9  # the digit that tells the kind
_VILLAGE_CODES: Final = frozenset("2356789")
_VILLAGE_NAMES: Final = ("村委会", "村民委员会", "村", "嘎查")
_COMMUNITY: Final = "社区"
_NAMED: Final = "社"
RURAL: Final = Text(zh="村", en="a village")
URBAN: Final = Text(zh="社区", en="a community")


def by_code(code: str) -> Text | None:
    """Say what a code makes of a unit; ``None`` where it is none of the list."""
    if len(code) != _DIGITS or not code.isascii() or not code.isdigit():
        return None
    return RURAL if code[_KIND] in _VILLAGE_CODES else URBAN


def by_name(name: str) -> Text | None:
    """Say what a name makes of a unit; ``None`` where it has none."""
    if not name:
        return None
    return RURAL if name.endswith(_VILLAGE_NAMES) and _COMMUNITY not in name else URBAN


def disagree(code: str, name: str) -> bool:
    """Tell whether code and name say different things."""
    one, other = by_code(code), by_name(name)
    return one is not None and other is not None and one is not other


def doubtful(ids: Sequence[str], names: Sequence[str]) -> Iterable[str]:
    """Give the codes whose names may say something else, judged by what the two turn on alone."""
    coded = list(map(_DIGITS.__eq__, map(len, ids)))
    codes, labels = list(compress(ids, coded)), compress(names, coded)
    turns = [
        key[_KIND] + (_NAMED if _COMMUNITY in name else ".") + name[-4:]
        for key, name in zip(codes, labels, strict=True)
    ]
    asked = {turn for turn in set(turns) if _may_disagree(turn)}
    return compress(codes, map(asked.__contains__, turns)) if asked else ()


def _may_disagree(turn: str) -> bool:
    """Tell whether a digit of a code and the end of a name disagree, or may."""
    digit, named, tail = turn[:1], turn[1:2], turn[2:]
    rural = named != _NAMED and (tail.endswith(_VILLAGE_NAMES) or "村民委员会".endswith(tail))
    return bool(tail) and (digit in _VILLAGE_CODES) != rural
