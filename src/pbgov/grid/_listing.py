"""Lists of buildings and of other things, worded in either language and never cut off in the middle of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from pbgov.base import say

if TYPE_CHECKING:
    from pbgov.base import Lang

_SHOWN: Final = 6
_MORE: Final = "grid.list.more"  # counts buildings


@attrs.frozen
class Listing:
    """Names as a list; at most ``shown`` of them where a limit is set.

    Attributes:
        names: What is listed.
        shown: How many of them are named at most; ``None`` for all.
        more: The sentence that counts the others: Chinese counts buildings 栋 by another word than neighbourhoods 个.

    Examples:
        >>> Listing(("B1", "B2", "B3"), 2).in_("en")
        'B1, B2 and 1 more'
        >>> Listing(("B1", "B2", "B3"), 2).in_("zh")
        'B1、B2等3栋'
    """

    names: tuple[str, ...]
    shown: int | None = None
    more: str = _MORE

    def in_(self, lang: Lang) -> str:
        """Write the list."""
        if not self.names:
            return say("grid.list.none", lang)
        names = self.names if self.shown is None else self.names[: self.shown]
        text = ("、" if lang == "zh" else ", ").join(names)
        hidden = len(self.names) - len(names)
        if not hidden:
            return text
        return (
            f"{text} {say(self.more, lang, n=hidden)}"
            if lang == "en"
            else (text + say(self.more, lang, n=len(self.names)))
        )


def some(names: tuple[str, ...], more: str = _MORE) -> Listing:
    """List the first few names and count the others."""
    return Listing(names, _SHOWN, more)


def millionths(number: int) -> str:
    """Write millionths as a number with two places, rounded down; with more where there is more than two can show.

    Examples:
        >>> millionths(15_499_999), millionths(2_000_000), millionths(2_000_001)
        ('15.49', '2.00', '2.000001')
    """
    whole, part = divmod(number, 1_000_000)
    digits = f"{part:06}"
    return f"{whole:,}.{digits[:2] if part >= 10_000 or not part else digits.rstrip('0')}"  # noqa: PLR2004 - 0.01
