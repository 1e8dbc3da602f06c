"""Duty lists: what a subdistrict or community is responsible for, and what may be handed down to it."""

from __future__ import annotations

import attrs

from pbgov.base import Row, check_id, check_name


@attrs.frozen(kw_only=True)
class DutyList(Row):
    """A list in force: 责任清单 responsibility, 权力清单 power, 工作事项清单 work item, 负面清单 negative.

    Attributes:
        kind: ``"responsibility_list"``, ``"power_list"``, ``"work_item_list"``, ``"negative_list"``.
        owner: The unit the list belongs to.
        version: Which wording of the list; equal lists have equal versions.
    """

    kind: str = attrs.field(validator=check_id)
    owner: str = attrs.field(validator=check_id)
    version: str = attrs.field(default="1", validator=check_id)


@attrs.frozen(kw_only=True)
class DutyItem(Row):
    """One item 事项 of a duty list.

    Attributes:
        list: The list it stands on.
        category: What sort of duty, ``"investment_attraction"``.
        function: Which of the functions of its owner it serves; ``None`` when the list does not say.
        name: Its title.
    """

    list: str = attrs.field(validator=check_id)
    category: str = attrs.field(validator=check_id)
    function: str | None = attrs.field(default=None, validator=attrs.validators.optional(check_id))
    name: str = attrs.field(default="", validator=check_name)
