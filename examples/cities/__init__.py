"""The five cities as five reports have them: each a document, a pack, and the facts the model must give back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cities.jiefangbei import CITY as JIEFANGBEI
from cities.jixi import CITY as JIXI
from cities.langfang import CITY as LANGFANG
from cities.nanqiao import CITY as NANQIAO
from cities.shanwei import CITY as SHANWEI

if TYPE_CHECKING:
    from cities.city import City

__all__ = ["CITIES"]

CITIES: Final[tuple[City, ...]] = (LANGFANG, JIXI, NANQIAO, SHANWEI, JIEFANGBEI)
