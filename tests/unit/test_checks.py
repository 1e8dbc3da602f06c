"""The checks for packs and norms of one's own: what they let pass, and what they say of what they refuse."""

from collections.abc import Iterator
from datetime import date

import attrs
import pytest
from hypothesis import given, settings

from pbgov.base import Row, Verdict
from pbgov.errors import InvalidValueError
from pbgov.model import View
from pbgov.packs import JIXI, LANGFANG
from pbgov.rules import Flaw, Norm, Payload, RulePack
from pbgov.testing import Planted, check_norm, check_pack, flawed_packs, sound_packs
from pbgov.validation import Answer
from tests.catalogue.worlds import CHAIN, ENLARGED, gridded, met_on, place

ON = date(2019, 1, 1)
SINCE = date(2018, 1, 1)
CADENCE = LANGFANG.norm("LF225")
KEPT = met_on(date(2018, 6, 30), date(2018, 7, 1), body=ENLARGED)
BROKEN = met_on(date(2018, 1, 1), date(2018, 6, 30), body=ENLARGED)


@given(pack=sound_packs())
@settings(max_examples=20)
def test_a_sound_pack_passes(pack: RulePack) -> None:
    check_pack(pack)


@given(flawed=flawed_packs())
@settings(max_examples=40)
def test_a_flaw_is_told_in_both_languages_unless_it_is_accepted(flawed: tuple[RulePack, Planted]) -> None:
    pack, planted = flawed
    with pytest.raises(AssertionError, match=rf"(?s){planted.code}.* / ") as caught:
        check_pack(pack)
    assert planted.subject in str(caught.value)
    check_pack(pack, ignore={Flaw(planted.code)})


def test_a_norm_that_tells_one_from_the_other_passes() -> None:
    check_norm(CADENCE, accept=KEPT, violate=BROKEN, on=ON, since=SINCE, pack=LANGFANG)


@pytest.mark.parametrize(
    ("accept", "violate", "said"),
    [
        (BROKEN, BROKEN, "should say met .*breached 1"),
        (KEPT, KEPT, "should say breached .*met 2"),
        (place(*CHAIN), BROKEN, "should say met .*unknown 1"),
        (gridded(250), BROKEN, "should say met"),
    ],
)
def test_a_norm_that_does_not_is_told_what_it_said(accept: object, violate: object, said: str) -> None:
    with pytest.raises(AssertionError, match=rf"norm LF225 {said}.* / 规范LF225"):
        check_norm(CADENCE, accept=accept, violate=violate, on=ON, since=SINCE, pack=LANGFANG)  # type: ignore[arg-type] # places, as objects in a table


def test_a_norm_with_figures_needs_their_pack() -> None:
    with pytest.raises(InvalidValueError, match=r"LF225 names parameters enlarged.*; .* / 规范LF225") as caught:
        check_norm(CADENCE, accept=KEPT, violate=BROKEN, on=ON)
    assert caught.value.culprits == ("LF225",)
    with pytest.raises(AssertionError):
        check_norm(JIXI.norm("JX401"), accept=place(*CHAIN), violate=place(*CHAIN), on=ON)


class Own(Payload):
    """A kind of norm of one's own."""


def test_a_norm_of_a_kind_of_ones_own_is_checked_by_what_judges_it() -> None:
    def judged(view: View, _norm: Norm, _payload: Own, _subject: Row) -> Iterator[Answer]:
        yield Answer(verdict=Verdict.MET if view.place == KEPT else Verdict.BREACHED)

    own = attrs.evolve(CADENCE, payload=Own())
    check_norm(own, accept=KEPT, violate=BROKEN, on=ON, since=SINCE, evaluators={Own: judged})
    with pytest.raises(AssertionError, match="should say met"):
        check_norm(own, accept=BROKEN, violate=BROKEN, on=ON, since=SINCE, evaluators={Own: judged})
