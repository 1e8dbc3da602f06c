from __future__ import annotations

import pickle
from datetime import date

import pytest

from pbgov import errors
from pbgov.base import Report, both
from pbgov.errors import (
    IllegalEventError,
    InfeasibleError,
    InvalidDocumentError,
    InvalidValueError,
    MissingExtraError,
    NotAPartitionError,
    PbgovError,
    StructureError,
    UnknownIdError,
)
from pbgov.grid import Building, Neighbourhood, partition

SENTENCE = both("id.unknown", value="'X'")


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (PbgovError, Exception),
        (InvalidValueError, ValueError),
        (UnknownIdError, LookupError),
        (StructureError, ValueError),
        (NotAPartitionError, StructureError),
        (IllegalEventError, PbgovError),
        (MissingExtraError, ImportError),
        (InfeasibleError, PbgovError),
        (InvalidDocumentError, ValueError),
    ],
)
def test_every_error_has_one_root_and_the_builtin_a_caller_expects(
    error: type[PbgovError], builtin: type[Exception]
) -> None:
    assert issubclass(error, PbgovError)
    assert issubclass(error, builtin)
    assert error.__name__ in errors.__all__


def test_no_error_is_forgotten_above() -> None:
    assert len(errors.__all__) == 9


@pytest.mark.parametrize(
    "error",
    [
        PbgovError,
        InvalidValueError,
        UnknownIdError,
        StructureError,
        NotAPartitionError,
        IllegalEventError,
        MissingExtraError,
    ],
)
def test_an_error_says_its_message_alone_and_survives_pickling(error: type[PbgovError]) -> None:
    raised = error(SENTENCE, "X", date(2018, 7, 1))
    again = pickle.loads(pickle.dumps(raised))  # noqa: S301 - our own bytes
    assert type(again) is error
    assert str(again) == str(raised) == SENTENCE
    assert again.culprits == raised.culprits == ("X", date(2018, 7, 1))


def test_what_stands_in_the_way_travels_with_the_error() -> None:
    place = Neighbourhood(id="N", community="C", buildings=[Building(id="B", households=999)])
    certificate = partition(place, (1, 2)).certificate
    assert certificate is not None
    infeasible = pickle.loads(pickle.dumps(InfeasibleError("no / 否", certificate)))  # noqa: S301 - our own bytes
    assert infeasible.certificate == certificate
    invalid = pickle.loads(pickle.dumps(InvalidDocumentError("no / 否", Report(pack="P"))))  # noqa: S301 - as above
    assert invalid.report == Report(pack="P")
    assert (str(infeasible), str(invalid)) == ("no / 否", "no / 否")
