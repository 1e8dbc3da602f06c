from __future__ import annotations

import pytest

from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules import HERE, Admitted, Stated
from tests.unit.validation.worlds import norm, pack


def test_a_norm_that_asks_for_no_column_is_refused() -> None:
    assert Stated(HERE, ("post",)).figures() == ()
    with pytest.raises(InvalidValueError, match=r"no column is asked for; .* / 没有指明要求填写的列"):
        Stated(HERE, ())


def test_an_admission_rests_on_two_figures() -> None:
    payload = Admitted(organs="organs", approvers="approvers")
    assert payload.figures() == ("organs", "approvers")
    with pytest.raises(UnknownIdError, match="approvers"):
        pack(norm(payload), organs=("government",))
