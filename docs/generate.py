"""The pages of the reference that are made from the library and its tests: one function a page, text out."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from pbgov.base import GLOSSARY

ROOT = Path(__file__).parents[1]


def table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    """Draw a table in Markdown."""
    cells = [head, ("---",) * len(head), *rows]
    return "".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |\n" for row in cells)


def page(title: str, *parts: str) -> str:
    """Put a title above paragraphs and tables."""
    return "\n\n".join([f"# {title}", *(part.strip() for part in parts)]) + "\n"


def glossary() -> str:
    """Every term of the vocabulary in both languages."""
    rows = [(f"`{code}`", text.zh, text.en) for code, text in sorted(GLOSSARY.items())]
    return page(
        "Glossary 术语表",
        "The codes of the vocabulary and what they are called. One word has one meaning everywhere.",
        table(("code", "中文", "English"), rows),
    )


def coverage() -> str:
    """Every item of the catalogue and the kernel that expresses it."""
    with (ROOT / "tests" / "catalogue" / "items.csv").open(encoding="utf-8", newline="") as file:
        items = list(csv.DictReader(file))
    kernels = sorted(Counter(item["kernel"] for item in items).items())
    rows = [(item["item"], item["kernel"], item["kind"], item["zh"], item["en"]) for item in items]
    return page(
        "Coverage 覆盖范围",
        f"What five public reports describe, as {len(items)} items, and the kernel that expresses each.",
        table(("kernel", "items"), kernels),
        table(("item", "kernel", "kind", "中文", "English"), rows),
    )


def norms() -> str:
    """Every norm of every pack."""
    return page("Norms 规范", "A norm has a code, a text in two languages, a modality and a source.")


PAGES: Mapping[str, Callable[[], str]] = {
    "reference/coverage.md": coverage,
    "reference/glossary.md": glossary,
    "reference/norms.md": norms,
}


def write(docs: Path) -> None:
    """Write every page below ``docs``."""
    for name, text in PAGES.items():
        (docs / name).write_text(text(), encoding="utf-8")
