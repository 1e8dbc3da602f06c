"""Who is on record: units, bodies, posts and who holds them, and the ties between all of these."""

from __future__ import annotations

from typing import Any, Final

import attrs

from pbgov.base import Row, both, check_id, check_name
from pbgov.errors import InvalidValueError

_optional_id = attrs.validators.optional(check_id)
_WHOLE: Final = 1000


def _share(_self: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if type(value) is not int or not 1 <= value <= _WHOLE:
        raise InvalidValueError(both("row.share", name=attribute.name, value=repr(value)), attribute.name, value)


@attrs.frozen(kw_only=True)
class Unit(Row):
    """An organisation or area: a city, a subdistrict 街道, a community 社区, a department, a mine.

    Attributes:
        kind: ``"subdistrict"``, ``"residents_committee"``, ``"department"`` …
        level: Its level in the profile; ``None`` for an organisation that is no territorial level.
        parent: The administrative parent; ``None`` for a root.
        name: What it is called; names are never keys.
    """

    kind: str = attrs.field(validator=check_id)
    level: str | None = attrs.field(default=None, validator=_optional_id)
    parent: str | None = attrs.field(default=None, validator=_optional_id)
    name: str = attrs.field(default="", validator=check_name)


@attrs.frozen(kw_only=True)
class Body(Row):
    """A joint meeting 联席会议, enlarged committee, council or rotation group.

    Attributes:
        kind: ``"city_joint_meeting"``, ``"regional_joint_meeting"`` …
        host: The unit it belongs to.
        functions: The functions known of it.
        name: What it is called.
    """

    kind: str = attrs.field(validator=check_id)
    host: str = attrs.field(validator=check_id)
    functions: tuple[str, ...] = ()
    name: str = attrs.field(default="", validator=check_name)


@attrs.frozen(kw_only=True)
class Post(Row):
    """A seat in a unit: its head, its liaison officer 联络人员; it exists whoever holds it.

    Attributes:
        kind: ``"head"``, ``"responsible_leader"``, ``"liaison"``, ``"grid_worker"`` …
        unit: The unit or body the seat belongs to.
        name: What it is called.
    """

    kind: str = attrs.field(validator=check_id)
    unit: str = attrs.field(validator=check_id)
    name: str = attrs.field(default="", validator=check_name)


@attrs.frozen(kw_only=True)
class Holding(Row):
    """A person holds a post.

    Attributes:
        post: The post.
        person: The person's opaque identifier.
        route: How the person came to it: ``"elected"``, ``"dispatched"`` …; ``None`` when unrecorded.
        full_time: Whether the post is the person's full-time work 专职; ``None`` when unrecorded.
        concurrent: The post because of which the person holds this one as well 兼任; ``None`` when there is none.
    """

    post: str = attrs.field(validator=check_id)
    person: str = attrs.field(validator=check_id)
    route: str | None = attrs.field(default=None, validator=_optional_id)
    full_time: bool | None = None
    concurrent: str | None = attrs.field(default=None, validator=_optional_id)


@attrs.frozen(kw_only=True)
class Tie(Row):
    """One thing is tied to another.

    Attributes:
        kind: ``"leads"``, ``"member"``, ``"convener"``, ``"seated_in"``, ``"serves"`` …
        source: What is tied: the leading organisation, the member, the worker's post.
        target: What it is tied to: the led unit, the body, the grid.
        share: How much of the source the tie takes, in parts per thousand, 1 to 1000; ``None`` when unrecorded.
        route: How it came about: ``"elected"``, ``"recommended"``, ``"ex_officio"`` …; ``None`` when unrecorded.
    """

    kind: str = attrs.field(validator=check_id)
    source: str = attrs.field(validator=check_id)
    target: str = attrs.field(validator=check_id)
    share: int | None = attrs.field(default=None, validator=attrs.validators.optional(_share))
    route: str | None = attrs.field(default=None, validator=_optional_id)


@attrs.frozen(kw_only=True)
class Person(Row):
    """An opaque identifier with the one code a norm may need; nothing else is held of a person.

    Attributes:
        category: ``"full_member"``, ``"resident"`` …
    """

    category: str = attrs.field(validator=check_id)
