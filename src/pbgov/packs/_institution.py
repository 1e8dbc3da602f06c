"""What a city has beside norms: what it decides, classifies, scores, ranks, votes on, and the ways things go."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from pbgov.base import Basis, Text, check_id
from pbgov.rules import (
    Classification,
    Grading,
    JointVote,
    Lifecycle,
    OpenUnit,
    Ranking,
    RulePack,
    ScoreScheme,
    Standards,
    Vote,
)

Instituted: TypeAlias = (
    RulePack | Classification | ScoreScheme | Standards | Grading | Ranking | Vote | JointVote | OpenUnit | Lifecycle
)


@attrs.frozen(kw_only=True)
class Institution:
    """One thing a city has that is no norm: a decision, classes, a scheme of points, a vote, a lifecycle.

    A decision is a ``RulePack`` of its own, since its request asks for facts that no other request has.

    Attributes:
        code: What it is called in data, ``"entrance_head_admission"``.
        items: The catalogue items it expresses.
        value: What it is.
        basis: Where it was read.
        title: What a person calls it.
    """

    code: str = attrs.field(validator=check_id)
    items: tuple[str, ...]
    value: Instituted
    basis: Basis
    title: Text
