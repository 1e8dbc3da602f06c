"""Strategies for the words all rooms share, valid by construction."""

from __future__ import annotations

from datetime import date
from typing import Final, TypeVar, get_args

from hypothesis import strategies as st

from pbgov.base import (
    About,
    Amount,
    Assumption,
    Attributed,
    Band,
    Basis,
    Between,
    Cycle,
    Derived,
    Exact,
    Finding,
    FrozenMap,
    MoreThan,
    Nearly,
    Period,
    Reference,
    Report,
    Required,
    Row,
    Severity,
    Source,
    Standing,
    Table,
    Tally,
    Text,
    Verdict,
    in_order,
)

R = TypeVar("R", bound=Row)
_ASCII: Final = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789"
_HAN: Final = "街道社区网格市县党委居民小组鸡西廊坊"
_TITLES: Final = ("实施意见", "准入办法", "工作报告")
_ISSUERS: Final = ("市委", "区委组织部")
_FIRST: Final = date(2012, 1, 1)
_LAST: Final = date(2026, 12, 31)
_GREATEST: Final = 10_000


def ids(prefix: str = "", *, max_size: int = 3) -> st.SearchStrategy[str]:
    """Identifiers: letters, digits, signs and Chinese characters, after a prefix."""
    return st.text(_ASCII + "._:-" + _HAN, min_size=1, max_size=max_size).map(lambda drawn: prefix + drawn)


def names(*, max_size: int = 4) -> st.SearchStrategy[str]:
    """Names in Chinese or in Latin letters, some empty; blanks may stand inside."""
    return st.text(_HAN, max_size=max_size) | st.text(_ASCII + " ", max_size=max_size)


def texts(*, max_size: int = 2) -> st.SearchStrategy[Text]:
    """Phrases in both languages."""
    return st.builds(
        Text, zh=st.text(_HAN, min_size=1, max_size=max_size), en=st.text(_ASCII, min_size=1, max_size=max_size)
    )


def days(*, min_value: date = _FIRST, max_value: date = _LAST) -> st.SearchStrategy[date]:
    """Days, by default from 2012 to 2026."""
    return st.dates(min_value, max_value)


@st.composite
def periods(
    draw: st.DrawFn, elements: st.SearchStrategy[date] | None = None, *, min_days: int = 1, bounded: bool = False
) -> Period:
    """Half-open periods; unless ``bounded``, either end may be open.

    Args:
        draw: Given by Hypothesis.
        elements: First days.
        min_days: Fewest days of a period with two ends.
        bounded: Whether both ends must be given.
    """
    start = draw(days() if elements is None else elements)
    end = date.fromordinal(start.toordinal() + draw(st.integers(min_days, min_days + 1_000)))
    if bounded:
        return Period(start, end)
    return Period(draw(st.sampled_from((start, None))), draw(st.sampled_from((end, None))))


def cycles() -> st.SearchStrategy[Cycle]:
    """Calendar cycles, from the year down to the week."""
    return st.sampled_from(tuple(reversed(Cycle)))


def amounts(
    elements: st.SearchStrategy[int] | None = None, *, vague: bool = True, partial: bool = True
) -> st.SearchStrategy[Amount]:
    """Numbers as reports state them.

    Args:
        elements: The numbers stated, 0 or more.
        vague: Whether there may be 多, 近 and 左右 among them.
        partial: Whether there may be what a partial record bounds.
    """
    numbers = st.integers(0, _GREATEST) if elements is None else elements
    several: list[st.SearchStrategy[Amount]] = [st.builds(Exact, numbers)]
    if vague:
        several += [
            st.builds(MoreThan, numbers),
            st.builds(Nearly, numbers.map(lambda n: n + 1)),
            st.builds(About, numbers, st.integers(0, 100)),
        ]
    if partial:
        ends = st.tuples(numbers, numbers).map(sorted)
        several += [ends.map(lambda pair: Between(pair[0], pair[1])), numbers.map(lambda n: Between(n, None))]
    return st.one_of(several)


def bands(elements: st.SearchStrategy[int] | None = None) -> st.SearchStrategy[Band]:
    """Bands of whole numbers, some open on one side."""
    numbers = st.integers(0, _GREATEST) if elements is None else elements
    return st.one_of(
        st.tuples(numbers, numbers).map(lambda pair: Band(min(pair), max(pair))),
        numbers.map(lambda n: Band(n, None)),
        numbers.map(lambda n: Band(None, n)),
    )


def sources() -> st.SearchStrategy[Source]:
    """Phrases of documents, with or without an article."""
    reference = st.builds(
        Reference,
        title=st.sampled_from(_TITLES),
        issuer=st.sampled_from(_ISSUERS),
        date=st.sampled_from(("", "2018-07")),
    )
    article = st.none() | st.integers(1, 99).map(lambda n: f"第{n}条")
    return st.builds(Reference.quote, reference, st.text(_HAN, min_size=1, max_size=4), article)


def attributions() -> st.SearchStrategy[Attributed]:
    """Documents that were not read, in each standing."""
    standing = st.sampled_from(get_args(Standing))
    return st.builds(
        Attributed, document=st.sampled_from(_TITLES), standing=standing, article=st.none() | st.just("第三条")
    )


def bases(*, required: bool = False) -> st.SearchStrategy[Basis]:
    """Where a figure comes from.

    Args:
        required: Whether it may be one that the user of a pack must supply.
    """
    known = sources() | attributions() | st.builds(Assumption, texts())
    derived = st.builds(Derived, from_=st.lists(ids(), min_size=1, max_size=2).map(tuple), how=texts())
    return known | derived | st.builds(Required, texts()) if required else known | derived


def findings(*, verdicts: st.SearchStrategy[Verdict] | None = None) -> st.SearchStrategy[Finding]:
    """Findings of a measure outside its band, with everything a sentence needs.

    Args:
        verdicts: Their verdicts; by default all but MET, which reports do not keep.
    """
    others = st.sampled_from(tuple(verdict for verdict in Verdict if verdict is not Verdict.MET))
    return st.builds(
        Finding,
        code=st.integers(1, 9).map("XX{:03}".format),
        subject=ids(max_size=1),
        aspect=st.sampled_from(("", "2018")),
        verdict=others if verdicts is None else verdicts,
        severity=st.sampled_from(Severity),
        path=ids("/units/"),
        key=st.just("norm.within"),
        text=texts(),
        basis=st.none() | bases(),
        measured=amounts(),
        wanted=bands(),
        unit=texts(),
    )


@st.composite
def reports(draw: st.DrawFn, elements: st.SearchStrategy[Finding] | None = None, *, max_size: int = 5) -> Report:
    """Reports whose tallies count their findings, and some subjects that met a norm.

    Args:
        draw: Given by Hypothesis.
        elements: Their findings.
        max_size: Most findings.
    """
    kept = in_order(draw(st.lists(findings() if elements is None else elements, max_size=max_size)))
    counted = dict.fromkeys([(finding.code, finding.verdict) for finding in kept], 0)
    for finding in kept:
        counted[finding.code, finding.verdict] += 1
    met = draw(st.dictionaries(st.sampled_from(("XX001", "XX010")), st.integers(1, 99), max_size=2))
    counted |= {(code, Verdict.MET): n for code, n in met.items()}
    on = draw(days())
    return Report(
        findings=kept,
        tallies=tuple(Tally(code, verdict, n) for (code, verdict), n in sorted(counted.items())),
        complete=draw(st.booleans()),
        pack=draw(ids()),
        on=on,
        since=date(on.year, 1, 1),
    )


def tables(elements: st.SearchStrategy[R], *, min_size: int = 0, max_size: int = 6) -> st.SearchStrategy[Table[R]]:
    """Tables of rows, each identifier once."""
    rows = st.lists(elements, min_size=min_size, max_size=max_size, unique_by=lambda row: row.id)
    return rows.map(Table)


def weights(*, max_size: int = 8, equal: bool = False) -> st.SearchStrategy[FrozenMap[str, int]]:
    """Things and their weights, to be spread over places.

    Args:
        max_size: Most things.
        equal: Whether every thing weighs 1.
    """
    weight = st.just(1) if equal else st.integers(0, 20)
    return st.dictionaries(ids(), weight, max_size=max_size).map(FrozenMap)
