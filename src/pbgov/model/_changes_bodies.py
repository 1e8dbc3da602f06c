"""Members of joint bodies, their meetings, and what is signed."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from pbgov.base import both, check_id
from pbgov.errors import IllegalEventError
from pbgov.model._draft import Draft, nobody
from pbgov.model._drafted import Drafted
from pbgov.model._jurisdiction import TABLES
from pbgov.model._records import Document, Event
from pbgov.org import Body, Tie

_optional_id = attrs.validators.optional(check_id)


def _ids(given: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if given is None else tuple(given)


@attrs.frozen
class Join(Drafted):
    """A unit, post or person joins a body 加入, or is tied to it in another way.

    Attributes:
        member: Who joins.
        body: The body.
        kind: As what: ``"member"``, ``"convener"``, ``"part_time_member"`` …
        share: How much of the member the tie takes, in parts per thousand; ``None`` when unrecorded.
        route: How it came about; ``None`` when unrecorded.
        id: Identifier of the tie; by default one is made.

    Raises:
        UnknownIdError: The member or the body is not on record.
        IllegalEventError: One of them is not in force, it is a member already, or the identifier is taken.
        StructureError: ``kind`` is ``"leads"``, and another leads the body.
    """

    member: str = attrs.field(validator=check_id)
    body: str = attrs.field(validator=check_id)
    kind: str = attrs.field(default="member", kw_only=True, validator=check_id)
    share: int | None = attrs.field(default=None, kw_only=True)
    route: str | None = attrs.field(default=None, kw_only=True, validator=_optional_id)
    id: str | None = attrs.field(default=None, kw_only=True, validator=_optional_id)

    def draw(self, draft: Draft) -> None:
        """Let the tie begin; it ends with the body."""
        body: Body = draft.standing(self.body, "bodies")[1]
        draft.standing(self.member, *TABLES)
        if _tied(draft, self.member, self.body, self.kind):
            message = both("join.tied", member=self.member, body=self.body, kind=self.kind, on=self.on)
            raise IllegalEventError(message, self.member, self.body)
        key = self.id or draft.fresh(f"{self.member}-{self.body}@{self.on}")
        draft.need_fresh(key)
        tie = Tie(
            id=key,
            kind=self.kind,
            source=self.member,
            target=self.body,
            share=self.share,
            route=self.route,
            start=self.on,
            end=body.end,
        )
        draft.put("ties", tie)


@attrs.frozen
class Leave(Drafted):
    """A member leaves a body 退出.

    Attributes:
        member: Who leaves.
        body: The body.
        kind: As what.

    Raises:
        UnknownIdError: The body is not on record.
        IllegalEventError: It is not tied so on the day, or the tie begins on the day itself; something is lost.
    """

    member: str = attrs.field(validator=check_id)
    body: str = attrs.field(validator=check_id)
    kind: str = attrs.field(default="member", kw_only=True, validator=check_id)

    def draw(self, draft: Draft) -> None:
        """End the tie, and any that says the same."""
        draft.standing(self.body, "bodies")
        ties = _tied(draft, self.member, self.body, self.kind)
        if not ties:
            message = both("leave.untied", member=self.member, body=self.body, kind=self.kind, on=self.on)
            raise IllegalEventError(message, self.member, self.body)
        for tie in ties:
            draft.end(*draft.ending(tie.id, "ties"))
        draft.follow({tie.id: nobody for tie in ties})


def _tied(draft: Draft, member: str, body: str, kind: str) -> list[Tie]:
    ties = [tie for tie in draft.naming("ties", "source", member) if tie.target == body and tie.kind == kind]
    return [tie for tie in ties if tie.in_force(draft.on)]


@attrs.frozen
class Meet(Drafted):
    """A body or unit meets, or something else happens to it.

    Attributes:
        subject: The body or unit.
        kind: ``"regular_meeting"``, ``"special_meeting"`` …
        attendance: Who was represented; ``None`` when unrecorded.
        agenda: The codes of what was dealt with; ``None`` when unrecorded.
        refers: What it refers to; ``None`` when unrecorded.
        id: Identifier of the event; by default one is made.

    Raises:
        UnknownIdError: The subject, or what is named, is not on record.
        IllegalEventError: The subject is not in force on the day, or the identifier is taken.
    """

    subject: str = attrs.field(validator=check_id)
    kind: str = attrs.field(default="regular_meeting", validator=check_id)
    attendance: tuple[str, ...] | None = attrs.field(default=None, kw_only=True, converter=_ids)
    agenda: tuple[str, ...] | None = attrs.field(default=None, kw_only=True, converter=_ids)
    refers: tuple[str, ...] | None = attrs.field(default=None, kw_only=True, converter=_ids)
    id: str | None = attrs.field(default=None, kw_only=True, validator=_optional_id)

    def draw(self, draft: Draft) -> None:
        """Record the event."""
        draft.standing(self.subject, "units", "bodies")
        key = self.id or draft.fresh(f"{self.subject}-{self.kind}@{self.on}")
        draft.need_fresh(key)
        event = Event(
            id=key,
            kind=self.kind,
            subject=self.subject,
            date=self.on,
            attendance=self.attendance,
            agenda=self.agenda,
            refers=self.refers,
        )
        draft.need_known("events", event)
        draft.put("events", event)


@attrs.frozen
class Sign(Drafted):
    """An agreement, covenant or plan is signed 签订, and holds from the day.

    Attributes:
        document: The document; it begins on the day, whatever start it was given.

    Raises:
        UnknownIdError: A party is not on record.
        IllegalEventError: A party is not in force on the day, or the identifier is taken.
    """

    document: Document = attrs.field(validator=attrs.validators.instance_of(Document))

    def draw(self, draft: Draft) -> None:
        """Let the document begin."""
        draft.need_fresh(self.document.id)
        for party in self.document.parties:
            draft.standing(party, "units", "bodies")
        draft.put("documents", attrs.evolve(self.document, start=self.on))
