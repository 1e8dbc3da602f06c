"""What Langfang has beside its norms.

References:
    See the pack of Langfang.

Limitations:
    See the modules in which they stand.
"""

from __future__ import annotations

from typing import Final

from pbgov.packs._institution import Institution
from pbgov.packs._langfang_admissions import LANGFANG_ADMISSIONS
from pbgov.packs._langfang_decisions import LANGFANG_DECISIONS

LANGFANG_INSTITUTIONS: Final[tuple[Institution, ...]] = (*LANGFANG_ADMISSIONS, *LANGFANG_DECISIONS)
