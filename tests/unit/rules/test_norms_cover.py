from __future__ import annotations

import pytest

from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules import HERE, Covered, Values, each
from tests.unit.validation.worlds import events, norm, pack, ties

PURPOSES = Values(HERE.back(events.subject), "agenda")


def test_coverage_rests_on_two_figures() -> None:
    payload = Covered(of=PURPOSES, codes="codes", per="per")
    assert payload.figures() == ("codes", "per")
    with pytest.raises(UnknownIdError, match="codes"):
        pack(norm(payload), per=12)


@pytest.mark.parametrize("turns", [HERE, each(ties), HERE.back(ties.target).back(ties.target)])
def test_turns_that_are_not_one_step_back_are_refused(turns: object) -> None:
    with pytest.raises(InvalidValueError, match=r"turns.* / "):
        Covered(of=PURPOSES, codes="codes", per="per", turns=Values(turns, "source"))  # type: ignore[arg-type]
