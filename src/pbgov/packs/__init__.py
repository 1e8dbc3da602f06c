"""Packs: what one city asks for, as Python that builds values. A new city touches one module here.

Each module opens with its evidence: *References*, what it was *Checked with* where there is a second source, and
*Limitations*.
"""

from pbgov.packs._jiefangbei_duties import JIEFANGBEI_DUTIES
from pbgov.packs._jixi import JIXI, JIXI_LEVELS, NAMED_DEPARTMENTS
from pbgov.packs._jixi_duties import JIXI_DUTIES, JIXI_DUTY_FIGURES
from pbgov.packs._langfang import LANGFANG, LANGFANG_LEVELS
from pbgov.packs._langfang_duties import LANGFANG_DUTIES
from pbgov.packs._nanqiao import NANQIAO
from pbgov.packs._national import NATIONAL
from pbgov.packs._national_duties import NATIONAL_DUTY_NORMS, NATIONAL_DUTY_PARAMETERS
from pbgov.packs._profiles import JIEFANGBEI_LEVELS, MUNICIPALITY_LEVELS, NANQIAO_LEVELS, SHANWEI_LEVELS
from pbgov.packs._shanwei import SHANWEI

__all__ = [
    "JIEFANGBEI_DUTIES",
    "JIEFANGBEI_LEVELS",
    "JIXI",
    "JIXI_DUTIES",
    "JIXI_DUTY_FIGURES",
    "JIXI_LEVELS",
    "LANGFANG",
    "LANGFANG_DUTIES",
    "LANGFANG_LEVELS",
    "MUNICIPALITY_LEVELS",
    "NAMED_DEPARTMENTS",
    "NANQIAO",
    "NANQIAO_LEVELS",
    "NATIONAL",
    "NATIONAL_DUTY_NORMS",
    "NATIONAL_DUTY_PARAMETERS",
    "SHANWEI",
    "SHANWEI_LEVELS",
]
