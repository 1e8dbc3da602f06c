"""What Shanwei has beside its norms.

References:
    See the pack of Shanwei.

Limitations:
    None yet.
"""

from __future__ import annotations

from typing import Final

from pbgov.packs._institution import Institution

SHANWEI_INSTITUTIONS: Final[tuple[Institution, ...]] = ()
