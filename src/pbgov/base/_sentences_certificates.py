"""The sentences about certificates that cannot be, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

CERTIFICATES: Final[dict[str, Text]] = {
    "certificate.no_claims": Text(
        zh="{id}的证书未列出任何障碍（claims为空）；请至少列出一处",
        en="the certificate of {id} names no obstacle (claims is empty); give at least one",
    ),
}
