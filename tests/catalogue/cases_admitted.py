"""Cases of what Langfang has beside norms: who may become what, classes, and how a body decides."""

from __future__ import annotations

from typing import Any, Final

from pbgov.packs import INSTITUTIONS
from pbgov.packs._langfang_decisions import ENTRANCE_HEAD_CRITERIA, PART_TIME_CATEGORIES
from pbgov.rules import Classification, Outcome, RulePack, Vote, VoteOutcome
from tests.catalogue.worlds import Asked, Case, Ruled

OF: Final = {institution.code: institution for institution in INSTITUTIONS["langfang"]}
HEAD: Final = {"pool": "volunteer", "criteria": ENTRANCE_HEAD_CRITERIA}
MEMBER: Final = {"head": True, "kind": "public_institution", "in_territory": True}
SECRETARY: Final = {"status": "community_secretary", "qualified": True}
COMPANY: Final = {"organ": False, "public": False, "economic": True, "state_owned": False}


def ruled(name: str, accepting: dict[str, Any], **changes: Any) -> Ruled:
    """A decision of the city: facts that are admitted, and the same but for some changes, that are not."""
    institution = OF[name]
    assert isinstance(institution.value, RulePack)
    [item] = institution.items
    [rule] = institution.value.rules
    return Ruled(item, institution.value, accepting, accepting | changes, rule.id, Outcome.NOT_ADMITTED)


def class_of(name: str, **facts: bool) -> str | None:
    """The class in which something stands."""
    classes = OF[name].value
    assert isinstance(classes, Classification)
    return classes.classify(facts).category


def voted(present: int) -> VoteOutcome:
    """What a vote of a body of twelve comes to with five in favour."""
    vote = OF["decision_procedure"].value
    assert isinstance(vote, Vote)
    return vote.count(entitled=12, present=present, in_favour=5).outcome


CASES: Final[tuple[Case, ...]] = (
    Asked(
        "C-1.08",
        lambda: class_of("property_service_class", contract_in_force=False),
        "unmanaged_compound",
        lambda: class_of("property_service_class", contract_in_force=True),
        "managed_compound",
    ),
    Asked(
        "C-1.31",
        lambda: class_of("unit_class", **COMPANY),
        "new_economic_organisation",
        lambda: class_of("unit_class", **COMPANY | {"state_owned": True}),
        "state_enterprise",
    ),
    Asked(
        "C-1.31",
        lambda: class_of("unit_class", **COMPANY | {"economic": False}),
        "new_social_organisation",
        lambda: class_of("unit_class", **COMPANY | {"public": True}),
        "public_institution",
    ),
    *(ruled("part_time_member", MEMBER | {"kind": kind}, head=False) for kind in PART_TIME_CATEGORIES),
    ruled("part_time_member", MEMBER, in_territory=False),
    ruled("part_time_member", MEMBER, kind="state_enterprise"),
    Asked("C-2.37", lambda: voted(8), VoteOutcome.PASSED, lambda: voted(5), VoteOutcome.NO_QUORUM),
    *(
        ruled("entrance_head", HEAD | {"pool": pool}, pool="merchant")
        for pool in ("retired_cadre", "veteran_member", "volunteer")
    ),
    *(
        ruled("entrance_head", HEAD, criteria=tuple(one for one in ENTRANCE_HEAD_CRITERIA if one != lacking))
        for lacking in ENTRANCE_HEAD_CRITERIA
    ),
    ruled("secretary_staffing", SECRETARY, status="community_worker"),
    ruled("secretary_staffing", SECRETARY, qualified=False),
)
