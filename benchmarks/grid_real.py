"""Real neighbourhoods: the two that ship with the demo, and others from building outlines in GeoJSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from grid_verify import Facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EXAMPLES = Path(__file__).parents[1] / "examples"


def real(outlines: Iterable[Path] = ()) -> Iterator[Facts]:
    """Yield the neighbourhoods of the demo, then one for each file of outlines, made as the demo's were made.

    Args:
        outlines: GeoJSON collections, as ``examples/make_neighbourhood.py`` reads them.
    """
    for name in ("neighbourhood.json", "neighbourhood_ne.json"):
        yield _facts((EXAMPLES / "data" / name).read_text(encoding="utf-8"))
    for path in outlines:
        sys.path.append(str(EXAMPLES))
        import make_neighbourhood as maker  # noqa: PLC0415 - a script among the examples, asked for only here

        buildings = maker.read(path.read_text(encoding="utf-8"))
        yield _facts(maker.neighbourhood(path.stem, path.stem, buildings))


def _facts(text: str) -> Facts:
    given = json.loads(text)
    number = {building["id"]: i for i, building in enumerate(given["buildings"])}
    return Facts(
        name=given["id"],
        households=[building["households"] for building in given["buildings"]],
        compounds=[building.get("compound") for building in given["buildings"]],
        points=[(building["x"], building["y"]) for building in given["buildings"]],
        edges=[(number[one], number[other]) for one, other in [*given["edges"], *given["crossings"]]],
    )
