"""What missing facts can change: the answers that a request still has when it is completed in every way.

Kleene's logic looks at each comparison by itself, and knows no ranges. So the facts that are known are put in their
place, and what is left is cut into cells: an answer that no cell gives is ruled out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from pbgov.rules._cells import Space, Vocabulary
from pbgov.rules._expr import Expr, ParamRef, Value, parts
from pbgov.rules._fold import fold
from pbgov.rules._program import Outcome, answers
from pbgov.rules._rule import Effect
from pbgov.rules._witness import find

if TYPE_CHECKING:
    from pbgov.rules._resolved import ResolvedPack

Given: TypeAlias = Mapping[str, Value | None]

_MOST: Final = 1 << 14  # cells; beyond, what Kleene's logic leaves open stays open


@attrs.frozen(eq=False)
class Completions:
    """Where rules are active, over what is missing: those of each effect together, and each REQUIRE by itself."""

    space: Space
    actives: tuple[Expr, ...]
    requires: tuple[Expr, ...]

    @classmethod
    def of(cls, day: ResolvedPack, facts: Given) -> Completions | None:
        """Put the facts that are known in their place; ``None`` where the rest is too large to look at."""
        each = [one.active for one in day.program.clauses if one.effect is Effect.REQUIRE]
        actives, requires = (
            tuple(fold(tree, day.value, facts.get) for tree in trees) for trees in (day.program.actives, each)
        )
        space = Space.over((*actives, *requires), Vocabulary(day.fields))
        return cls(space, actives, requires) if space.size <= _MOST else None

    @cached_property
    def answers(self) -> Mapping[Outcome, Expr]:
        """The condition of each outcome."""
        return answers(*self.actives)

    def reach(self, outcome: Outcome) -> bool:
        """Tell whether some completion may have an outcome."""
        tree = self.answers[outcome]
        cells = self.space.cells(tree)
        return bool(cells) and not (self._tangled and find(self.space, cells, (tree,)).none_exists)

    def turn_on(self, name: str) -> bool:
        """Tell whether a fact may change the outcome, or what is required on the way to it, whatever the others are."""
        asked = [one for one in self.space.dimensions if name in one.names]
        short = self.space.cells(self.answers[Outcome.CONDITIONAL])
        cells = [self.space.cells(tree) for tree in self.answers.values()]
        cells += [short & self.space.cells(tree) for tree in self.requires]
        return any(self.space.turns(one, dimension) for one in cells for dimension in asked)

    @cached_property
    def _tangled(self) -> bool:
        """Whether dimensions share a field or are comparisons by themselves, so that a cell may be empty."""
        if any(isinstance(part, ParamRef) for tree in self.actives for part in parts(tree)):
            return False  # whoever looks for a request cannot tell without the figure
        shared = Counter(name for one in self.space.dimensions for name in one.names)
        return any(one.key[0] == "opaque" for one in self.space.dimensions) or any(n > 1 for n in shared.values())


def ruled_out(day: ResolvedPack, facts: Given, possible: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Give the outcomes that rules leave possible one by one, and all of them together do not."""
    completions = Completions.of(day, facts)
    return tuple(outcome for outcome in possible if completions and not completions.reach(outcome))


def changing(day: ResolvedPack, facts: Given, names: tuple[str, ...]) -> tuple[str, ...]:
    """Keep of the missing facts those that may change the answer; parameters always may."""
    completions = Completions.of(day, facts) if names else None
    return tuple(name for name in names if name not in facts or completions is None or completions.turn_on(name))
