"""Jixi 鸡西: joint meetings at four levels, rotating chairs, and the complete regime of duty lists.

References:
    鸡西市城市基层党建“四级联动”体系建设 (building the four-level linkage), 干训网, posted 2021-02-01, on the years
    2017 and 2018. Quotations are normalised: script kept, page fragments removed.

Checked with:
    The official list of administrative divisions, state of 2023-06-30: nine county-level units. With the text's
    32 subdistricts and 69 communities this gives its 110 regional joint meetings.

Limitations:
    The text names 6 of 28 member departments and 3 of 6 functions of the city meeting. It says of no meeting but
    the first plenary one when it was held, so most cadences stay UNKNOWN. The modules of the pack say what each leaves
    open. The steps of admissions, self-inspections, yearly grades, services of three parties and dual purchases are
    taken over from the pack of processes.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Reference, Text
from pbgov.org import FOUR_LEVELS
from pbgov.packs._jixi_carriers import JIXI_CARRIERS
from pbgov.packs._jixi_city import JIXI_CITY
from pbgov.packs._jixi_decision import JIXI_FIELDS, JIXI_RULES
from pbgov.packs._jixi_duties import JIXI_DUTIES, JIXI_DUTY_FIGURES
from pbgov.packs._jixi_linkage import JIXI_LINKAGE
from pbgov.packs._jixi_lists import JIXI_LISTS
from pbgov.packs._jixi_mines import JIXI_MINES
from pbgov.packs._jixi_organs import JIXI_ORGANS
from pbgov.packs._jixi_regional import JIXI_REGIONAL
from pbgov.packs._jixi_rhythm import JIXI_RHYTHM
from pbgov.packs._jixi_rota import ROTATION
from pbgov.packs._national import NATIONAL
from pbgov.packs._processes import PROCESSES
from pbgov.rules import Overlay

_REPORT = Reference(title="鸡西市城市基层党建“四级联动”体系建设", issuer="干训网", date="2021-02-01发布")

JIXI_LEVELS: Final = FOUR_LEVELS
NAMED_DEPARTMENTS: Final = (
    "organisation",
    "political_legal",
    "staffing",
    "finance",
    "civil_affairs",
    "human_resources",
)
JIXI: Final = NATIONAL.extend(
    Overlay(
        id="jixi",
        title=Text(zh="鸡西规则包", en="pack of Jixi"),
        basis=_REPORT.quote("制定出臺了《雞西市城市基層黨建示范市建設工作方案》"),
        add=(
            *JIXI_CITY,
            *JIXI_REGIONAL,
            *JIXI_LISTS,
            *JIXI_RULES,
            *ROTATION,
            *JIXI_DUTIES,
            *JIXI_ORGANS,
            *JIXI_RHYTHM,
            *JIXI_LINKAGE,
            *JIXI_MINES,
            *JIXI_CARRIERS,
            *PROCESSES.pick("PC408", "PC413", "PC418", "PC852", "PC1025"),
        ),
        replace=JIXI_DUTY_FIGURES,
        fields=JIXI_FIELDS,
    )
)
