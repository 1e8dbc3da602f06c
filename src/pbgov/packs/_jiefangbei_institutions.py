"""What Jiefangbei has beside its norms.

References:
    See the pack of Jiefangbei.

Limitations:
    None yet.
"""

from __future__ import annotations

from typing import Final

from pbgov.packs._institution import Institution

JIEFANGBEI_INSTITUTIONS: Final[tuple[Institution, ...]] = ()
