"""Strategies for patterns of events: rhythms, chains of them, what comes before and what answers.

Each takes a strategy for selectors, and names of parameters by what they hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from hypothesis import strategies as st

from pbgov.rules import Anchoring, Answered, Cadence, Chained, Link, Partial, Preceded, Selector

Selectors: TypeAlias = st.SearchStrategy[Selector]
_Cells: TypeAlias = dict[str, st.SearchStrategy[Any]]
_UNITS: Final = st.sampled_from(("day", "month"))


def _name(names: Sequence[str]) -> st.SearchStrategy[str]:
    return st.sampled_from(("", *names))


def cadences(
    elements: Selectors, *, cycles: Sequence[str], numbers: Sequence[str] = (), bands: Sequence[str] = ()
) -> st.SearchStrategy[Cadence]:
    """Cadences of the calendar and rolling ones.

    Args:
        elements: What picks the events.
        cycles: Parameters that hold cycles; one at least.
        numbers: Parameters that hold whole numbers.
        bands: Parameters that hold bands.
    """
    number, band, per, former = _name(numbers), _name(bands), st.sampled_from(cycles), st.booleans()
    common: _Cells = {"times": number, "at_most": number, "former": former}
    windows: list[_Cells] = [{"months": band}, {"days": band}]
    policies: list[_Cells] = [
        {"partial": st.sampled_from((Partial.SKIP, Partial.PRORATE))},
        {"partial": st.just(Partial.REQUIRE), "min_days": number},
    ]
    calendar = [
        st.builds(Cadence, of=elements, per=per, **common, **window, **policy)
        for window in windows
        for policy in policies
    ]
    rolling = st.builds(
        Cadence,
        of=elements,
        per=st.sampled_from((*cycles, *numbers)),
        times=number,
        anchoring=st.just(Anchoring.ROLLING),
        unit=_UNITS,
        former=former,
    )
    return st.one_of(rolling, *calendar)


def links(elements: Selectors, *, cycles: Sequence[str]) -> st.SearchStrategy[Link]:
    """Links of chains."""
    return st.builds(Link, elements, st.sampled_from(cycles))


def chains(elements: Selectors, *, cycles: Sequence[str], max_size: int = 3) -> st.SearchStrategy[Chained]:
    """Chains of two to ``max_size`` rhythms.

    Args:
        elements: What picks the events.
        cycles: Parameters that hold cycles; one at least.
        max_size: Most links.
    """
    several = st.lists(links(elements, cycles=cycles), min_size=2, max_size=max_size).map(tuple)
    return st.builds(Chained, links=several, referring=st.booleans(), former=st.booleans())


def precedences(elements: Selectors, *, lengths: Sequence[str] = ()) -> st.SearchStrategy[Preceded]:
    """What must come before an event, at any time or within one that a parameter gives."""
    return st.builds(
        Preceded,
        of=elements,
        by=elements,
        within=_name(lengths),
        unit=_UNITS,
        referring=st.booleans(),
        former=st.booleans(),
    )


def responses(elements: Selectors, *, lengths: Sequence[str]) -> st.SearchStrategy[Answered]:
    """What must follow an event within the time that a parameter gives."""
    return st.builds(
        Answered,
        of=elements,
        by=elements,
        within=st.sampled_from(lengths),
        unit=_UNITS,
        referring=st.booleans(),
        former=st.booleans(),
    )
