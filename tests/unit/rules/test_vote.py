from __future__ import annotations

from typing import Any

import attrs
import pytest

from pbgov.base import Assumption, FrozenMap, Reference, Text
from pbgov.errors import InvalidValueError
from pbgov.rules import Counts, JointResult, JointVote, Share, Vote, VoteBase, VoteOutcome, VoteResult

HALF = Share(1, 2, strict=True)
UNSURE = Assumption(Text(zh="条款未逐字核对", en="the article was not read word by word"))
ELECTION = Reference(title="中国共产党基层组织选举工作条例", issuer="中共中央", date="2020")
COMMITTEES = Reference(title="城市居民委员会组织法", issuer="全国人民代表大会常务委员会", date="1989,2018修正")
OWNERS = Text(zh="业主共同决定", en="owners decide together")


def vote(base: VoteBase = VoteBase.PRESENT, **changes: Any) -> Vote:
    given: dict[str, Any] = {
        "id": "v",
        "text": Text(zh="表决", en="vote"),
        "quorum": HALF,
        "majority": HALF,
        "base": base,
        "basis": UNSURE,
    }
    return Vote(**(given | changes))


# NATIONAL.md, parts 2, 3, 5 and 6: quorum and majority as data, each with its basis.
BY_ELECTION = vote(  # N-2.08, N-2.10; the base is a parameter, by default those entitled
    VoteBase.ENTITLED, id="N-2.10", quorum=Share(4, 5), basis=ELECTION.quote("不少于五分之四")
)
BY_BRANCH = vote(VoteBase.ENTITLED, id="N-2.11")
BRANCH_COMMITTEE = vote(id="N-3.02")
RESIDENTS = vote(id="N-5.10", basis=COMMITTEES.quote("由出席人的过半数通过", "第九条"))


def owners(majority: Share, quorum: Share) -> JointVote:
    """Owners by number and by area: N-6.08 to N-6.11."""
    one = vote(VoteBase.PRESENT, text=OWNERS, quorum=quorum, majority=majority)
    return JointVote(votes=FrozenMap({"number": one, "area": one}))


OLD_RULE = owners(HALF, HALF)
ORDINARY = owners(HALF, Share(2, 3))
SPECIAL = owners(Share(3, 4), Share(2, 3))


@pytest.mark.parametrize(
    ("share", "of", "least"),
    [
        (HALF, 1, 1),
        (HALF, 2, 2),
        (HALF, 3, 2),
        (HALF, 10, 6),
        (HALF, 11, 6),
        (Share(1, 2), 10, 5),
        (Share(1, 2), 11, 6),
        (Share(4, 5), 10, 8),
        (Share(4, 5), 11, 9),
        (Share(4, 5, strict=True), 10, 9),  # the rule of 1990: 超过五分之四
        (Share(2, 3), 9, 6),
        (Share(2, 3), 10, 7),
        (Share(1, 1), 7, 7),
        (Share(1, 5), 0, 1),  # nobody decides nothing
    ],
)
def test_the_least_number_that_reaches_a_share(share: Share, of: int, least: int) -> None:
    assert share.least(of) == least


@pytest.mark.parametrize(
    ("share", "by", "reach"),
    [(HALF, 6, 11), (Share(1, 2), 6, 12), (Share(4, 5), 8, 10), (Share(4, 5), 9, 11), (Share(4, 5, strict=True), 8, 9)],
)
def test_the_largest_whole_of_which_a_number_is_enough(share: Share, by: int, reach: int) -> None:
    assert share.reach(by) == reach


@pytest.mark.parametrize(("part", "whole"), [(0, 2), (3, 2), (-1, 2), (True, 2), (1, 2.0), (0.5, 1), (1, True)])
def test_a_share_is_one_of_whole_numbers(part: Any, whole: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"is no share to reach; .* / 比例.*不成立") as caught:
        Share(part, whole)
    assert caught.value.culprits == (part, whole)


def test_more_than_all_cannot_be_reached() -> None:
    assert Share(2, 2).least(5) == 5
    with pytest.raises(InvalidValueError):
        Share(2, 2, strict=True)


@pytest.mark.parametrize(
    ("rule", "counts", "expected"),
    [
        (BY_ELECTION, (50, 39, 39, 0), VoteOutcome.NO_QUORUM),
        (BY_ELECTION, (50, 40, 26, 14), VoteOutcome.PASSED),
        (BY_ELECTION, (50, 40, 25, 15), VoteOutcome.NOT_PASSED),  # of 50 entitled, not of 40 present
        (attrs.evolve(BY_ELECTION, base=VoteBase.PRESENT), (50, 40, 21, 19), VoteOutcome.PASSED),
        (attrs.evolve(BY_ELECTION, base=VoteBase.PRESENT), (50, 40, 20, 20), VoteOutcome.NOT_PASSED),
        (BY_BRANCH, (10, 6, 6, 0), VoteOutcome.PASSED),
        (BY_BRANCH, (10, 6, 5, 1), VoteOutcome.NOT_PASSED),
        (BY_BRANCH, (10, 5, 5, 0), VoteOutcome.NO_QUORUM),
        (BRANCH_COMMITTEE, (5, 3, 2, 1), VoteOutcome.PASSED),
        (BRANCH_COMMITTEE, (5, 2, 2, 0), VoteOutcome.NO_QUORUM),
        (RESIDENTS, (100, 51, 26, 25), VoteOutcome.PASSED),
        (RESIDENTS, (100, 50, 50, 0), VoteOutcome.NO_QUORUM),
        (RESIDENTS, (100, 60, 30, 30), VoteOutcome.NOT_PASSED),
        (vote(VoteBase.CAST), (10, 6, 2, 1), VoteOutcome.PASSED),
        (vote(VoteBase.CAST), (10, 6, 2, 2), VoteOutcome.NOT_PASSED),
        (vote(VoteBase.CAST, majority=Share(1, 2)), (10, 6, 0, 0), VoteOutcome.NOT_PASSED),  # nobody passes nothing
        (vote(quorum=None), (10, 1, 1, 0), VoteOutcome.PASSED),
    ],
)
def test_what_a_vote_comes_to(rule: Vote, counts: tuple[int, int, int, int], expected: VoteOutcome) -> None:
    found = counted(rule, counts)
    assert found.outcome is expected
    assert found.possible == (expected,)


@pytest.mark.parametrize(
    ("counts", "possible"),
    [
        ({"entitled": 10, "present": 7, "in_favour": 4}, "passed"),  # who was against does not matter
        ({"entitled": 10, "in_favour": 4}, "no_quorum not_passed passed"),
        ({"entitled": 10, "in_favour": 6}, "passed"),  # more than half of however many came
        ({"entitled": 10, "present": 5}, "no_quorum"),
        ({"entitled": 10, "present": 7}, "not_passed passed"),
        ({"entitled": 10, "present": 7, "against": 4}, "not_passed"),
        ({"present": 7, "in_favour": 3}, "no_quorum not_passed"),
        ({}, "no_quorum not_passed passed"),
    ],
)
def test_what_nobody_counted_leaves_open_what_it_can_change(counts: dict[str, int], possible: str) -> None:
    found = vote().count(**counts)
    assert " ".join(found.possible) == possible
    assert (found.outcome is VoteOutcome.UNKNOWN) is (" " in possible)


@pytest.mark.parametrize(
    ("rule", "counts", "missing"),
    [
        (vote(), {}, ("entitled", "present", "in_favour")),
        (vote(quorum=None), {}, ("present", "in_favour")),
        (vote(VoteBase.ENTITLED, quorum=None), {}, ("entitled", "in_favour")),
        (vote(VoteBase.CAST, quorum=None), {}, ("in_favour", "against")),
        (vote(VoteBase.CAST), {"present": 7, "against": 1}, ("entitled", "in_favour")),
        (vote(), {"entitled": 10, "in_favour": 6}, ()),  # passed, however many came
    ],
)
def test_what_would_settle_a_vote_is_named(rule: Vote, counts: dict[str, int], missing: tuple[str, ...]) -> None:
    assert rule.count(**counts).missing == missing


@pytest.mark.parametrize(
    ("rule", "counts", "short"),
    [
        (vote(VoteBase.ENTITLED), (10, 8, 3, 5), 3),
        (vote(VoteBase.PRESENT), (10, 8, 3, 5), 2),
        (vote(VoteBase.CAST), (10, 8, 3, 5), 3),  # 6 of 11
        (vote(VoteBase.CAST, majority=Share(3, 4)), (10, 8, 3, 2), 3),  # 6 of 8
        (vote(VoteBase.CAST, majority=Share(1, 1)), (10, 8, 3, 0), 0),
        (vote(VoteBase.CAST, majority=Share(1, 1)), (10, 8, 0, 0), 1),
        (vote(VoteBase.CAST, majority=Share(1, 1)), (10, 8, 3, 1), None),  # whoever is against stays so
        (vote(VoteBase.CAST, majority=Share(1, 2)), (10, 8, 0, 0), 1),
        (vote(), (10, 8, 7, 1), 0),
        (vote(VoteBase.CAST), (10, 8, 5, 1), 0),
        (vote(VoteBase.CAST, majority=Share(1, 3)), (10, 8, 0, 4), 2),  # 2 of 6
        (vote(VoteBase.CAST, majority=Share(1, 3, strict=True)), (10, 8, 0, 4), 3),  # 3 of 7
    ],
)
def test_how_many_votes_are_short(rule: Vote, counts: tuple[int, int, int, int], short: int | None) -> None:
    assert counted(rule, counts).votes_short == short


def test_how_many_are_missing_for_the_quorum() -> None:
    assert BY_ELECTION.count(entitled=50, present=37).present_short == 3
    assert BY_ELECTION.count(entitled=50, present=45).present_short == 0
    assert BY_ELECTION.count(present=45).present_short is None
    assert BY_ELECTION.count(entitled=50).present_short is None
    assert vote(quorum=None).count().present_short == 0


@pytest.mark.parametrize(
    ("base", "counts"),
    [
        (VoteBase.ENTITLED, {"present": 5, "in_favour": 2}),
        (VoteBase.PRESENT, {"entitled": 5, "in_favour": 2}),
        (VoteBase.CAST, {"entitled": 5, "present": 4, "in_favour": 2}),
        (VoteBase.PRESENT, {"entitled": 5, "present": 4}),
    ],
)
def test_what_is_short_is_unknown_with_the_figure_it_rests_on(base: VoteBase, counts: dict[str, int]) -> None:
    assert vote(base).count(**counts).votes_short is None


@pytest.mark.parametrize("name", ["present", "in_favour", "against", "abstaining"])
@pytest.mark.parametrize("value", [-1, True, 1.0, "1"])
def test_a_count_is_a_natural_number(name: str, value: Any) -> None:
    with pytest.raises(InvalidValueError, match=rf"{name} should be a whole number of 0 or more") as caught:
        Counts(**{name: value})
    assert caught.value.culprits == (name, value)


@pytest.mark.parametrize("value", [0, -1, True, 5.0])
def test_somebody_is_entitled(value: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"entitled should be a whole number of 1 or more"):
        vote().count(entitled=value)


@pytest.mark.parametrize(
    ("counts", "culprits", "message"),
    [
        (
            {"entitled": 5, "present": 6},
            ("present", "entitled"),
            r"present 6 exceed entitled 5; .* / 实到数6多于应到数5",
        ),
        (
            {"present": 5, "in_favour": 3, "against": 2, "abstaining": 1},
            ("voted", "present"),
            r"votes counted 6 exceed",
        ),
        ({"entitled": 5, "in_favour": 6}, ("voted", "entitled"), r"votes counted 6 exceed entitled 5"),
    ],
)
def test_impossible_counts_are_refused(counts: dict[str, int], culprits: tuple[str, str], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message) as caught:
        vote().count(**counts)
    assert caught.value.culprits == culprits


def test_all_may_come_and_all_may_vote() -> None:
    assert vote().count(entitled=5, present=5, in_favour=3, against=1, abstaining=1).outcome is VoteOutcome.PASSED


def test_a_vote_is_explained() -> None:
    assert BY_ELECTION.count(entitled=50, present=37, in_favour=23, against=1).explain().splitlines() == [
        "vote: no quorum",
        "present: at least 4/5 of those entitled",
        "in favour: more than 1/2 of those entitled",
        "3 more must be present",
        "3 more votes in favour are needed",
        "「不少于五分之四」 中国共产党基层组织选举工作条例(中共中央, 2020)",
    ]
    assert vote(VoteBase.CAST, quorum=None).count(in_favour=4).explain("zh").splitlines() == [
        "表决：尚不能确定",
        "赞成须超过1/2赞成与反对之和",
        "缺少反对票数；请补充后再计",
        "假设：条款未逐字核对",
    ]
    assert vote().count(entitled=9, present=5, in_favour=3).explain().splitlines()[0] == "vote: passed"


def counted(rule: Vote, counts: tuple[int, int, int, int]) -> VoteResult:
    entitled, present, in_favour, against = counts
    return rule.count(entitled=entitled, present=present, in_favour=in_favour, against=against)


def count(entitled: int, present: int, in_favour: int) -> Counts:
    return Counts(entitled=entitled, present=present, in_favour=in_favour)


@pytest.mark.parametrize(
    ("rule", "number", "area", "expected"),
    [
        (OLD_RULE, (100, 51, 26), (9000, 4501, 2251), "passed"),
        (ORDINARY, (100, 51, 51), (9000, 6000, 6000), "no_quorum"),  # two thirds since 2021-01-01
        (ORDINARY, (99, 66, 34), (9000, 6000, 3001), "passed"),
        (ORDINARY, (99, 66, 34), (9000, 6000, 3000), "not_passed"),  # the area is missing
        (ORDINARY, (99, 66, 33), (9000, 6000, 6000), "not_passed"),  # the number is missing
        (ORDINARY, (99, 65, 65), (9000, 6000, 3000), "no_quorum"),
        (SPECIAL, (120, 80, 60), (9000, 6000, 4500), "passed"),
        (SPECIAL, (120, 80, 60), (9000, 6000, 4499), "not_passed"),
        (SPECIAL, (120, 80, 59), (9000, 6000, 4500), "not_passed"),
    ],
)
def test_owners_pass_by_number_and_by_area(rule: JointVote, number: Any, area: Any, expected: str) -> None:
    found: JointResult = rule.count({"number": count(*number), "area": count(*area)})
    assert found.outcome.value == expected


def test_a_measure_that_nobody_counted_leaves_the_rest_open() -> None:
    number = Counts(entitled=99, present=66, in_favour=34)
    assert ORDINARY.count({"number": number}).outcome is VoteOutcome.UNKNOWN
    failed = ORDINARY.count({"number": attrs.evolve(number, present=65)})
    assert failed.outcome is VoteOutcome.NO_QUORUM
    assert failed.explain("zh").splitlines()[0] == "至少一项未达到法定比例"
    assert ORDINARY.count({}).possible == (VoteOutcome.NO_QUORUM, VoteOutcome.NOT_PASSED, VoteOutcome.PASSED)


def test_a_joint_vote_is_explained_by_each_measure() -> None:
    lines = ORDINARY.count({"number": count(99, 66, 34), "area": count(9000, 6000, 3000)}).explain().splitlines()
    assert lines[0] == "not passed by every measure"
    assert [line for line in lines if line.startswith("owners")] == [
        "owners decide together: passed",
        "owners decide together: not passed",
    ]


def test_a_joint_vote_has_measures_and_no_others_are_counted() -> None:
    with pytest.raises(InvalidValueError, match=r"a vote needs a measure; .* / 没有任何计票口径"):
        JointVote(votes=FrozenMap())
    with pytest.raises(InvalidValueError, match=r"the vote has no measure value; .* / 表决没有口径value") as caught:
        ORDINARY.count({"value": Counts()})
    assert caught.value.culprits == ("value",)
