"""JSON text in: duplicate keys, NaN and hostile depth are found, not passed over in silence."""

from __future__ import annotations

import json
from collections import Counter

from pbgov.base import Finding
from pbgov.boundary._problems import problem


def read_json(text: str | bytes) -> tuple[object, tuple[Finding, ...]]:
    """Parse JSON text.

    Returns:
        What it holds, ``None`` when it cannot be read; and what is wrong with it as JSON.
    """
    found: list[Finding] = []

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        made = dict(items)
        if len(made) != len(items):
            twice = sorted(key for key, n in Counter(key for key, _ in items).items() if n > 1)
            found.append(problem("PBB11", "", keys=", ".join(twice), aspect=",".join(twice)))
        return made

    def constant(name: str) -> None:
        found.append(problem("PBB12", "", value=name))

    try:
        return json.loads(text, object_pairs_hook=pairs, parse_constant=constant), tuple(found)
    except RecursionError:
        return None, (problem("PBB13", ""),)
    except json.JSONDecodeError as error:
        return None, (problem("PBB10", "", line=error.lineno, column=error.colno),)
    except ValueError:  # a number of more digits than Python reads, or bytes that are no text
        return None, (problem("PBB10", "", line=1, column=1),)
