"""Why no plan has fewer grids: for each connected piece, what its buildings need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from pbgov.base import say
from pbgov.grid._check import bears
from pbgov.grid._claims import Ground
from pbgov.grid._conditions import Conditions
from pbgov.grid._listing import millionths, some

if TYPE_CHECKING:
    from pbgov.base import Lang
    from pbgov.grid._places import Neighbourhood

__all__ = ["Ground", "Need", "Proof"]


@attrs.frozen(kw_only=True)
class Need:
    """How many grids a connected piece needs at least.

    Attributes:
        ground: On what this rests: its households, shares its buildings bear, or a complete search.
        buildings: Its buildings, in order.
        households: Their households (户).
        grids: The fewest grids.
        shares: What each building bears (``SHARES``), in millionths of a grid, otherwise empty: those of one possible
            grid never come to more than a whole.
    """

    ground: Ground
    buildings: tuple[str, ...]
    households: int
    grids: int
    shares: tuple[int, ...] = ()


@attrs.frozen(kw_only=True)
class Proof:
    """Why no plan has fewer grids.

    Attributes:
        neighbourhood: Identifier of the neighbourhood it speaks of.
        low: Fewest households (户) of a grid.
        high: Most households of a grid.
        conditions: What a plan keeps beside the bounds.
        aside: Buildings of each grid that was settled beforehand: fixed, or standing alone above the ceiling.
        needs: What each connected piece of the rest needs.
    """

    neighbourhood: str
    low: int
    high: int
    conditions: Conditions
    aside: tuple[tuple[str, ...], ...] = ()
    needs: tuple[Need, ...]

    @property
    def grids(self) -> int:
        """The fewest grids of all."""
        return len(self.aside) + sum(need.grids for need in self.needs)

    def check(self, neighbourhood: Neighbourhood) -> bool:
        """Verify it anew, by other means than those that found it, whoever hands it in.

        All that ``explain`` tells is held to the neighbourhood: what is set aside, each once, and of each piece its
        buildings, its households, its ground and its number. The bounds and the conditions are the question it answers;
        compare them with your own. Where nothing is set aside above the ceiling, it speaks of plans in which no
        building stands alone.

        Args:
            neighbourhood: What the proof is about.

        Returns:
            Whether it holds. A piece whose number rests on shares or a complete search is listed and searched again as
            far as its size allows, and does not hold otherwise.

        Raises:
            InvalidValueError: It is given no neighbourhood.
        """
        return bears(self, neighbourhood)

    def explain(self, lang: Lang = "en") -> str:
        """Say what each piece needs, and why.

        Args:
            lang: ``"en"`` or ``"zh"``.
        """
        parts = [say("grid.proof.aside", lang, n=len(self.aside))] if self.aside else []
        parts.extend(self._need(need, lang) for need in self.needs)
        return ("" if lang == "zh" else " ").join(parts)

    def _need(self, need: Need, lang: Lang) -> str:
        return say(
            f"grid.proof.{need.ground.value}", lang, buildings=some(need.buildings), total=need.households,
            low=self.low, high=self.high, n=need.grids, fewer=need.grids - 1, borne=millionths(sum(need.shares)),
        )  # fmt: skip
