"""Votes: how many must come, how many must agree, and of whom: “not fewer than four fifths”, “more than half”.

Shares are whole numbers over whole numbers. Nothing is ever passed by nobody: the least number that meets a
share is 1. What nobody counted leaves the result unknown only if it could change it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise, product
from typing import Final

import attrs

from pbgov.base import Basis, Lang, Text, both, check_id, say
from pbgov.errors import InvalidValueError


@attrs.frozen
class Share:
    """A share that must be reached: 不少于五分之四 at least 4/5, or, if ``strict``, 超过半数 more than 1/2.

    Raises:
        InvalidValueError: The share is not one of two whole numbers, lies above the whole, or asks for more than all.

    Examples:
        >>> Share(1, 2, strict=True).least(of=10), Share(4, 5).least(of=11)
        (6, 9)
    """

    part: int
    whole: int
    strict: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse a share that means nothing or that nobody can reach."""
        counted = type(self.part) is int and type(self.whole) is int
        if not counted or not 1 <= self.part <= self.whole or (self.strict and self.part == self.whole):
            raise InvalidValueError(both("vote.share", value=f"{self.part!r}/{self.whole!r}"), self.part, self.whole)

    def least(self, of: int) -> int:
        """Give the least number that reaches the share of a whole, and never less than 1."""
        exact = self.part * of
        return max(1, exact // self.whole + 1 if self.strict else -(-exact // self.whole))

    def reach(self, by: int) -> int:
        """Give the largest whole of which a number reaches the share."""
        exact = by * self.whole
        return -(-exact // self.part) - 1 if self.strict else exact // self.part

    def in_(self, lang: Lang) -> str:
        """Say it."""
        return say("vote.share.strict" if self.strict else "vote.share.least", lang, part=self.part, whole=self.whole)


class VoteBase(StrEnum):
    """Of whom the majority is taken: all entitled, those present (participating), or the votes cast for and against."""

    ENTITLED = "entitled"
    PRESENT = "present"
    CAST = "cast"


class VoteOutcome(StrEnum):
    """What a vote comes to, the weightiest failure first."""

    NO_QUORUM = "no_quorum"
    NOT_PASSED = "not_passed"
    PASSED = "passed"
    UNKNOWN = "unknown"


OUTCOMES: Final = tuple(VoteOutcome)
_COUNTS: Final = ("entitled", "present", "in_favour", "against", "abstaining")


def _named(name: str) -> Text:
    """Give the words for a figure of a vote."""
    return Text(zh=say(f"vote.{name}", "zh"), en=say(f"vote.{name}", "en"))


@attrs.frozen(kw_only=True)
class Counts:
    """The figures of a vote; ``None`` where nobody counted.

    Raises:
        InvalidValueError: A figure is no whole number of 0 or more, nobody is entitled, more vote than are
            present, or more are present than are entitled.
    """

    entitled: int | None = None
    present: int | None = None
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse figures that cannot stand together."""
        for name in _COUNTS:
            value = getattr(self, name)
            if value is not None and (type(value) is not int or value < (name == "entitled")):
                key = "count.positive" if name == "entitled" else "count.negative"
                raise InvalidValueError(both(key, name=name, value=repr(value)), name, value)
        chain = (("voted", self.voted), ("present", self.present), ("entitled", self.entitled))
        known = [(name, value) for name, value in chain if value is not None]
        for (lower, fewer), (upper, more) in pairwise(known):
            if fewer > more:
                names = {"lower": _named(lower), "upper": _named(upper)}
                raise InvalidValueError(both("vote.impossible", fewer=fewer, more=more, **names), lower, upper)

    @property
    def voted(self) -> int:
        """Votes of any kind, as far as they were counted."""
        return sum(filter(None, (self.in_favour, self.against, self.abstaining)))


@attrs.frozen(kw_only=True)
class Vote:
    """A rule of voting.

    Attributes:
        id: Identifier.
        text: The rule in words.
        quorum: The share of those entitled who must be present; ``None`` asks for none.
        majority: The share that must be in favour.
        base: Of whom the majority is taken.
        basis: Where it was read.

    Examples:
        >>> from pbgov.base import Assumption
        >>> half = Share(1, 2, strict=True)
        >>> rule = Vote(
        ...     id="v", text=Text(zh="过半数通过", en="by more than half"), quorum=half, majority=half,
        ...     base=VoteBase.PRESENT, basis=Assumption(Text(zh="示例", en="example")),
        ... )
        >>> result = rule.count(entitled=9, present=6, in_favour=3, against=1)
        >>> result.outcome.value, result.votes_short
        ('not_passed', 1)
    """

    id: str = attrs.field(validator=check_id)
    text: Text
    quorum: Share | None = None
    majority: Share
    base: VoteBase
    basis: Basis

    def count(
        self,
        *,
        entitled: int | None = None,
        present: int | None = None,
        in_favour: int | None = None,
        against: int | None = None,
        abstaining: int | None = None,
    ) -> VoteResult:
        """Count a vote; a figure left out is one that nobody counted.

        Raises:
            InvalidValueError: The figures cannot stand together.
        """
        counts = Counts(entitled=entitled, present=present, in_favour=in_favour, against=against, abstaining=abstaining)
        found = {self._outcome(*whole) for whole in self._corners(counts)}
        possible = tuple(outcome for outcome in OUTCOMES if outcome in found)
        return VoteResult(vote=self, counts=counts, possible=possible)

    def _outcome(self, entitled: int, present: int, in_favour: int, against: int) -> VoteOutcome:
        if self.quorum is not None and present < self.quorum.least(entitled):
            return VoteOutcome.NO_QUORUM
        wholes = {VoteBase.ENTITLED: entitled, VoteBase.PRESENT: present, VoteBase.CAST: in_favour + against}
        passed = in_favour >= self.majority.least(wholes[self.base])
        return VoteOutcome.PASSED if passed else VoteOutcome.NOT_PASSED

    def figures(self) -> tuple[str, ...]:
        """Name the figures that settle a vote by this rule."""
        base = {VoteBase.ENTITLED: "entitled", VoteBase.PRESENT: "present", VoteBase.CAST: "against"}[self.base]
        quorum = ("entitled", "present") if self.quorum is not None else ()
        return tuple(name for name in _COUNTS if name in {"in_favour", base, *quorum})

    def _corners(self, counts: Counts) -> Iterator[tuple[int, int, int, int]]:
        """Yield the figures as counted, with the extremes of each that nobody counted.

        Each outcome that some completion has is the outcome of one of these: the fewest or the most present, the
        fewest or the most entitled that the quorum allows, all or none of the votes left in favour or against.
        """
        entitled, voted = counts.entitled, counts.voted
        share = self.quorum or self.majority
        many = (voted + 2) * self.majority.whole * share.whole
        least = 0 if entitled is None else share.least(entitled)
        here = (voted, least, many if entitled is None else entitled) if counts.present is None else (counts.present,)
        for present in dict.fromkeys(here):
            most = (present, share.reach(present), many + present) if entitled is None else (entitled,)
            rest = present - voted
            favours = (0, rest) if counts.in_favour is None else (counts.in_favour,)
            againsts = (0, rest) if counts.against is None else (counts.against,)
            for whole, favour, opposed in product(most, favours, againsts):
                if max(1, present) <= whole and favour >= 0 and favour + opposed + (counts.abstaining or 0) <= present:
                    yield whole, present, favour, opposed


@attrs.frozen(kw_only=True)
class VoteResult:
    """What a vote came to.

    Attributes:
        vote: The rule.
        counts: The figures.
        possible: Every outcome that the figures nobody counted leave open.
    """

    vote: Vote
    counts: Counts
    possible: tuple[VoteOutcome, ...]

    @property
    def outcome(self) -> VoteOutcome:
        """The outcome; UNKNOWN where more than one is possible."""
        return self.possible[0] if len(self.possible) == 1 else VoteOutcome.UNKNOWN

    @property
    def missing(self) -> tuple[str, ...]:
        """For UNKNOWN: figures that nobody counted and that together would settle it."""
        if self.outcome is not VoteOutcome.UNKNOWN:
            return ()
        return tuple(name for name in self.vote.figures() if getattr(self.counts, name) is None)

    @property
    def present_short(self) -> int | None:
        """How many more must be present for the quorum; ``None`` while the figures do not say."""
        if self.vote.quorum is None:
            return 0
        entitled, present = self.counts.entitled, self.counts.present
        return None if entitled is None or present is None else max(0, self.vote.quorum.least(entitled) - present)

    @property
    def votes_short(self) -> int | None:
        """How many more in favour would make the majority, those present staying as they are.

        With votes cast as the base they are cast in addition, and so count in the base too. ``None`` while the
        figures do not say, or where no further vote could make it.
        """
        counts, share = self.counts, self.vote.majority
        if counts.in_favour is None:
            return None
        if self.vote.base is VoteBase.CAST:
            return None if counts.against is None else _further(share, counts.in_favour, counts.against)
        whole = counts.entitled if self.vote.base is VoteBase.ENTITLED else counts.present
        return None if whole is None else max(0, share.least(whole) - counts.in_favour)

    def explain(self, lang: Lang = "en") -> str:
        """Say the outcome, what was asked, and what is short or missing, one sentence a line."""
        vote = self.vote
        lines = [say(f"vote.{self.outcome.value}", lang, text=vote.text)]
        if vote.quorum is not None:
            lines.append(say("vote.quorum", lang, share=vote.quorum))
        lines.append(say(f"vote.majority.{vote.base.value}", lang, share=vote.majority))
        if self.present_short:
            lines.append(say("vote.present_short", lang, n=self.present_short))
        if self.votes_short:
            lines.append(say("vote.votes_short", lang, n=self.votes_short))
        lines += [say("vote.missing", lang, name=_named(name)) for name in self.missing]
        return "\n".join([*lines, vote.basis.in_(lang)])


def _further(share: Share, in_favour: int, against: int) -> int | None:
    """Give the least ``n`` with which ``in_favour + n`` reach the share of ``in_favour + n + against``."""
    if share.part == share.whole:
        return None if against else max(0, 1 - in_favour)
    lacking = share.part * against - (share.whole - share.part) * in_favour
    step = share.whole - share.part
    further = lacking // step + 1 if share.strict else -(-lacking // step)
    return max(0, further, 1 - in_favour)
