"""The calendar of a rota as rows of the record: who is in the chair when, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pbgov.org import Tie
from pbgov.rules import Calendar, RoleKind, Stint

_DOING = {RoleKind.ROTATING_CHAIR: "presides", RoleKind.DUTY_MEMBER: "on_duty"}


def chair_ties(calendar: Calendar, *, meeting: str) -> tuple[Tie, ...]:
    """Give the ties that put a calendar on record: the terms of groups, and who presides for them.

    A term is a tie of kind ``rotating_chair`` (``duty_member`` on a duty rota) from the group to the meeting; who was
    nominated has a tie of kind ``presides`` (``on_duty``) of its own, a substitute another. A vacant term has none,
    and a term whose chair stayed empty to the end stops where that began. There are ties and no posts: to take the
    chair neither creates nor ends the post of a secretary 书记, who leads the territory (C-2.22, proposed).

    Args:
        calendar: The calendar.
        meeting: The body that the groups belong to.

    Examples:
        >>> from datetime import date
        >>> from pbgov.rules import Rota
        >>> rota = Rota(groups=("A", "B"), start=date(2018, 1, 1), months=2)
        >>> for tie in chair_ties(rota.calendar(date(2018, 1, 1), date(2018, 5, 1)), meeting="joint"):
        ...     print(tie.kind, tie.source, tie.target, tie.start, tie.end)
        rotating_chair A joint 2018-01-01 2018-03-01
        rotating_chair B joint 2018-03-01 2018-05-01
    """
    terms = (tuple(stints) for _, stints in groupby(calendar, key=lambda stint: stint.number))
    return tuple(tie for stints in terms for tie in _term(stints, calendar.role, meeting))


def _term(stints: tuple[Stint, ...], role: RoleKind, meeting: str) -> Iterator[Tie]:
    """Yield the ties of one term."""
    held = [stint for stint in stints if stint.vacancy is None and stint.group is not None]
    if not held:
        return
    kind, number = role.value, stints[0].number
    first, last = stints[0], held[-1]
    yield Tie(
        id=f"{kind}:{meeting}:{number}",
        kind=kind,
        source=str(first.group),
        target=meeting,
        start=first.period.start,
        end=last.period.end,
    )
    for place, stint in enumerate(stints):
        if stint.chair is not None:
            yield Tie(
                id=f"{_DOING[role]}:{meeting}:{number}.{place}",
                kind=_DOING[role],
                source=stint.chair,
                target=meeting,
                start=stint.period.start,
                end=stint.period.end,
            )
