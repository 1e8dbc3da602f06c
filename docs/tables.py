"""Pages and tables in Markdown."""

from collections.abc import Iterable


def table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    """Draw a table in Markdown."""
    cells = [head, ("---",) * len(head), *rows]
    return "".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |\n" for row in cells)


def page(title: str, *parts: str) -> str:
    """Put a title above paragraphs and tables."""
    return "\n\n".join([f"# {title}", *(part.strip() for part in parts)]) + "\n"
