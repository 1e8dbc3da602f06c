"""Words all rooms share: texts in two languages, provenance, periods, amounts, verdicts, findings, tables."""

from pbgov.base._allocation import Allocation, Crowding, allocate, eligible_for, named
from pbgov.base._amounts import About, Amount, Band, Between, Exact, MoreThan, Nearly
from pbgov.base._calendar import Cycle, Period, TimeUnit, add_months, anniversaries, need_unit
from pbgov.base._checks import check_day, check_id, check_name, check_natural, is_id, is_name, need_day
from pbgov.base._columns import Frame, columns, columns_of
from pbgov.base._finding import Finding, Json, Report, Tally, in_order
from pbgov.base._frozen import FrozenMap
from pbgov.base._glossary import GLOSSARY, term
from pbgov.base._intervals import Interval, Known, Number, Order, Rounding, total_of
from pbgov.base._layers import Layers
from pbgov.base._messages import Argument, Wordable, both, need_lang, need_text, parted, say
from pbgov.base._provenance import Assumption, Attributed, Basis, Derived, Reference, Required, Source, Standing
from pbgov.base._random import Generator
from pbgov.base._shown import (
    HTML,
    PLAIN,
    SVG,
    Shapes,
    Shown,
    in_one,
    inscribed,
    listing,
    paired,
    said,
    scrolling,
    stacked,
)
from pbgov.base._store import several
from pbgov.base._svg import FONT, Markup, element, escape, join, line, polygon, svg, text, title, wrapped
from pbgov.base._table import Row, Table
from pbgov.base._text import LANGS, Lang, Text
from pbgov.base._verdict import Modality, Severity, Verdict, chosen

__all__ = [
    "FONT",
    "GLOSSARY",
    "HTML",
    "LANGS",
    "PLAIN",
    "SVG",
    "About",
    "Allocation",
    "Amount",
    "Argument",
    "Assumption",
    "Attributed",
    "Band",
    "Basis",
    "Between",
    "Crowding",
    "Cycle",
    "Derived",
    "Exact",
    "Finding",
    "Frame",
    "FrozenMap",
    "Generator",
    "Interval",
    "Json",
    "Known",
    "Lang",
    "Layers",
    "Markup",
    "Modality",
    "MoreThan",
    "Nearly",
    "Number",
    "Order",
    "Period",
    "Reference",
    "Report",
    "Required",
    "Rounding",
    "Row",
    "Severity",
    "Shapes",
    "Shown",
    "Source",
    "Standing",
    "Table",
    "Tally",
    "Text",
    "TimeUnit",
    "Verdict",
    "Wordable",
    "add_months",
    "allocate",
    "anniversaries",
    "both",
    "check_day",
    "check_id",
    "check_name",
    "check_natural",
    "chosen",
    "columns",
    "columns_of",
    "element",
    "eligible_for",
    "escape",
    "in_one",
    "in_order",
    "inscribed",
    "is_id",
    "is_name",
    "join",
    "line",
    "listing",
    "named",
    "need_day",
    "need_lang",
    "need_text",
    "need_unit",
    "paired",
    "parted",
    "polygon",
    "said",
    "say",
    "scrolling",
    "several",
    "stacked",
    "svg",
    "term",
    "text",
    "title",
    "total_of",
    "wrapped",
]
