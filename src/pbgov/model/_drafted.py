"""What all changes share: they are drafted first, held against what can stand, and only then carried out."""

from __future__ import annotations

from abc import abstractmethod

import attrs

from pbgov.model._draft import Draft
from pbgov.model._edits import Change, Lost, Step
from pbgov.model._jurisdiction import Jurisdiction
from pbgov.model._leading import need_leaders


@attrs.frozen
class Drafted(Change):
    """A change that says in a draft what will differ."""

    def step(self, place: Jurisdiction, *, lost: Lost = "refuse") -> Step:
        """Draft the change, refuse what cannot stand, and carry it out."""
        draft = Draft(place, self.on)
        self.draw(draft)
        need_leaders(draft)
        return draft.step(lost)

    @abstractmethod
    def draw(self, draft: Draft) -> None:
        """Say in a draft what will differ."""
