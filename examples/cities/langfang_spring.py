"""Langfang in the spring of 2020, as plain data: 1,240 compounds without property service, and who went there.

The report gives sums for the city; the compounds, their checkpoints and posts, and the days are made up and marked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from cities.langfang_documents import CITY

Document: TypeAlias = dict[str, Any]

COMPOUNDS: Final = tuple(f"compound-{n:04d}" for n in range(1, 1241))
PEOPLE: Final = 6920
CHECKPOINTS: Final = 1353
PIONEER_POSTS: Final = 1374
CALL: Final = "deployment-2020"
LIST: Final = "unmanaged-2020"
_SURVEYED: Final = "2020-02-01"
_CALLED: Final = "2020-02-02"
_MADE_UP: Final[Document] = {"made_up": True}


def units() -> Iterator[Document]:
    """Give the compounds; the report does not say in which community they lie."""
    for name in COMPOUNDS:
        yield {"id": name, "kind": "compound", "parent": CITY, **_MADE_UP}


def bodies() -> Iterator[Document]:
    """Give the checkpoints, over the compounds in turn."""
    for n in range(CHECKPOINTS):
        yield {"id": f"checkpoint-{n + 1:04d}", "kind": "checkpoint", "host": _in_turn(n), **_MADE_UP}


def posts() -> Iterator[Document]:
    """Give the pioneer posts, over the compounds in turn."""
    for n in range(PIONEER_POSTS):
        yield {"id": f"pioneer-{n + 1:04d}", "kind": "pioneer_post", "unit": _in_turn(n), **_MADE_UP}


def _in_turn(n: int) -> str:
    return COMPOUNDS[n % len(COMPOUNDS)]


def ledger() -> Iterator[Document]:
    """Give who was sent where: five or six to a compound."""
    each, more = divmod(PEOPLE, len(COMPOUNDS))
    sent = {name: each + (n < more) for n, name in enumerate(COMPOUNDS)} | {CITY: -PEOPLE}
    for account, amount in sent.items():
        yield {
            "id": f"sent-{account}", "account": account, "resource": "deployed", "amount": amount, "date": _CALLED,
            "transfer": CALL, **_MADE_UP,
        }  # fmt: skip


def events() -> Iterator[Document]:
    """Give the survey by the organisation department with civil affairs, and the deployment after it."""
    found: Document = {"subject": CITY, "refers": list(COMPOUNDS), **_MADE_UP}
    by = [f"{CITY}-organisation", f"{CITY}-civil_affairs"]
    yield {
        "id": "survey-2020", "kind": "survey", "date": _SURVEYED, "agenda": ["unmanaged_compound"], "attendance": by,
        **found,
    }  # fmt: skip
    yield {"id": CALL, "kind": "deployment", "date": _CALLED, **found}


def processes() -> Iterator[Document]:
    """Give the closing of every compound, with its checkpoints; when it was opened again the report does not say."""
    twice = CHECKPOINTS - len(COMPOUNDS)
    for n, name in enumerate(COMPOUNDS):
        closing = {"kind": "close", "on": _CALLED, "facts": {"checkpoints": 1 + (n < twice)}}
        yield {
            "id": f"closed-{name}", "kind": "closed_management", "subject": name, "start": _CALLED, "acts": [closing],
            **_MADE_UP,
        }  # fmt: skip


def documents() -> Iterator[Document]:
    """Give the list that the survey led to."""
    yield {"id": LIST, "kind": "unmanaged_compound_list", "parties": list(COMPOUNDS), **_MADE_UP}
