"""The schema of a document: what each cell of each table may hold.

Every row class has its twin here; a test holds the two together. Unknown keys are refused, numbers and flags
are taken as they are given and never read out of text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Annotated, ClassVar, Final, Literal, TypeAlias, cast

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError, PydanticKnownError

from pbgov.base import (
    About,
    Amount,
    Assumption,
    Attributed,
    Basis,
    Between,
    Derived,
    Exact,
    MoreThan,
    Nearly,
    Required,
    Source,
    Standing,
    Text,
    is_id,
    is_name,
)
from pbgov.rules import Power

SCHEMA: Final = "pbgov/2"
GREATEST: Final = 2**53
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def _identifier(value: str) -> str:
    if not is_id(value):
        raise PydanticCustomError("malformed_id", "malformed identifier")
    return value


def _free_text(value: str) -> str:
    if not is_name(value):
        raise PydanticCustomError("malformed_text", "malformed text")
    return value


def printable(value: str) -> str:
    """Refuse a text with characters that cannot be printed."""
    if not value.isprintable():
        raise PydanticCustomError("malformed_text", "malformed text")
    return value


def as_day(value: object) -> date:
    """Read a day."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass  # 30 February: refused below, with every other text that is no day
    raise PydanticCustomError("no_day", "not a day")


def _list(value: object) -> object:
    """Take lists and tuples alone: a set has no order that two processes agree on."""
    if isinstance(value, list | tuple):
        return cast("object", value)
    raise PydanticKnownError("list_type")


_LOOKS: Final[JsonDict] = {"minLength": 1, "pattern": "^[^ /~\u3000]+$"}  # as much of it as JSON Schema can say
Id: TypeAlias = Annotated[str, Strict(), AfterValidator(_identifier), Field(max_length=120, json_schema_extra=_LOOKS)]
FreeText: TypeAlias = Annotated[str, Strict(), AfterValidator(_free_text), Field(max_length=200)]
Day: TypeAlias = Annotated[
    date, BeforeValidator(as_day), Field(json_schema_extra={"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
]
Whole: TypeAlias = Annotated[int, Strict(), Field(ge=-GREATEST, le=GREATEST)]
Natural: TypeAlias = Annotated[int, Strict(), Field(ge=0, le=GREATEST)]
Strength: TypeAlias = Annotated[int, Strict(), Field(ge=Power.NONE, le=Power.DECIDE)]
Share: TypeAlias = Annotated[int, Strict(), Field(ge=1, le=1000)]
Flag: TypeAlias = Annotated[bool, Strict()]
_List: Final = BeforeValidator(_list)
Ids: TypeAlias = Annotated[tuple[Id, ...], _List]
Link: TypeAlias = Annotated[tuple[Id, Id], _List]
Point: TypeAlias = Annotated[tuple[Whole, Whole], _List]


class _Shape(BaseModel):
    """Refuses keys it does not know."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


class WordsIn(_Shape):
    """A phrase in both languages."""

    zh: FreeText
    en: FreeText


def _words(given: WordsIn) -> Text:
    return Text(zh=given.zh, en=given.en)


Words: TypeAlias = Annotated[WordsIn, AfterValidator(_words)]


class MoreThanIn(_Shape):
    """Strictly more than a number."""

    more_than: Natural


class NearlyIn(_Shape):
    """Strictly less than a number, and near it."""

    nearly: Annotated[int, Strict(), Field(ge=1, le=GREATEST)]


class AboutIn(_Shape):
    """A number, more or less."""

    about: Natural
    percent: Annotated[int, Strict(), Field(ge=0, le=100)] = 10


class BetweenIn(_Shape):
    """At least, and at most if that is given."""

    at_least: Natural
    at_most: Natural | None = None


def _amount(given: int | MoreThanIn | NearlyIn | AboutIn | BetweenIn) -> Amount:
    match given:
        case MoreThanIn():
            return MoreThan(given.more_than)
        case NearlyIn():
            return Nearly(given.nearly)
        case AboutIn():
            return About(given.about, given.percent)
        case BetweenIn():
            if given.at_most is not None and given.at_most < given.at_least:
                raise PydanticCustomError("reversed_span", "at_most lies below at_least")
            return Between(given.at_least, given.at_most)
        case int():
            return Exact(given)


AmountIn: TypeAlias = Annotated[Natural | MoreThanIn | NearlyIn | AboutIn | BetweenIn, AfterValidator(_amount)]


class SourceIn(_Shape):
    """A phrase of a document."""

    document: FreeText
    quote: FreeText
    article: FreeText | None = None


class AttributedIn(_Shape):
    """A document that was not read, and how sure it is that it says so."""

    attributed_to: FreeText
    standing: Standing
    article: FreeText | None = None


class AssumptionIn(_Shape):
    """Why a figure was chosen."""

    assumption: Words


class DerivedIn(_Shape):
    """From what a figure follows."""

    derived_from: Ids
    how: Words


class RequiredIn(_Shape):
    """Why a figure is wanted."""

    required: Words


def _basis(given: SourceIn | AttributedIn | AssumptionIn | DerivedIn | RequiredIn) -> Basis:
    match given:
        case SourceIn():
            return Source(document=given.document, quote=given.quote, article=given.article)
        case AttributedIn():
            return Attributed(document=given.attributed_to, standing=given.standing, article=given.article)
        case AssumptionIn():
            return Assumption(words(given.assumption))
        case DerivedIn():
            return Derived(from_=given.derived_from, how=words(given.how))
        case RequiredIn():
            return Required(words(given.required))


def words(given: object) -> Text:
    """Narrow what ``Words`` has turned into a text already."""
    if not isinstance(given, Text):
        raise TypeError(given)
    return given


BasisIn: TypeAlias = Annotated[SourceIn | AttributedIn | AssumptionIn | DerivedIn | RequiredIn, AfterValidator(_basis)]


class RowIn(_Shape):
    """What every row may hold."""

    id: Id
    start: Day | None = None
    end: Day | None = None
    ended: Flag = False
    made_up: Flag = False


class UnitIn(RowIn):
    """A row of ``units``."""

    kind: Id
    level: Id | None = None
    parent: Id | None = None
    name: FreeText = ""


class BodyIn(RowIn):
    """A row of ``bodies``."""

    kind: Id
    host: Id
    functions: Ids = ()
    name: FreeText = ""


class PostIn(RowIn):
    """A row of ``posts``."""

    kind: Id
    unit: Id
    name: FreeText = ""


class HoldingIn(RowIn):
    """A row of ``holdings``."""

    post: Id
    person: Id
    route: Id | None = None
    full_time: Flag | None = None
    concurrent: Id | None = None


class TieIn(RowIn):
    """A row of ``ties``."""

    kind: Id
    source: Id
    target: Id
    share: Share | None = None
    route: Id | None = None


class PersonIn(RowIn):
    """A row of ``people``."""

    category: Id


class BuildingIn(_Shape):
    """A building of a neighbourhood."""

    id: Id
    households: Natural
    residents: Natural | None = None
    floors: Natural | None = None
    compound: Id | None = None
    x: Whole | None = None
    y: Whole | None = None
    outline: Annotated[tuple[Point, ...], _List] = ()
    entrances: Ids = ()


class NeighbourhoodIn(RowIn):
    """A row of ``neighbourhoods``."""

    community: Id
    name: FreeText = ""
    buildings: Annotated[tuple[BuildingIn, ...], _List] = ()
    edges: Annotated[tuple[Link, ...], _List] = ()


class GridIn(RowIn):
    """A row of ``grids``."""

    neighbourhood: Id
    members: Ids
    functions: Ids = ()


class DutyListIn(RowIn):
    """A row of ``lists``."""

    kind: Id
    owner: Id
    version: Id = "1"


class DutyItemIn(RowIn):
    """A row of ``entries``."""

    list: Id
    category: Id
    function: Id | None = None
    name: FreeText = ""
    matter: Id | None = None
    role: Id | None = None
    level: Id | None = None
    post: Id | None = None
    department: Id | None = None
    scope: FreeText = ""
    method: FreeText = ""
    object: Id | None = None
    power: Strength | None = None


class DocumentIn(RowIn):
    """A row of ``documents``."""

    kind: Id
    parties: Ids = ()
    sections: Ids = ()
    name: FreeText = ""


class EventIn(RowIn):
    """A row of ``events``."""

    kind: Id
    subject: Id
    date: Day
    attendance: Ids | None = None
    agenda: Ids | None = None
    refers: Ids | None = None


class ActIn(_Shape):
    """One act of a process."""

    kind: Id
    on: Day
    by: Id | None = None
    role: Id | None = None
    to: Id | None = None
    facts: dict[Id, Flag | Whole | Id | Ids] = {}


class ProcessIn(RowIn):
    """A row of ``processes``."""

    kind: Id
    subject: Id
    acts: Annotated[tuple[ActIn, ...], _List] = ()
    owner: Id | None = None


class PostingIn(RowIn):
    """A row of ``ledger``."""

    account: Id
    resource: Id
    amount: Whole
    date: Day
    transfer: Id


class FactIn(RowIn):
    """A row of ``facts``."""

    about: Id
    amount: AmountIn
    unit: Id
    basis: BasisIn


class WaiverIn(RowIn):
    """A row of ``waivers``."""

    code: Id
    subject: Id
    reason: FreeText


class RecordedIn(_Shape):
    """A claim of completeness."""

    table: Id
    kind: Id | None = None
    start: Day | None = None
    end: Day | None = None


class LevelIn(_Shape):
    """A level of the profile."""

    code: Id
    label: Words
    parents: Ids = ()


class ProfileIn(_Shape):
    """The level profile."""

    id: Id
    levels: Annotated[tuple[LevelIn, ...], _List]


class HeadIn(_Shape):
    """Everything of a document but its tables."""

    schema_: Annotated[Literal["pbgov/1", "pbgov/2"], Field(alias="schema")] = SCHEMA
    id: Id
    name: FreeText = ""
    world: Literal["reported", "registered", "made_up"] = "made_up"
    profile: ProfileIn
    recorded: Annotated[tuple[RecordedIn, ...], _List] = ()


ROWS: Final[Mapping[str, type[RowIn]]] = MappingProxyType(
    {
        "units": UnitIn,
        "bodies": BodyIn,
        "posts": PostIn,
        "holdings": HoldingIn,
        "ties": TieIn,
        "people": PersonIn,
        "neighbourhoods": NeighbourhoodIn,
        "grids": GridIn,
        "lists": DutyListIn,
        "entries": DutyItemIn,
        "documents": DocumentIn,
        "events": EventIn,
        "processes": ProcessIn,
        "ledger": PostingIn,
        "facts": FactIn,
        "waivers": WaiverIn,
    }
)
