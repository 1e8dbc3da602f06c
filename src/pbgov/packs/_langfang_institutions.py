"""What Langfang has beside its norms.

References:
    See the pack of Langfang.

Limitations:
    None yet.
"""

from __future__ import annotations

from typing import Final

from pbgov.packs._institution import Institution

LANGFANG_INSTITUTIONS: Final[tuple[Institution, ...]] = ()
