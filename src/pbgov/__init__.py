"""pbgov: how Chinese cities are governed at the grassroots, as values, rules and checks.

The front door holds the names most people need and loads a room only when one of its names is asked for. The
rooms have more: ``pbgov.org``, ``pbgov.grid``, ``pbgov.rules``, ``pbgov.model``, ``pbgov.packs`` …
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from pbgov._version import __version__

if TYPE_CHECKING:
    from pbgov.boundary import json_schema, parse, to_document, validate
    from pbgov.comparison import compare
    from pbgov.display import page
    from pbgov.grid import partition
    from pbgov.model import Merge, admit, diff
    from pbgov.rules import Rota
    from pbgov.validation import Checker, replay

__all__ = [
    "Checker",
    "Merge",
    "Rota",
    "__version__",
    "admit",
    "compare",
    "diff",
    "json_schema",
    "page",
    "parse",
    "partition",
    "replay",
    "to_document",
    "validate",
]

_ROOM_OF: Final = {
    "Checker": "validation",
    "Merge": "model",
    "Rota": "rules",
    "admit": "model",
    "compare": "comparison",
    "diff": "model",
    "json_schema": "boundary",
    "page": "display",
    "parse": "boundary",
    "partition": "grid",
    "replay": "validation",
    "to_document": "boundary",
    "validate": "boundary",
}


def __getattr__(name: str) -> object:
    """Load a name of the front door from its room (PEP 562)."""
    if name not in _ROOM_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)


def __dir__() -> list[str]:
    """List the names of the front door."""
    return sorted(__all__)
