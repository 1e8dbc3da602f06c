"""What each city has beside norms, gathered."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pbgov.packs._institution import Institution
from pbgov.packs._jiefangbei_institutions import JIEFANGBEI_INSTITUTIONS
from pbgov.packs._jixi_institutions import JIXI_INSTITUTIONS
from pbgov.packs._langfang_institutions import LANGFANG_INSTITUTIONS
from pbgov.packs._nanqiao_institutions import NANQIAO_INSTITUTIONS
from pbgov.packs._national_institutions import NATIONAL_INSTITUTIONS
from pbgov.packs._shanwei_institutions import SHANWEI_INSTITUTIONS

INSTITUTIONS: Final[Mapping[str, tuple[Institution, ...]]] = MappingProxyType(
    {
        "national": NATIONAL_INSTITUTIONS,
        "langfang": LANGFANG_INSTITUTIONS,
        "jixi": JIXI_INSTITUTIONS,
        "nanqiao": NANQIAO_INSTITUTIONS,
        "shanwei": SHANWEI_INSTITUTIONS,
        "jiefangbei": JIEFANGBEI_INSTITUTIONS,
    }
)
"""What each city, and the national base, has beside norms, by the identifier of its pack."""
