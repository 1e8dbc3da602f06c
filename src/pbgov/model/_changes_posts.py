"""People who come to a post, and who leave it."""

from __future__ import annotations

import attrs

from pbgov.base import both, check_id
from pbgov.errors import IllegalEventError
from pbgov.model._draft import Draft, nobody
from pbgov.model._drafted import Drafted
from pbgov.org import Holding, Person

_optional_id = attrs.validators.optional(check_id)


@attrs.frozen
class Appoint(Drafted):
    """A person comes to a post 任职.

    Attributes:
        person: The person's opaque identifier.
        post: The post.
        route: How the person came to it; ``None`` when unrecorded.
        full_time: Whether it is the person's full-time work; ``None`` when unrecorded.
        concurrent: The post because of which the person holds this one as well 兼任.
        category: For a person not on record yet: the code to record.
        id: Identifier of the holding; by default one is made.

    Raises:
        UnknownIdError: The post, or a person of no given category, is not on record.
        IllegalEventError: One of them is not in force, the person holds the post already, or the identifier is taken.
    """

    person: str = attrs.field(validator=check_id)
    post: str = attrs.field(validator=check_id)
    route: str | None = attrs.field(default=None, kw_only=True, validator=_optional_id)
    full_time: bool | None = attrs.field(default=None, kw_only=True)
    concurrent: str | None = attrs.field(default=None, kw_only=True, validator=_optional_id)
    category: str | None = attrs.field(default=None, kw_only=True, validator=_optional_id)
    id: str | None = attrs.field(default=None, kw_only=True, validator=_optional_id)

    def draw(self, draft: Draft) -> None:
        """Let the holding begin."""
        draft.standing(self.post, "posts")
        if self.concurrent is not None:
            draft.standing(self.concurrent, "posts")
        if self.category is not None and draft.get("people", self.person) is None:
            draft.need_fresh(self.person)
            draft.put("people", Person(id=self.person, category=self.category, start=self.on))
        draft.standing(self.person, "people")
        held = [one.id for one in draft.naming("holdings", "person", self.person) if one.post == self.post]
        if any(draft.get("holdings", key).in_force(self.on) for key in held):
            raise IllegalEventError(both("appoint.held", person=self.person, post=self.post, on=self.on), self.person)
        key = self.id or draft.fresh(f"{self.person}-{self.post}@{self.on}")
        draft.need_fresh(key)
        draft.put(
            "holdings",
            Holding(
                id=key,
                post=self.post,
                person=self.person,
                route=self.route,
                full_time=self.full_time,
                concurrent=self.concurrent,
                start=self.on,
            ),
        )


@attrs.frozen
class Vacate(Drafted):
    """A person leaves a post 离任; the post stays.

    Attributes:
        post: The post.
        person: Who leaves it; needed where several hold it.

    Raises:
        UnknownIdError: The post is not on record.
        IllegalEventError: Nobody holds it on the day, several do, or the holding begins on the day itself; what names
            the holding is lost.
    """

    post: str = attrs.field(validator=check_id)
    person: str | None = attrs.field(default=None, validator=_optional_id)

    def draw(self, draft: Draft) -> None:
        """End the holding."""
        draft.standing(self.post, "posts")
        held = [one for one in draft.naming("holdings", "post", self.post) if one.in_force(self.on)]
        held = [one for one in held if self.person in {None, one.person}]
        if not held:
            raise IllegalEventError(
                both("vacate.nobody", post=self.post, person=self.person or "-", on=self.on), self.post
            )
        if len(held) > 1:
            people = ", ".join(sorted(one.person for one in held))
            raise IllegalEventError(both("vacate.several", post=self.post, people=people), self.post)
        table, row = draft.ending(held[0].id, "holdings")
        draft.end(table, row)
        draft.follow({row.id: nobody})
