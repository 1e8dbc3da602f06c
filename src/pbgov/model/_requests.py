"""A request to hand a duty down, and the facts that a pack decides it by."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Final

import attrs

from pbgov.base import both, check_day, check_id, check_natural, need_day, several
from pbgov.errors import UnknownIdError
from pbgov.model._duties import Listed, after, chain_on, listed
from pbgov.model._jurisdiction import Jurisdiction
from pbgov.rules import Decision, Facts, Power, RulePack, Value

_natural_or_none = attrs.validators.optional(check_natural)
_optional_id = attrs.validators.optional(check_id)
FURTHER: Final = ("role", "approvals", "listed_role", "on_negative_list", "taken_back", "department_duty")


def _number(value: int) -> int:
    """Take a power as the number it is; what is no number is refused after."""
    return int(value) if isinstance(value, Power) else value


@attrs.frozen(kw_only=True)
class Approval:
    """An organ approved a request.

    Attributes:
        organ: ``"party_committee"`` or ``"government"``.
        unit: The unit whose organ it is.
        on: The day; an approval counts only if it is not later than the start.
    """

    organ: str = attrs.field(validator=check_id)
    unit: str = attrs.field(validator=check_id)
    on: date = attrs.field(validator=check_day)


@attrs.frozen(kw_only=True)
class DutyRequest:
    """A department asks to hand a duty 事项 down to a subdistrict or a community.

    Attributes:
        id: Identifier of the request.
        duty: The category of the duty.
        target: The unit that is to take it.
        start: The first day.
        function: Which function of the target it serves; ``None`` when nobody said.
        responsible: Whether the target is to be responsible, rather than to assist.
        department: The department that asks; ``None`` when nobody said.
        approvals: Who approved, and when.
        staff_needed: Posts 名 the duty takes; ``None`` when nobody declared it, 0 when declared as none.
        staff_moved: Posts that come with it.
        yuan_needed: Yuan a year the duty takes.
        yuan_moved: Yuan a year that come with it.
        power_needed: Strength of the power it takes, a ``Power`` or its number: 0 none, 1 suggest, 2 participate,
            3 consent, 4 decide.
        power_moved: Strength of the power that comes with it.

    Raises:
        InvalidValueError: The start is no day, or a count is no whole number of 0 or more.
    """

    id: str = attrs.field(validator=check_id)
    duty: str = attrs.field(validator=check_id)
    target: str = attrs.field(validator=check_id)
    start: date = attrs.field(validator=check_day)
    function: str | None = attrs.field(default=None, validator=_optional_id)
    responsible: bool = True
    department: str | None = attrs.field(default=None, validator=_optional_id)
    approvals: tuple[Approval, ...] = attrs.field(default=(), converter=tuple[Approval, ...])
    staff_needed: int | None = attrs.field(default=None, validator=_natural_or_none)
    staff_moved: int = attrs.field(default=0, validator=check_natural)
    yuan_needed: int | None = attrs.field(default=None, validator=_natural_or_none)
    yuan_moved: int = attrs.field(default=0, validator=check_natural)
    power_needed: int | None = attrs.field(
        default=None, converter=attrs.converters.optional(_number), validator=_natural_or_none
    )
    power_moved: int = attrs.field(default=0, converter=_number, validator=check_natural)

    def facts(self, place: Jurisdiction, on: date, asked: Collection[str] | None = None) -> Facts:
        """Gather the facts of the request; ``place.facts_for`` is the door to it."""
        return facts_of(self, place, on, asked=FURTHER if asked is None else asked)


def facts_of(request: DutyRequest, place: Jurisdiction, on: date, *, asked: Collection[str] = ()) -> Facts:
    """Gather what is known of a request, from itself and from the record.

    A duty is on a list in force, owned by the target or a unit above it, that holds it as a category or a matter. An
    approval counts when it comes from the county-level unit that holds the target, on or before the start.

    Args:
        request: The request.
        place: The record.
        on: The day.
        asked: Which further facts to give: ``"role"``, responsible or assisting; ``"approvals"``, how many organs
            approved in time; ``"listed_role"``, the role in which the duty stands on the work-item list, or
            ``"unlisted"``; ``"on_negative_list"`` and ``"taken_back"``, open where the record does not claim to hold
            such lists whole; ``"department_duty"``, whether a responsibility list of the department that asks holds
            the duty. Others are ignored.

    Raises:
        UnknownIdError: The target is not on record.
    """
    if request.target not in place.units:
        raise UnknownIdError(both("request.target", target=request.target), request.target)
    chain = chain_on(place, request.target, on)
    county = {unit for unit in chain if place.units[unit].level == "county"}
    approved = {a.organ for a in request.approvals if a.unit in county and a.on <= request.start}
    roles = {one.role for one in _listed_as(request, place, on, "work_item_list") if one.on_list.owner in chain}
    facts: Facts = {
        "duty": request.duty,
        "target_level": place.units[request.target].level,
        "function": request.function or "unspecified",
        "responsible": request.responsible,
        "on_list": bool(roles),
        "approved_by_committee": "party_committee" in approved,
        "approved_by_government": "government" in approved,
        "staff_needed": request.staff_needed,
        "staff_moved": request.staff_moved,
        "yuan_needed": request.yuan_needed,
        "yuan_moved": request.yuan_moved,
        "power_needed": request.power_needed,
        "power_moved": request.power_moved,
    }
    further: Mapping[str, Callable[[], Value | None]] = {
        "role": lambda: "responsible" if request.responsible else "assisting",
        "approvals": lambda: len(approved & {"party_committee", "government"}),
        "listed_role": lambda: max(roles, default="unlisted"),
        "on_negative_list": lambda: _stands(request, place, on, "negative_list", chain),
        "taken_back": lambda: _stands(request, place, on, "taken_back_list", chain),
        "department_duty": lambda: _stands(request, place, on, "responsibility_list", several(request.department)),
    }
    return {**facts, **{name: gathered() for name, gathered in further.items() if name in asked}}


def _listed_as(request: DutyRequest, place: Jurisdiction, on: date, kind: str) -> list[Listed]:
    """Give the items in force, on lists of a kind, that are the duty asked for: its category, or its matter."""
    return [one for one in listed(place, kind, on=on) if request.duty in {one.item.category, one.item.matter}]


def _stands(request: DutyRequest, place: Jurisdiction, on: date, kind: str, owners: Collection[str]) -> bool | None:
    """Tell whether the duty stands on a list of a kind that one of these owns; ``None`` where nobody knows."""
    if any(one.on_list.owner in owners for one in _listed_as(request, place, on, kind)):
        return True
    claimed = place.recorded_throughout("lists", on, after(on), (kind,))
    whole = claimed and place.recorded_throughout("entries", on, after(on))
    return False if owners and whole else None


def admit(request: DutyRequest, *, place: Jurisdiction, pack: RulePack, on: date) -> Decision:
    """Decide whether a duty may be handed down, and on what conditions 社区事务准入.

    The pack is told those facts of ``facts_of`` that it has fields for, and need not have fields for the others.

    Args:
        request: The request.
        place: The record it is judged against.
        pack: The pack whose rules apply.
        on: The day of the decision.

    Raises:
        UnknownIdError: The target is not on record, or the pack has a field for none of the facts.
        InvalidValueError: ``on`` is no day.
    """
    need_day("on", on)
    asked = {declared.name for declared in pack.fields}
    gathered = facts_of(request, place, on, asked=asked)
    facts = {name: value for name, value in gathered.items() if name in asked}
    return pack.at(on).decide(facts or gathered)  # where the pack asks for none, it says which it lacks
