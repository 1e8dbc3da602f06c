"""Duty lists: what a subdistrict or community is responsible for, and what may be handed down to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from pbgov.base import Row, both, check_id, check_name
from pbgov.errors import InvalidValueError
from pbgov.rules._powers import Power, power_or_none

_optional_id = attrs.validators.optional(check_id)
_ABOUT_THE_ROW: Final = frozenset({"id", "list", "start", "end", "made_up"})


@attrs.frozen(kw_only=True)
class DutyList(Row):
    """A list in force, owned by a unit; another wording is another row, with its own version and period.

    Attributes:
        kind: What sort of list: ``"responsibility_list"`` 责任清单, ``"power_list"`` 权力清单, ``"work_item_list"``
            社区工作事项清单, ``"negative_list"`` 负面清单; the three tiers ``"basic_duty_list"`` 基本履职,
            ``"cooperating_duty_list"`` 配合履职 and ``"taken_back_list"`` 上级部门收回; ``"annual_task_list"``
            重点任务清单 …
        owner: The unit the list belongs to; a list of a county's also speaks of the units below it.
        version: Which wording of the list; equal lists have equal versions.
    """

    kind: str = attrs.field(validator=check_id)
    owner: str = attrs.field(validator=check_id)
    version: str = attrs.field(default="1", validator=check_id)


@attrs.frozen(kw_only=True)
class DutyItem(Row):
    """One item 事项 of a duty list; ``None`` and empty stand for what the list does not say.

    Attributes:
        list: The list it stands on.
        category: What sort of duty, ``"investment_attraction"``; on a power list, what sort of right.
        function: Which of the functions of its owner it serves.
        name: Its title.
        matter: Which matter it is, by a code that stays the same on every list and in every version.
        role: ``"responsible"`` 责任主体 or ``"assisting"`` 协助; by default what the kind of list implies.
        level: The level that is responsible.
        post: The post that is responsible, where duties go down to the person 明确到人头.
        department: The department that leads 牵头 what a unit assists with, or takes it back 收回.
        scope: What exactly a unit assists with 配合范围.
        method: How it is done: the measure 措施 of a task, the way of what is taken back 工作方式.
        object: On a power list, what the power is over, ``"year_end_grade"``.
        power: On a power list, how strong it is.

    Raises:
        InvalidValueError: A code is malformed, or the power is none of the five strengths.

    Examples:
        >>> item = DutyItem(id="p1", list="L", category="consent_right", object="agency_head_appointment", power=3)
        >>> item.power is Power.CONSENT
        True
    """

    list: str = attrs.field(validator=check_id)
    category: str = attrs.field(validator=check_id)
    function: str | None = attrs.field(default=None, validator=_optional_id)
    name: str = attrs.field(default="", validator=check_name)
    matter: str | None = attrs.field(default=None, validator=_optional_id)
    role: str | None = attrs.field(default=None, validator=_optional_id)
    level: str | None = attrs.field(default=None, validator=_optional_id)
    post: str | None = attrs.field(default=None, validator=_optional_id)
    department: str | None = attrs.field(default=None, validator=_optional_id)
    scope: str = attrs.field(default="", validator=check_name)
    method: str = attrs.field(default="", validator=check_name)
    object: str | None = attrs.field(default=None, validator=_optional_id)
    power: Power | None = attrs.field(default=None, converter=power_or_none)

    @property
    def code(self) -> str:
        """What tells it from other items: its matter, or its own identifier where it has none."""
        return self.matter or self.id

    @property
    def names(self) -> frozenset[str]:
        """Every code that another row may name it by: its identifier, and its matter."""
        return frozenset({self.id, self.code})


@attrs.frozen
class Difference:
    """What sets a later version of a list apart from an earlier one.

    Attributes:
        added: Items of the later version alone, in the order of their codes.
        removed: Items of the earlier version alone.
        changed: Items of both that say something else, as (earlier, later) pairs.
    """

    added: tuple[DutyItem, ...]
    removed: tuple[DutyItem, ...]
    changed: tuple[tuple[DutyItem, DutyItem], ...]

    def __bool__(self) -> bool:
        """Tell whether there is any difference."""
        return bool(self.added or self.removed or self.changed)


def difference(earlier: Iterable[DutyItem], later: Iterable[DutyItem]) -> Difference:
    """Compare the items of two versions of a list, by their codes.

    On which list and since when an item stands is no difference: a new version is a new list.

    Raises:
        InvalidValueError: A version has one code twice.

    Examples:
        >>> old = DutyItem(id="a1", list="L1", category="serve", matter="visits")
        >>> new = DutyItem(id="a2", list="L2", category="serve", matter="visits", role="assisting")
        >>> [(one.role, other.role) for one, other in difference([old], [new]).changed]
        [(None, 'assisting')]
    """
    old, new = _by_code(earlier), _by_code(later)
    both_have = [(old[code], item) for code, item in new.items() if code in old]
    return Difference(
        added=tuple(item for code, item in new.items() if code not in old),
        removed=tuple(item for code, item in old.items() if code not in new),
        changed=tuple(pair for pair in both_have if _says(pair[0]) != _says(pair[1])),
    )


def _by_code(items: Iterable[DutyItem]) -> dict[str, DutyItem]:
    ordered = sorted(items, key=lambda item: item.code)
    found = {item.code: item for item in ordered}
    if len(found) != len(ordered):
        codes = [item.code for item in ordered]
        twice = sorted({code for code in codes if codes.count(code) > 1})
        raise InvalidValueError(both("list.repeated", codes=", ".join(twice)), *twice)
    return found


def _says(item: DutyItem) -> tuple[object, ...]:
    """Give what an item says, beside where and since when it stands."""
    columns = [attribute.name for attribute in attrs.fields(DutyItem)]
    return tuple(getattr(item, name) for name in columns if name not in _ABOUT_THE_ROW)
