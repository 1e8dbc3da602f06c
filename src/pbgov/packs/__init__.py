"""Packs: what one city asks for, as Python that builds values. A new city touches one module here.

Each module opens with its evidence: *References*, what it was *Checked with* where there is a second source, and
*Limitations*.
"""

from pbgov.packs._jiefangbei import JIEFANGBEI
from pbgov.packs._jixi import JIXI, JIXI_LEVELS, NAMED_DEPARTMENTS
from pbgov.packs._langfang import LANGFANG, LANGFANG_LEVELS
from pbgov.packs._nanqiao import NANQIAO
from pbgov.packs._national import NATIONAL
from pbgov.packs._national_rhythm import PARTY_LIFE
from pbgov.packs._profiles import JIEFANGBEI_LEVELS, MUNICIPALITY_LEVELS, NANQIAO_LEVELS, SHANWEI_LEVELS
from pbgov.packs._shanwei import SHANWEI

__all__ = [
    "JIEFANGBEI",
    "JIEFANGBEI_LEVELS",
    "JIXI",
    "JIXI_LEVELS",
    "LANGFANG",
    "LANGFANG_LEVELS",
    "MUNICIPALITY_LEVELS",
    "NAMED_DEPARTMENTS",
    "NANQIAO",
    "NANQIAO_LEVELS",
    "NATIONAL",
    "PARTY_LIFE",
    "SHANWEI",
    "SHANWEI_LEVELS",
]
