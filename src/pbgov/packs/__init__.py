"""Packs: what one city asks for, as Python that builds values. A new city touches one module here.

Each module opens with its evidence: *References*, what it was *Checked with* where there is a second source, and
*Limitations*.
"""

from pbgov.packs._contrasts import CONTRASTS, Contrast
from pbgov.packs._institution import Institution
from pbgov.packs._institutions import INSTITUTIONS
from pbgov.packs._jiefangbei import JIEFANGBEI
from pbgov.packs._jixi import JIXI, JIXI_LEVELS, NAMED_DEPARTMENTS
from pbgov.packs._langfang import LANGFANG, LANGFANG_LEVELS
from pbgov.packs._lifecycles import (
    ACCOUNTABILITY,
    ADMISSION,
    AGREEMENT,
    AUDIT,
    CAREER_PILOT,
    CASE,
    CLOSED_MANAGEMENT,
    CONSULTATION,
    DUAL_PURCHASE,
    MICRO_GOVERNANCE,
    PIONEER_SHOP,
    PLEDGE,
    PROJECT,
    RECTIFICATION,
    SELF_GOVERNANCE,
    SERVICE_PIPELINE,
    SUGGESTION,
    YEAR_END_GRADING,
)
from pbgov.packs._lifecycles_party import (
    ARCHIVE_VOLUME,
    DUTY_REPORT,
    HOST_CHANGE,
    MEMBERSHIP,
    ORGANISATION,
    OWNERS_COMMITTEE,
    PROPERTY_PARTY,
    THEME_PARTY_DAY,
)
from pbgov.packs._mechanisms import MECHANISMS, Mechanism
from pbgov.packs._nanqiao import NANQIAO
from pbgov.packs._national import NATIONAL
from pbgov.packs._national_rhythm import PARTY_LIFE
from pbgov.packs._processes import LIFECYCLES, PROCESSES
from pbgov.packs._profiles import JIEFANGBEI_LEVELS, MUNICIPALITY_LEVELS, NANQIAO_LEVELS, SHANWEI_LEVELS
from pbgov.packs._shanwei import SHANWEI

__all__ = [
    "ACCOUNTABILITY",
    "ADMISSION",
    "AGREEMENT",
    "ARCHIVE_VOLUME",
    "AUDIT",
    "CAREER_PILOT",
    "CASE",
    "CLOSED_MANAGEMENT",
    "CONSULTATION",
    "CONTRASTS",
    "DUAL_PURCHASE",
    "DUTY_REPORT",
    "HOST_CHANGE",
    "INSTITUTIONS",
    "JIEFANGBEI",
    "JIEFANGBEI_LEVELS",
    "JIXI",
    "JIXI_LEVELS",
    "LANGFANG",
    "LANGFANG_LEVELS",
    "LIFECYCLES",
    "MECHANISMS",
    "MEMBERSHIP",
    "MICRO_GOVERNANCE",
    "MUNICIPALITY_LEVELS",
    "NAMED_DEPARTMENTS",
    "NANQIAO",
    "NANQIAO_LEVELS",
    "NATIONAL",
    "ORGANISATION",
    "OWNERS_COMMITTEE",
    "PARTY_LIFE",
    "PIONEER_SHOP",
    "PLEDGE",
    "PROCESSES",
    "PROJECT",
    "PROPERTY_PARTY",
    "RECTIFICATION",
    "SELF_GOVERNANCE",
    "SERVICE_PIPELINE",
    "SHANWEI",
    "SHANWEI_LEVELS",
    "SUGGESTION",
    "THEME_PARTY_DAY",
    "YEAR_END_GRADING",
    "Contrast",
    "Institution",
    "Mechanism",
]
