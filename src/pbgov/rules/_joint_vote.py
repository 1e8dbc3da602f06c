"""Votes that several measures must pass at once: owners vote by number and by area."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import attrs

from pbgov.base import FrozenMap, Lang, both, say
from pbgov.errors import InvalidValueError
from pbgov.rules._vote import OUTCOMES, Counts, Vote, VoteOutcome, VoteResult


@attrs.frozen(kw_only=True)
class JointVote:
    """One question put by several measures, all of which must pass: owners by number and by area.

    Attributes:
        votes: The rule for each measure.

    Raises:
        InvalidValueError: There is no measure.
    """

    votes: FrozenMap[str, Vote] = attrs.field(converter=FrozenMap[str, Vote])

    def __attrs_post_init__(self) -> None:
        """Refuse a vote by nothing."""
        if not self.votes:
            raise InvalidValueError(both("vote.no_measure"))

    def count(self, counts: Mapping[str, Counts]) -> JointResult:
        """Count each measure; one left out is one that nobody counted.

        Raises:
            InvalidValueError: Figures are given for a measure that the vote does not have.
        """
        extra = sorted(set(counts) - set(self.votes))
        if extra:
            raise InvalidValueError(both("vote.measure", names=", ".join(extra)), *extra)
        results = {name: vote.count(**attrs.asdict(counts.get(name, Counts()))) for name, vote in self.votes.items()}
        return JointResult(results=FrozenMap(results))


@attrs.frozen
class JointResult:
    """What a vote by several measures came to."""

    results: FrozenMap[str, VoteResult]

    @property
    def possible(self) -> tuple[VoteOutcome, ...]:
        """Every outcome left open: one measure without a quorum or a majority is enough to fail."""
        each = product(*(result.possible for result in self.results.values()))
        found = {min(together, key=OUTCOMES.index) for together in each}
        return tuple(outcome for outcome in OUTCOMES if outcome in found)

    @property
    def outcome(self) -> VoteOutcome:
        """The outcome; UNKNOWN where more than one is possible."""
        return self.possible[0] if len(self.possible) == 1 else VoteOutcome.UNKNOWN

    def explain(self, lang: Lang = "en") -> str:
        """Say the outcome, then each measure."""
        lines = [say(f"vote.joint.{self.outcome.value}", lang)]
        return "\n".join([*lines, *(result.explain(lang) for result in self.results.values())])
