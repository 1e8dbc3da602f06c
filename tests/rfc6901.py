"""A reader of JSON pointers, to check where findings point."""

from __future__ import annotations

from typing import Any


def resolves(document: Any, pointer: str, *, last_may_be_missing: bool = False) -> bool:
    """Tell whether a pointer leads somewhere (RFC 6901)."""
    assert not pointer or pointer.startswith("/"), pointer
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    for number, step in enumerate(steps, 1):
        missing_is_fine = last_may_be_missing and number == len(steps)
        if isinstance(document, list | tuple):
            if not step.isdecimal() or int(step) >= len(document):
                return missing_is_fine
            document = document[int(step)]
        elif isinstance(document, dict):
            if step not in document:
                return missing_is_fine
            document = document[step]
        else:
            return False
    return True
