"""The five cities as five reports have them: each a document, a pack, and the facts the model must give back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cities.nanqiao import CITY as NANQIAO

if TYPE_CHECKING:
    from cities.city import City

CITIES: Final[tuple[City, ...]] = (NANQIAO,)
