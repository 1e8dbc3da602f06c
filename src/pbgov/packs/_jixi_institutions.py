"""What Jixi has beside its norms.

References:
    See the pack of Jixi.

Limitations:
    None yet.
"""

from __future__ import annotations

from typing import Final

from pbgov.packs._institution import Institution

JIXI_INSTITUTIONS: Final[tuple[Institution, ...]] = ()
