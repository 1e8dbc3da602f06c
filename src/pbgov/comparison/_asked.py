"""What the pack of each side asks for, item by item: the matter of mechanisms, contrasts and norms alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final, TypeAlias

import attrs

from pbgov.base import Band, Basis, FrozenMap, Lang, Modality, Text, Verdict, say
from pbgov.comparison._sides import Compared
from pbgov.packs import INSTITUTIONS, NATIONAL, PARTY_LIFE, Institution
from pbgov.rules import Effect, Figure, Norm, Rule, figure_in

_JUDGED: Final = (Verdict.MET, Verdict.BREACHED, Verdict.WAIVED, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE)
_BASE: Final = frozenset(entry for pack in (NATIONAL, PARTY_LIFE) for entry in pack.entries())

Entry: TypeAlias = Norm | Rule | Institution


@attrs.frozen(kw_only=True)
class Stand:
    """A figure that norms of one side rest on, with its ground.

    Attributes:
        parameter: The identifier of the parameter.
        name: What a person calls it.
        value: Its value on the day; ``None`` where it is still to be supplied.
        unit: What it counts.
        basis: Where it was read; ``None`` where no value is in force yet.
    """

    parameter: str
    name: Text
    value: Figure | None
    unit: Text
    basis: Basis | None

    def in_(self, lang: Lang) -> str:
        """Say it: its name and its value, with the unit of what is counted."""
        if self.value is None:
            return say("comparison.figure.none", lang, name=self.name)
        key = "comparison.figure" if isinstance(self.value, int | Band) else "comparison.figure.plain"
        return say(key, lang, name=self.name, value=self.worded, unit=self.unit)

    @property
    def worded(self) -> Text:
        """The value in words, without its unit."""
        if self.value is None:
            return Text(zh="", en="")
        return Text(zh=figure_in(self.value, "zh"), en=figure_in(self.value, "en"))


@attrs.frozen(kw_only=True)
class AskedCell:
    """What one side asks for under some items, and what was found about it.

    Attributes:
        norms: The codes of its norms.
        rules: The codes of its rules of decision.
        institutions: The codes of what it has beside norms.
        texts: What these say, in the order of their codes.
        modalities: How strongly the norms bind.
        effects: What the rules do.
        verdicts: How many subjects got which verdict.
        figures: The figures that norms and rules rest on.
        own: Whether any of it is beyond the national base.
    """

    norms: tuple[str, ...]
    rules: tuple[str, ...]
    institutions: tuple[str, ...]
    texts: tuple[Text, ...]
    modalities: tuple[Modality, ...]
    effects: tuple[Effect, ...]
    verdicts: FrozenMap[Verdict, int]
    figures: tuple[Stand, ...]
    own: bool

    @property
    def likeness(self) -> tuple[object, ...]:
        """What is asked, without the codes, which no two cities share."""
        values = Counter((stand.value, stand.unit) for stand in self.figures)
        kinds = (bool(self.norms), bool(self.rules), bool(self.institutions))
        return (kinds, self.modalities, self.effects, frozenset(values.items()))


class Asked:
    """What one side asks for, by catalogue item; what names no item stands under its own code."""

    def __init__(self, side: Compared) -> None:
        """Gather what is in force on the day of the side."""
        self._side = side
        self._resolved = side.resolved
        self._parameters = {parameter.id: parameter for parameter in self._resolved.pack.parameters}
        self._tallies: defaultdict[str, Counter[Verdict]] = defaultdict(Counter)
        for tally in side.report.tallies:
            self._tallies[tally.code][tally.verdict] += tally.n

    @cached_property
    def by_item(self) -> Mapping[str, tuple[Entry, ...]]:
        """Norms and rules in force, and institutions, by the items they name."""
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        asking: tuple[Norm | Rule, ...] = (*self._resolved.norms, *self._resolved.rules)
        for one in asking:
            found[one.item or code_of(one)].append(one)
        for institution in self._side.institutions:
            for item in institution.items:
                found[item].append(institution)
        return {item: tuple(entries) for item, entries in found.items()}

    def under(self, items: Iterable[str], *, own: bool = False) -> AskedCell | None:
        """Give what stands under some items; ``None`` where nothing does.

        Args:
            items: The items.
            own: Whether only what is beyond the national base counts.
        """
        held = {(type(entry), code_of(entry)): entry for item in items for entry in self.by_item.get(item, ())}
        entries = sorted((entry for entry in held.values() if not own or self.is_own(entry)), key=code_of)
        return self._cell(entries) if entries else None

    def is_own(self, entry: Entry) -> bool:
        """Tell whether an entry, or a figure that it rests on, is beyond the national base."""
        if isinstance(entry, Institution):
            return entry not in INSTITUTIONS[NATIONAL.id]
        return entry not in _BASE or any(self._parameters[name] not in _BASE for name in entry.parameters())

    def _cell(self, entries: list[Entry]) -> AskedCell:
        norms = [one for one in entries if isinstance(one, Norm)]
        rules = [one for one in entries if isinstance(one, Rule)]
        counted = sum((self._tallies[norm.code] for norm in norms if norm.code in self._tallies), Counter[Verdict]())
        resting: list[Norm | Rule] = [*norms, *rules]
        named = dict.fromkeys(name for one in resting for name in one.parameters())
        return AskedCell(
            norms=tuple(norm.code for norm in norms),
            rules=tuple(rule.id for rule in rules),
            institutions=tuple(one.code for one in entries if isinstance(one, Institution)),
            texts=tuple(one.title if isinstance(one, Institution) else one.text for one in entries),
            modalities=tuple(one for one in Modality if any(norm.modality is one for norm in norms)),
            effects=tuple(one for one in Effect if any(rule.effect is one for rule in rules)),
            verdicts=FrozenMap({verdict: counted[verdict] for verdict in _JUDGED if counted[verdict]}),
            figures=tuple(map(self._stand, sorted(named))),
            own=any(map(self.is_own, entries)),
        )

    def _stand(self, name: str) -> Stand:
        parameter = self._parameters[name]
        dated = self._resolved.dated(name)
        return Stand(
            parameter=name,
            name=parameter.name(),
            value=dated.value if dated else None,
            unit=parameter.unit,
            basis=dated.basis if dated else None,
        )


def code_of(entry: Entry) -> str:
    """Give the code of a norm, a rule or an institution."""
    return entry.id if isinstance(entry, Rule) else entry.code
