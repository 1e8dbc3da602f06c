"""Fine-grained places: single atoms change over to a grid beside theirs, as long as that makes the plan better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pbgov.grid._places import connected_parts

if TYPE_CHECKING:
    from pbgov.grid._drawing import Drawing
    from pbgov.grid._work import Work


def shift(drawing: Drawing, work: Work) -> None:
    """Let atoms at the border of their grid change over, in place, until none betters the plan or work is over."""
    piece = drawing.piece
    queue = dict.fromkeys(range(len(piece.atoms)))
    while queue and not work.over:
        atom = next(iter(queue))
        del queue[atom]
        home = drawing.home[atom]
        beside = dict.fromkeys(drawing.home[near] for near in piece.links[atom] if drawing.home[near] != home)
        for other in beside:
            work.spend(len(drawing.parts[home]))
            if _moved(drawing, atom, home, other):
                queue.update(dict.fromkeys(near for near in (atom, *piece.links[atom])))
                break


def _moved(drawing: Drawing, atom: int, home: int, other: int) -> bool:
    """Let an atom change over if both grids stay grids and are the better for it."""
    piece, demand, parts = drawing.piece, drawing.demand, drawing.parts
    left, joined = [one for one in parts[home] if one != atom], [*parts[other], atom]
    if not left or not piece.sound(left, demand.low, demand.high) or not piece.sound(joined, demand.low, demand.high):
        return False
    labels = drawing.labels
    before = drawing.values((home, other))
    after = [
        a + b for a, b in zip(drawing.price(left, labels[home]), drawing.price(joined, labels[other]), strict=True)
    ]
    if after >= before or len(connected_parts(piece.links, left)) > 1:
        return False
    parts[home], parts[other] = left, joined
    drawing.home[atom] = other
    return True
