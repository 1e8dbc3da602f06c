"""What can be wrong with a document as given, each with its code and sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pbgov.base import Argument, Finding, Report, Text, both
from pbgov.errors import InvalidDocumentError

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

UNION_COLUMNS: Final = frozenset({"amount", "basis", "facts"})
_PLAIN: Final = 2**63
_LONGEST: Final = 250  # of a step in a pointer, and of a text that is shown: what is cut off was malformed anyway
_BITS: Final = 2_000  # of a number that is shown by its size: of a longer one the text is not read to its end
MOST: Final = 1_000  # problems that are listed of one row, or of what stands beside the tables

_CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "missing": "PBB03",
        "extra_forbidden": "PBB04",
        "malformed_id": "PBB05",
        "malformed_text": "PBB05",
        "string_too_long": "PBB05",
        "string_unicode": "PBB05",
        "greater_than_equal": "PBB06",
        "less_than_equal": "PBB06",
        "int_from_float": "PBB06",
        "reversed_span": "PBB06",
        "no_day": "PBB07",
        "literal_error": "PBB08",
    }
)
_EXPECTED: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "string_type": Text(zh="文字", en="text"),
        "int_type": Text(zh="整数", en="a whole number"),
        "bool_type": Text(zh="true或false", en="true or false"),
        "tuple_type": Text(zh="列表", en="a list"),
        "list_type": Text(zh="列表", en="a list"),
        "model_type": Text(zh="对象", en="an object"),
        "model_attributes_type": Text(zh="对象", en="an object"),
        "dict_type": Text(zh="对象", en="an object"),
        "number": Text(zh="数", en="a number"),
        "feature": Text(zh='{"type": "Feature", …}', en='{"type": "Feature", …}'),
        "amount": Text(
            zh='整数，或{"more_than": 3500}、{"nearly": 2000}、{"about": 1000}',
            en='a whole number, or {"more_than": 3500}, {"nearly": 2000}, {"about": 1000}',
        ),
        "basis": Text(
            zh='{"document", "quote"}、{"attributed_to", "standing"}、{"assumption"}、'
            '{"derived_from", "how"}或{"required"}',
            en='{"document", "quote"}, {"attributed_to", "standing"}, {"assumption"}, '
            '{"derived_from", "how"} or {"required"}',
        ),
        "facts": Text(
            zh="以字段名为键的对象，值为是否、整数、代码或代码的列表",
            en="an object of flags, whole numbers, codes or lists of codes, by the names of fields",
        ),
    }
)
_OTHER: Final = Text(zh="有效的值", en="a valid value")
_KINDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "TEXT": _EXPECTED["string_type"],
        "NUMBER": _EXPECTED["int_type"],
        "FLAG": _EXPECTED["bool_type"],
        "LIST": _EXPECTED["list_type"],
        "OBJECT": _EXPECTED["dict_type"],
        "basis": _EXPECTED["basis"],
    }
)


def any_of(kinds: Iterable[str]) -> Text:
    """Say which kinds of JSON values were expected."""
    words = [_KINDS[kind] for kind in kinds]
    return Text(zh="或".join(word.zh for word in words), en=" or ".join(word.en for word in words))


def list_of(n: int) -> Text:
    """Say that a list of so many was expected."""
    return Text(zh=f"{n}项的列表", en=f"a list of {n}")


def problem(
    code: str, at: str, *, subject: str = "", path: str = "", aspect: str = "", **arguments: Argument
) -> Finding:
    """Make a boundary finding; ``at`` is the pointer in the document as given."""
    return Finding(
        code=code,
        subject=subject,
        aspect=aspect or at,
        path=path,
        at=at,
        key=f"boundary.{code}",
        arguments=(("at", at or "/"), *arguments.items()),
    )


def pointer(*steps: object) -> str:
    """Make a JSON pointer (RFC 6901); a key that JSON does not have is shown by its kind."""
    return "".join("/" + _step(step).replace("~", "~0").replace("/", "~1") for step in steps)


def _step(step: object) -> str:
    if isinstance(step, str):
        return clipped(step)
    return str(step) if type(step) is int and abs(step) < _PLAIN else shown(step)


def clipped(text: str) -> str:
    """Cut a text that is longer than any sound one, so that a report does not repeat it at each fault below it."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def shown(value: object) -> str:
    """Show what was given, without reading deep into it."""
    if isinstance(value, str):
        return f"“{clipped(value)}”"
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= _PLAIN:
        bits = value.bit_length()
        return f"int({bits} bit)" if bits <= _BITS else f"int(>{_BITS} bit)"
    if value is None or isinstance(value, bool | int | float):
        return str(value)
    return type(value).__name__


def details(error: ValidationError) -> list[ErrorDetails]:
    """Give the schema errors, unless there are more than anybody would read."""
    return error.errors(include_url=False) if error.error_count() <= MOST else []


def too_many(n: int, at: str, subject: str = "", path: str = "") -> Finding:
    """Say that there are more problems than are listed."""
    return problem("PBB19", at, subject=subject, path=path, n=n)


def from_pydantic(
    error: ErrorDetails,
    at: str,
    subject: str,
    path: str,
    place: Callable[[tuple[str | int, ...]], str] | None = None,
) -> Finding:
    """Word a schema error.

    Args:
        error: What pydantic says.
        at: Pointer to the row it was found in, in the document as given.
        subject: Identifier of the row.
        path: Pointer to the row in the canonical document.
        place: Gives the pointer to a cell in the document as given, where that is not simply below ``at``.
    """
    steps, given, kind = error["loc"], error["input"], error["type"]
    union = next((i for i, step in enumerate(steps) if step in UNION_COLUMNS), None)
    if union is not None and len(steps) > union + 1:
        steps = steps[: union + 1]
        kind = str(steps[-1])
    here = at + pointer(*steps) if place is None else place(steps)
    there = path + pointer(*steps) if path or not at else ""
    if isinstance(given, float) and not isfinite(given):
        return problem("PBB12", here, subject=subject, path=there, value=shown(given))
    code = _CODES.get(kind)
    if code is None:
        return mistyped(kind, given, here, subject, there)
    expected = str(error.get("ctx", {}).get("expected", ""))
    key = str(steps[-1]) if steps else ""
    return problem(code, here, subject=subject, path=there, key=key, value=shown(given), expected=expected)


def mistyped(kind: str, value: object, at: str, subject: str, path: str) -> Finding:
    """Say that a value is of the wrong type; ``kind`` is the schema's name for what was expected."""
    expected = _EXPECTED.get(kind, _OTHER)
    return problem("PBB02", at, subject=subject, path=path, value=shown(value), expected=expected)


def refusal(report: Report) -> InvalidDocumentError:
    """Give the error that carries a report and says what it finds first."""
    first, n = report.findings[0], len(report.findings)
    message = both("boundary.invalid", n=n, first=first.message("en"), first_zh=first.message("zh"))
    return InvalidDocumentError(message, report)
