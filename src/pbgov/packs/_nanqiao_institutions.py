"""What Nanqiao has beside its norms.

References:
    See the pack of Nanqiao.

Limitations:
    None yet.
"""

from __future__ import annotations

from typing import Final

from pbgov.packs._institution import Institution

NANQIAO_INSTITUTIONS: Final[tuple[Institution, ...]] = ()
