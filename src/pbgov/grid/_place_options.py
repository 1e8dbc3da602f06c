"""Options of ``partition`` for many neighbourhoods: those for all, and those of one, checked before any work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias, TypedDict, cast

from pbgov.base import Band, both
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.grid._ask import OBJECTIVES, Oversize, Pace, need_option
from pbgov.grid._conditions import Groups
from pbgov.grid._objectives import Objective
from pbgov.grid._partition import partition
from pbgov.grid._places import Neighbourhood
from pbgov.grid._plan import Grid, GridPlan


class PlaceOptions(TypedDict, total=False):
    """The options of ``partition`` that one of many neighbourhoods may have of its own; any may be left out."""

    households: tuple[int, int] | Band
    must_link: Groups
    cannot_link: Groups
    fixed: Iterable[Grid | Iterable[str]]
    whole: bool | Iterable[str]
    most: int | None
    objectives: Sequence[Objective]
    current: GridPlan | None
    oversize: Oversize
    effort: Pace
    work: int | None


_NAMES: Final = tuple(PlaceOptions.__annotations__)
_ABOUT_BUILDINGS: Final = frozenset({"must_link", "cannot_link", "fixed", "whole", "current"})
_NOBODY: Final = Neighbourhood(id="nobody", community="nobody")
_EMPTY: Final = GridPlan(neighbourhood=_NOBODY, grids=())
_OURS: Final[Mapping[str, Objective]] = {name: name for name in OBJECTIVES}

OptionsOf: TypeAlias = Mapping[str, PlaceOptions]


def read_options(common: PlaceOptions, each: OptionsOf, ids: Iterable[str]) -> dict[str, PlaceOptions]:
    """Give the options of each neighbourhood, checked as far as that asks for no building.

    Args:
        common: The options for all.
        each: By identifier, those that are a neighbourhood's own.
        ids: The identifiers of all neighbourhoods.

    Raises:
        InvalidValueError: Something is no mapping, or an option is unknown or lies outside its meaning.
        UnknownIdError: ``each`` names a neighbourhood that is not there.
    """
    if not isinstance(each, Mapping):
        raise InvalidValueError(both("city.each", id="each", value=repr(each)), each)
    known = dict.fromkeys(ids)
    lost = tuple(name for name in each if name not in known)
    if lost:
        raise UnknownIdError(both("city.each_unknown", ids=", ".join(map(str, lost))), *lost)
    shared = _checked(common)
    own: dict[str, PlaceOptions] = {}
    for name, options in each.items():
        if not isinstance(options, Mapping):
            raise InvalidValueError(both("city.each", id=name, value=repr(options)), name, options)
        for option in options:
            need_option(f"each[{name!r}]", option, _NAMES)
        own[name] = _checked({**shared, **options})
    return {name: own.get(name, shared) for name in known}


def _checked(options: PlaceOptions) -> PlaceOptions:
    """Read what can be read only once, and refuse what would be refused for a place without buildings."""
    held = cast(
        "PlaceOptions", {name: value if name == "objectives" else _held(value) for name, value in options.items()}
    )
    anywhere = cast("PlaceOptions", {name: value for name, value in held.items() if name not in _ABOUT_BUILDINGS})
    anywhere["current"] = _EMPTY
    partition(_NOBODY, **anywhere)
    return held


def _held(value: object) -> object:
    """Give what an iterator yields as a tuple, since options are read more than once, and may travel."""
    return (
        tuple(_held(one) for one in cast("Iterable[object]", value))
        if isinstance(value, Iterator | list | tuple)
        else value
    )


def with_our_names(options: PlaceOptions) -> PlaceOptions:
    """Name objectives by the library's own strings, so that plans made from copies are the same to the byte."""
    asked = options.get("objectives", ())
    names = (asked,) if isinstance(asked, str) else asked
    return {**options, "objectives": tuple(_OURS[name] for name in names)}
