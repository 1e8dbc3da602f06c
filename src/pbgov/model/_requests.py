"""A request to hand a duty down, and the facts that a pack decides it by."""

from __future__ import annotations

from datetime import date

import attrs

from pbgov.base import both, check_day, check_id, check_natural, need_day
from pbgov.errors import UnknownIdError
from pbgov.model._jurisdiction import Jurisdiction
from pbgov.rules import Decision, Facts, RulePack

_natural_or_none = attrs.validators.optional(check_natural)


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
        approvals: Who approved, and when.
        staff_needed: Posts 名 the duty takes; ``None`` when nobody declared it, 0 when declared as none.
        staff_moved: Posts that come with it.
        yuan_needed: Yuan a year the duty takes.
        yuan_moved: Yuan a year that come with it.
        power_needed: Strength of the power it takes: 0 none, 1 suggest, 2 participate, 3 consent, 4 decide.
        power_moved: Strength of the power that comes with it.

    Raises:
        InvalidValueError: The start is no day, or a count is no whole number of 0 or more.
    """

    id: str = attrs.field(validator=check_id)
    duty: str = attrs.field(validator=check_id)
    target: str = attrs.field(validator=check_id)
    start: date = attrs.field(validator=check_day)
    function: str | None = attrs.field(default=None, validator=attrs.validators.optional(check_id))
    responsible: bool = True
    approvals: tuple[Approval, ...] = attrs.field(default=(), converter=tuple[Approval, ...])
    staff_needed: int | None = attrs.field(default=None, validator=_natural_or_none)
    staff_moved: int = attrs.field(default=0, validator=check_natural)
    yuan_needed: int | None = attrs.field(default=None, validator=_natural_or_none)
    yuan_moved: int = attrs.field(default=0, validator=check_natural)
    power_needed: int | None = attrs.field(default=None, validator=_natural_or_none)
    power_moved: int = attrs.field(default=0, validator=check_natural)


def facts_of(request: DutyRequest, place: Jurisdiction, on: date) -> Facts:
    """Gather what is known of a request, from itself and from the record.

    A duty is on the list when a work-item list in force, owned by the target or a unit above it, holds its
    category. An approval counts when it comes from the county-level unit that holds the target.

    Raises:
        UnknownIdError: The target is not on record.
    """
    if request.target not in place.units:
        raise UnknownIdError(both("request.target", target=request.target), request.target)
    chain = place.org.on(on).chain(request.target) if place.units[request.target].in_force(on) else ()
    county = {unit for unit in chain if place.units[unit].level == "county"}
    approved = {a.organ for a in request.approvals if a.unit in county and a.on <= request.start}
    lists = {row.id for row in place.lists.on(on) if row.kind == "work_item_list" and row.owner in chain}
    listed = {item.category for item in place.entries.on(on) if item.list in lists}
    return {
        "duty": request.duty,
        "target_level": place.units[request.target].level,
        "function": request.function or "unspecified",
        "responsible": request.responsible,
        "on_list": request.duty in listed,
        "approved_by_committee": "party_committee" in approved,
        "approved_by_government": "government" in approved,
        "staff_needed": request.staff_needed,
        "staff_moved": request.staff_moved,
        "yuan_needed": request.yuan_needed,
        "yuan_moved": request.yuan_moved,
        "power_needed": request.power_needed,
        "power_moved": request.power_moved,
    }


def admit(request: DutyRequest, *, place: Jurisdiction, pack: RulePack, on: date) -> Decision:
    """Decide whether a duty may be handed down, and on what conditions 社区事务准入.

    Args:
        request: The request.
        place: The record it is judged against.
        pack: The pack whose rules apply.
        on: The day of the decision.

    Raises:
        UnknownIdError: The target is not on record, or the pack has no fields for such requests.
        InvalidValueError: ``on`` is no day.
    """
    need_day("on", on)
    return pack.at(on).decide(facts_of(request, place, on))
