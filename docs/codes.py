"""A page for each code, made from the norm, rule or sentence itself and from the cases that the tests execute."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import unified_diff
from functools import cache
from itertools import islice
from typing import Any

import attrs

import pbgov
from pbgov import packs
from pbgov.base import LANGS, Basis, Finding, Json, Source, Text
from pbgov.base._sentences import SENTENCES
from pbgov.boundary import pack_to_document
from pbgov.model import DutyRequest
from pbgov.rules import Norm, Parameter, Rule, RulePack
from tests.catalogue.cases import CASES
from tests.catalogue.codes import BOUNDARY, NORMS, RULES, STRUCTURE, Given
from tests.catalogue.worlds import SINCE, Case, Decided, Judged, Ruled, Wanting

ROWS = 6  # of a table, or lines of a text, that an example shows; it says how many more there are
WIDTH = 160
HEAD = "---\norphan: true\n---\n\n"


def pages() -> dict[str, str]:
    """Every page, by its path below the documentation; the index first."""
    found = {f"reference/codes/{code}.md": HEAD + text for code, text in sorted(_each())}
    return {"reference/codes/index.md": _index(), **found}


def known() -> frozenset[str]:
    """Every code that has a page."""
    return frozenset([*_owners(), *_sentences("structure."), *_sentences("boundary.")])


def linked(code: str, below: str) -> str:
    """Write a code, as a link to its page where it has one; ``below`` leads to the folder of the pages."""
    return f"[`{code}`]({below}{code}.md)" if code in known() else f"`{code}`"


@cache
def _packs() -> tuple[RulePack, ...]:
    found = [value for name in packs.__all__ if isinstance(value := getattr(packs, name), RulePack)]
    bases = (packs.NATIONAL.id, packs.PARTY_LIFE.id)
    return tuple(sorted(found, key=lambda pack: (*(pack.id != base for base in bases), pack.id)))


@cache
def _owners() -> Mapping[str, tuple[RulePack, Norm | Rule]]:
    """The pack in which a norm or rule stands first: a city takes over what its base has."""
    owners: dict[str, tuple[RulePack, Norm | Rule]] = {}
    for pack in _packs():
        for norm in pack.norms:
            owners.setdefault(norm.code, (pack, norm))
        for rule in pack.rules:
            owners.setdefault(rule.id, (pack, rule))
    return owners


@cache
def _written(pack: RulePack) -> Mapping[str, Json]:
    """Every norm and rule of a pack as JSON."""
    document: Any = pack_to_document(pack)
    return {row.get("code", row.get("id")): row for row in [*document.get("norms", ()), *document.get("rules", ())]}


@cache
def _cases() -> Mapping[str, tuple[Case, ...]]:
    found: defaultdict[str, list[Case]] = defaultdict(list)
    for case in (*CASES, *NORMS, *RULES, *STRUCTURE):
        if isinstance(case, Judged | Decided | Ruled | Wanting):
            found[case.code].append(case)
    return {code: tuple(cases) for code, cases in found.items()}


def _sentences(prefix: str) -> list[str]:
    keys = (key.removeprefix(prefix) for key in SENTENCES if key.startswith(f"{prefix}PB"))
    return sorted(key for key in keys if "." not in key)


def _each() -> Iterator[tuple[str, str]]:
    for code, (pack, entry) in _owners().items():
        yield code, "\n\n".join(_norm(code, pack, entry))
    for code in _sentences("structure."):
        yield code, "\n\n".join(_structure(code))
    given = {example.code: example for example in BOUNDARY}
    for code in _sentences("boundary."):
        yield code, "\n\n".join(_boundary(given[code]))


def _index() -> str:
    english = (
        "One page for each code that a finding or a decision may carry: what it says, where it was read, an example "
        "that meets it and one that does not, both executed by the tests."
    )
    chinese = "每个代码一页：说什么、出处何在、符合与不符合的例子各一，均由测试执行。"
    parts = ["# Codes 代码", english, chinese]
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for code, (pack, entry) in _owners().items():
        groups[f"{pack.title.zh} {pack.title.en}"].append(_item(code, entry.text))
    for title, prefix in (("结构 Structure", "structure."), ("文档 Documents", "boundary.")):
        groups[title] = [_item(code, SENTENCES[f"{prefix}{code}"]) for code in _sentences(prefix)]
    for title, items in groups.items():
        parts += [f"## {title}", "\n".join(items)]
    return "\n\n".join(parts) + "\n"


def _item(code: str, text: Text) -> str:
    return f"- {linked(code, '')} {text.zh} · {text.en}"


def _both(text: Text) -> str:
    return f"{text.zh}\n\n{text.en}"


def _norm(code: str, pack: RulePack, entry: Norm | Rule) -> Iterator[str]:
    yield f"# {code}"
    yield _both(entry.text)
    yield "\n".join(_facts(code, pack, entry))
    yield "## Why 依据"
    yield _cited(entry.basis)
    figures = [pack[name] for name in entry.parameters()] if isinstance(entry, Norm) else []
    for figure in figures:
        if isinstance(figure, Parameter):
            yield "\n".join([f"- `{figure.id}`", *_values(figure)])
    yield "## As data 数据形式"
    yield _fenced(_written(pack)[code])
    cases = _cases().get(code, ())
    for case in cases:
        yield from _example(case)
    if not cases:
        yield "## Examples 例子"
        yield "No example yet; the tests of its kind hold it. 尚无例子，由同类规范的测试覆盖。"


def _values(figure: Parameter) -> Iterator[str]:
    for dated in figure.values:
        words = figure.text(dated.start or date.min)
        since = f"{dated.start}: " if dated.start else ""
        yield f"  - {since}{words.in_('zh')} · {words.in_('en')}"


def _facts(code: str, pack: RulePack, entry: Norm | Rule) -> Iterator[str]:
    also = [one.title for one in _packs() if one is not pack and code in {n.code for n in one.norms}]
    yield f"- Pack 规则包: {pack.title.zh} {pack.title.en}"
    if also:
        yield f"- Taken over by 沿用: {'、'.join(title.zh for title in also)} · {', '.join(t.en for t in also)}"
    if entry.item:
        yield f"- Item of the catalogue 事项: {entry.item}"
    if isinstance(entry, Norm):
        kind = type(entry.payload)
        yield f"- Modality 效力: `{entry.modality.value}`{' (waivable 可豁免)' if entry.waivable else ''}"
        yield f"- Kind of norm 规范类型: `{kind.__name__}`. {(kind.__doc__ or '').splitlines()[0]}"
        if entry.start or entry.end:
            yield f"- In force 有效期: {entry.start or '…'} – {entry.end or '…'}"
    else:
        yield f"- Effect 效果: `{entry.effect.value}`"


def _structure(code: str) -> Iterator[str]:
    yield f"# {code}"
    yield _both(SENTENCES[f"structure.{code}"])
    severity = "warning" if code == "PBS13" else "error"
    yield f"- Severity 严重程度: {severity}. No pack asks for it. 不由规则包规定，任何一地都须符合。"
    for case in _cases()[code][-1:]:
        yield from _example(case)


def _boundary(example: Given) -> Iterator[str]:
    key = f"boundary.{example.code}"
    yield f"# {example.code}"
    yield _both(SENTENCES[key])
    yield "## The way out 改法"
    yield _both(SENTENCES[f"{key}.fix"])
    yield "## Example 例子"
    yield "What makes a sound document faulty 使文档出错的改动:"
    sound, faulty = example.accepting.splitlines(), example.violating.splitlines()
    lines = [
        line for line in unified_diff(sound, faulty, lineterm="", n=2) if not line.startswith(("---", "+++", "@@"))
    ]
    shown = [line if len(line) <= WIDTH else f"{line[:WIDTH]} … (+{len(line) - WIDTH})" for line in lines[: 4 * ROWS]]
    more = len(lines) - len(shown)
    yield "```diff\n" + "\n".join([*shown, *([f"… (+{more})"] if more else [])]) + "\n```"
    yield from map(_told, example.read(example.violating))


def _example(case: Case) -> Iterator[str]:
    match case:
        case Judged():
            yield from _judged(case)
        case Wanting():
            yield "## Figure wanting 缺少数值"
            yield (
                f"UNKNOWN until somebody gives `{case.declared.id}`, and met then in this place. "
                f"未给出 `{case.declared.id}` 时为未知；给出后，此地符合。"
            )
            yield _fenced(_tables(pbgov.to_document(case.accepting)))
        case Decided():
            yield "## Admitted 准入"
            yield _fenced(_request(case.accepting))
            yield f"## Otherwise 否则: `{case.outcome.value}`"
            yield _fenced(_request(case.violating))
        case Ruled():
            yield "## Admitted 准入"
            yield _fenced(dict(case.accepting))
            yield f"## Otherwise 否则: `{case.outcome.value}`"
            yield _fenced(dict(case.violating))


def _judged(case: Judged) -> Iterator[str]:
    good, bad = pbgov.to_document(case.accepting), pbgov.to_document(case.violating)
    shared, one, other = _apart(good, bad)
    item = f" ({case.item})" if case.item else ""
    yield f"## Met 符合{item}"
    yield f"Judged on 评判日 {case.on}, since 自 {SINCE}. In both examples 两例共有:"
    yield _fenced(_tables(shared))
    yield "Here alone 仅此例:" if one else "Nothing else 别无其他。"
    if one:
        yield _fenced(_tables(one))
    yield f"## Breached 违反{item}"
    yield "Here alone 仅此例:" if other else "Nothing else 别无其他。"
    if other:
        yield _fenced(_tables(other))
    report = pbgov.validate(case.violating, pack=case.pack, on=case.on, since=SINCE)
    told = [finding for finding in report.breached if finding.code == case.code]
    yield from map(_told, told[:2])
    if len(told) > 2:  # noqa: PLR2004 - two are enough to see what it is about
        yield f"… (+{len(told) - 2})"


def _told(finding: Finding) -> str:
    lines = [f"> {finding.message(lang)}\n>\n> → {finding.fix(lang)}" for lang in reversed(LANGS)]
    return "\n>\n".join([f"> `{finding.path or finding.at or '/'}`", *lines])


def _apart(
    good: Mapping[str, Json], bad: Mapping[str, Json]
) -> tuple[dict[str, Json], dict[str, Json], dict[str, Json]]:
    """Take two documents apart: what both hold, and what each holds alone."""
    shared: dict[str, Json] = {}
    alone: tuple[dict[str, Json], dict[str, Json]] = ({}, {})
    for key in dict.fromkeys([*good, *bad]):
        if key in {"schema", "id", "profile", "world", "name"}:
            continue
        one, other = good.get(key), bad.get(key)
        if isinstance(one, dict | None) and isinstance(other, dict | None):
            rows, others = one or {}, other or {}
            common = {name: row for name, row in rows.items() if others.get(name) == row}
            parts: tuple[Json, ...] = (
                common,
                {name: row for name, row in rows.items() if name not in common},
                {name: row for name, row in others.items() if name not in common},
            )
        else:
            parts = (one, None, None) if one == other else (None, one, other)
        for held, part in zip((shared, *alone), parts, strict=True):
            if part:
                held[key] = part
    return shared, *alone


def _shortened(value: Json) -> Json:
    """Keep the first rows of each table and list, and say how many more there are."""
    if isinstance(value, dict):
        kept = {key: _shortened(cell) for key, cell in islice(value.items(), ROWS)}
        return {**kept, "…": f"+{len(value) - ROWS}"} if len(value) > ROWS else kept
    if isinstance(value, list):
        kept_items = [_shortened(cell) for cell in value[:ROWS]]
        return [*kept_items, f"… +{len(value) - ROWS}"] if len(value) > ROWS else kept_items
    return value


def _tables(document: Mapping[str, Json]) -> dict[str, Json]:
    return {key: _shortened(value) for key, value in document.items()}


def _request(request: DutyRequest) -> dict[str, Json]:
    cells: dict[str, Json] = json.loads(json.dumps(attrs.asdict(request), default=str))
    return {name: cell for name, cell in cells.items() if cell not in (None, [], "")}


def _fenced(value: object) -> str:
    """Write a value as JSON, a row a line."""
    return f"```json\n{_json(value, 0)}\n```"


def _json(value: object, depth: int) -> str:
    flat = json.dumps(value, ensure_ascii=False, default=str)
    if len(flat) + 2 * depth <= WIDTH // 2 or not isinstance(value, dict | list):
        return flat
    pad = "  " * (depth + 1)
    if isinstance(value, dict):
        inner = [
            f"{pad}{json.dumps(name, ensure_ascii=False)}: {_json(cell, depth + 1)}" for name, cell in value.items()
        ]
        return "{\n" + ",\n".join(inner) + "\n" + "  " * depth + "}"
    cells: Sequence[object] = value
    return "[\n" + ",\n".join(f"{pad}{_json(cell, depth + 1)}" for cell in cells) + "\n" + "  " * depth + "]"


def _cited(basis: Basis) -> str:
    if not isinstance(basis, Source):
        return " ".join(basis.in_(lang) for lang in reversed(LANGS))
    return f"「{basis.quote}」{basis.article or ''} — {basis.document}"


def unseen(codes: Iterable[str]) -> list[str]:
    """Name the codes that have no example yet."""
    return sorted(code for code in codes if code in _owners() and code not in _cases())
