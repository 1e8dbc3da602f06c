"""The pages of the reference that are made from the library and its tests: one function a page, text out."""

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path

from pbgov import packs
from pbgov.base import GLOSSARY, LANGS, Basis, Cycle, Source, term
from pbgov.display import diagram, mermaid
from pbgov.rules import Figure, Lifecycle, RulePack, Span, Transition

sys.path.insert(0, str(Path(__file__).parents[1]))  # the cases of the catalogue are no part of the library

from docs import cities, codes
from docs.tables import page, table
from tests.catalogue.cases import CASES
from tests.catalogue.worlds import Asked, Case, Refused, Stored

ROOT = Path(__file__).parents[1]
GROUPS = (
    ("单位与层级", "units and levels"),
    ("联席与扩大机构", "joint bodies"),
    ("网格、楼栋与人员配备", "grids, buildings and staffing"),
    ("职责清单、权力、准入与转移", "duty lists, powers, admission and transfers"),
    ("经费、阵地与标准", "funds, venues and standards"),
    ("人员", "people"),
    ("协议与清单", "agreements and lists"),
    ("流程", "processes"),
    ("新兴领域党组织的设立与覆盖", "life of organisations and coverage of new sectors"),
    ("服务矩阵、分区、平台与综合模式", "service matrices, zones, platforms and composite models"),
)


def glossary() -> str:
    """Every term of the vocabulary in both languages."""
    rows = [(f"`{code}`", text.zh, text.en) for code, text in sorted(GLOSSARY.items())]
    return page(
        "Glossary 术语表",
        "The codes of the vocabulary and what they are called. One word has one meaning everywhere.",
        table(("code", "中文", "English"), rows),
    )


def coverage() -> str:
    """Every item of the catalogue, the kernel that expresses it, and what holds it."""
    with (ROOT / "tests" / "catalogue" / "items.csv").open(encoding="utf-8", newline="") as file:
        items = list(csv.DictReader(file))
    held = {item: "<br>".join(dict.fromkeys(map(holder, cases))) for item, cases in groupby(CASES, lambda c: c.item)}
    named = Counter(item["kernel"] for item in items)
    kept = Counter(item["kernel"] for item in items if item["item"] in held)
    counts = [(kernel, named[kernel], kept[kernel]) for kernel in sorted(named)]
    rows = [
        (item["item"], item["kernel"], item["kind"], item["zh"], item["en"], held.get(item["item"], ""))
        for item in items
    ]
    return page(
        "Coverage 覆盖范围",
        f"What five public reports describe, as {len(items)} items, and the [kernel](../explanation/kernels.md) that "
        f"expresses each. A case in the tests holds {len(held)} of them. The last column names what holds an item: "
        "the norm, rule or structural code that tells a sound place from a faulty one, or the error that refuses what "
        "cannot exist; “stored” means that the item is kept and read back, “answered” that a question about it has one "
        "answer where it is kept and another where it is not.",
        f"五份公开报道所述的{len(items)}个事项，各由一种[机制](../explanation/kernels.zh.md)表达。其中{len(held)}项已有测试用例："
        "末列是分辨正误的规范、规则或结构代码，或者拒绝不可能之值的异常；stored表示只作保存与读回，answered表示就该事项提问，符合与不符时答案不同。",
        table(("kernel", "items", "held"), [*counts, ("", len(items), len(held))]),
        table(("group 组", "items 事项", "held 已有用例"), grouped([item["item"] for item in items], held)),
        table(("item", "kernel", "kind", "中文", "English", "held by"), rows),
    )


def grouped(items: Iterable[str], held: Mapping[str, str]) -> Iterable[tuple[str, int, int]]:
    """Count the items of each group of the catalogue, and those that a case holds."""
    for group, (zh, en) in enumerate(GROUPS, 1):
        within = [item for item in items if item.startswith(f"C-{group}.")]
        yield f"{group} {zh} {en}", len(within), sum(item in held for item in within)


def holder(case: Case) -> str:
    """Say what holds an item."""
    match case:
        case Stored():
            return "stored"
        case Asked():
            return "answered"
        case Refused():
            return f"`{case.error.__name__}`"
        case _:
            return codes.linked(case.code, "codes/")


def norms() -> str:
    """Every norm, rule and figure of every pack."""
    found = [value for name in packs.__all__ if isinstance(value := getattr(packs, name), RulePack)]
    ordered = sorted(found, key=lambda pack: (pack is not packs.NATIONAL, pack.id))
    return page(
        "Norms 规范",
        "What each pack asks for, with the words that were read. Every city stands on the national base; what it took "
        "over from there is not listed again. A quotation keeps the script of its source.",
        "各规则包的规范、规则与数值，以及所读的原文。各市均以全国基础规则为底，沿用的部分不再列出；引文保留原文字形。",
        *(part for pack in ordered for part in section(pack)),
    )


def section(pack: RulePack) -> Iterable[str]:
    """One pack: its norms, rules and parameters, and the documents they were read in."""
    stands_on = {packs.NATIONAL.id: (), packs.PARTY_LIFE.id: (packs.NATIONAL,)}.get(pack.id, (packs.PARTY_LIFE,))
    base = {entry for lower in stands_on for entry in lower.entries()}
    own_norms = [norm for norm in pack.norms if norm not in base]
    own_rules = [rule for rule in pack.rules if rule not in base]
    figures = [(entry, dated) for entry in pack.parameters if entry not in base for dated in entry.values]
    bases = (
        [norm.basis for norm in own_norms] + [rule.basis for rule in own_rules] + [dated.basis for _, dated in figures]
    )
    documents = list(dict.fromkeys(basis.document for basis in bases if isinstance(basis, Source)))
    yield f"## {pack.title.zh} {pack.title.en}"
    yield f"`{pack.id}`, digest `{pack.digest}`. Documents 文件:"
    yield "\n".join(f"{number}. {document}" for number, document in enumerate(documents, 1))
    yield table(
        ("norm", "item", "modality", "中文", "English", "source"),
        [
            (codes.linked(n.code, "codes/"), n.item, n.modality.value, n.text.zh, n.text.en, cited(n.basis, documents))
            for n in own_norms
        ],
    )
    if own_rules:
        yield table(
            ("rule", "item", "effect", "中文", "English", "source"),
            [
                (codes.linked(r.id, "codes/"), r.item, r.effect.value, r.text.zh, r.text.en, cited(r.basis, documents))
                for r in own_rules
            ],
        )
    yield table(
        ("parameter", "value", "unit", "from", "source"),
        [
            (
                f"`{entry.id}`",
                shown(dated.value),
                f"{entry.unit.zh} {entry.unit.en}",
                dated.start or "",
                cited(dated.basis, documents),
            )
            for entry, dated in figures
        ],
    )


def shown(figure: Figure | None) -> str:
    """Write a figure."""
    match figure:
        case None:
            return "?"
        case Cycle():
            return figure.value
        case int():
            return f"{figure:,}"
        case tuple():
            return ", ".join(f"{term(code).zh} `{code}`" for code in figure)
        case date():
            return figure.isoformat()
        case _:
            return figure.in_("en")


def cited(basis: Basis, documents: list[str]) -> str:
    """Quote a source by the number of its document; say any other basis in both languages."""
    if not isinstance(basis, Source):
        return " ".join(basis.in_(lang) for lang in reversed(LANGS))
    article = f" {basis.article}" if basis.article else ""
    return f"「{basis.quote}」{article} ({documents.index(basis.document) + 1})"


def lifecycles() -> str:
    """Every lifecycle: its picture, its table, and the same for Mermaid."""
    return page(
        "Lifecycles 流程",
        "Which act leads from which state to which: one picture and one table each, both from the same data. Used in "
        "[Follow a case](../how-to/follow-a-case.md). A quotation keeps the script of its source.",
        "哪种行为从哪个状态通向哪个状态：图与表出自同一份数据。用法见[跟进一件诉求](../how-to/follow-a-case.zh.md)；引文保留原文字形。",
        *(part for lifecycle in packs.LIFECYCLES for part in drawn(lifecycle)),
    )


def drawn(lifecycle: Lifecycle) -> Iterable[str]:
    """One lifecycle: its picture, its steps, and the documents they were read in."""
    bases = [lifecycle.basis_of(step) for step in lifecycle.transitions]
    documents = list(dict.fromkeys(basis.document for basis in bases if isinstance(basis, Source)))
    yield f"## {lifecycle.title.zh} {lifecycle.title.en}"
    yield f"`{lifecycle.id}`. Documents 文件:"
    yield "\n".join(f"{number}. {document}" for number, document in enumerate(documents, 1))
    yield f"```{{raw}} html\n{diagram(lifecycle)}\n```"
    yield table(
        ("state", "act", "to", "on condition", "limit of time", "source"),
        [
            (
                f"{lifecycle.states[step.state].zh} `{step.state}`",
                f"{lifecycle.acts[step.act].zh} `{step.act}`",
                f"{lifecycle.states[step.to].zh} `{step.to}`",
                asked(step),
                limits(step),
                cited(lifecycle.basis_of(step), documents),
            )
            for step in lifecycle.transitions
        ],
    )
    yield f"```text\n{mermaid(lifecycle)}```"


def asked(step: Transition) -> str:
    """Say on what conditions a step may be taken, and by whom."""
    roles = [f"{term(role).zh} {term(role).en}" for role in step.by]
    return "; ".join([*(f"{guard.text.zh} {guard.text.en}" for guard in step.guards), *roles])


def limits(step: Transition) -> str:
    """Say how soon a step must follow, and how long it must wait."""
    spans = (("within 不晚于", step.within), ("not before 不早于", step.not_before))
    return "; ".join(f"{words} {counted(span)}" for words, span in spans if span is not None)


def counted(span: Span) -> str:
    """Write a limit of time."""
    named = getattr(span.amount, "id", getattr(span.amount, "name", getattr(span.amount, "value", "")))
    return f"`{named}` {span.unit}s" + (f" since `{span.since}`" if span.since else "")


PAGES: Mapping[str, Callable[[], str]] = {
    "reference/cities.md": cities.text,
    "reference/coverage.md": coverage,
    "reference/glossary.md": glossary,
    "reference/lifecycles.md": lifecycles,
    "reference/norms.md": norms,
}


def write(docs: Path) -> None:
    """Write every page below ``docs``."""
    (docs / "reference" / "codes").mkdir(exist_ok=True)
    made = {name: text() for name, text in PAGES.items()} | codes.pages()
    for name, text in made.items():
        (docs / name).write_text(text, encoding="utf-8")
