"""Packs: what one city asks for, as Python that builds values. A new city touches one module here.

Each module opens with its evidence: *References*, what it was *Checked with* where there is a second source, and
*Limitations*.
"""

from pbgov.packs._jiefangbei import JIEFANGBEI
from pbgov.packs._jixi import JIXI, JIXI_LEVELS, NAMED_DEPARTMENTS
from pbgov.packs._jixi_rhythm import JIXI_RHYTHM
from pbgov.packs._langfang import LANGFANG, LANGFANG_LEVELS
from pbgov.packs._nanqiao_rhythm import NANQIAO_RHYTHM
from pbgov.packs._national import NATIONAL
from pbgov.packs._national_rhythm import PARTY_LIFE
from pbgov.packs._profiles import JIEFANGBEI_LEVELS, MUNICIPALITY_LEVELS, NANQIAO_LEVELS, SHANWEI_LEVELS
from pbgov.packs._shanwei_rhythm import SHANWEI_RHYTHM

__all__ = [
    "JIEFANGBEI",
    "JIEFANGBEI_LEVELS",
    "JIXI",
    "JIXI_LEVELS",
    "JIXI_RHYTHM",
    "LANGFANG",
    "LANGFANG_LEVELS",
    "MUNICIPALITY_LEVELS",
    "NAMED_DEPARTMENTS",
    "NANQIAO_LEVELS",
    "NANQIAO_RHYTHM",
    "NATIONAL",
    "PARTY_LIFE",
    "SHANWEI_LEVELS",
    "SHANWEI_RHYTHM",
]
