"""The inner loop: plain functions over flat lists of whole numbers.

A connected piece of a neighbourhood is given as ``weights`` (households by place), ``links`` (neighbouring
places by place) and ``compounds`` (a label by place, -1 for none). A split is a list of parts, each a list
of places. Nothing here knows a building, and nothing recurses.

The programme on one tree: the state of a subtree is the set of sizes its open grid can have, as the bits of
one whole number. A child either joins (its sizes are added to those of the parent: shifts and ORs) or is
cut off, which is allowed when its set meets the window of sizes a grid may have. A child that fits nowhere
is closed short, so that a split always comes back; repair then joins a bad part with some of its neighbours
and splits them anew, on another tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.base import Generator

_EDGES: Final = 20  # an edge's number takes this many bits of its sorting key
_OUTER: Final = 1 << 64  # raises the key of an edge between compounds above all others
_REACH: Final = 3  # a bad part is joined with this many neighbours at most


def draw_tree(
    places: Sequence[int],
    links: Sequence[Sequence[int]],
    compounds: Sequence[int],
    gen: Generator,
    *,
    inner_first: bool = True,
) -> tuple[list[int], list[int], list[bool]]:
    """Draw a random spanning tree of the connected ``places``.

    Args:
        places: The places to span; the tree numbers them in their order here.
        links: Neighbours by place; those outside ``places`` are passed over.
        compounds: Compound by place, -1 for none.
        gen: Where chance comes from.
        inner_first: Whether edges inside a compound are taken before all others.

    Returns:
        The numbers from the root downwards, the parent of each number (the root is its own), and whether the
        edge to the parent lies inside a compound.
    """
    number = {place: i for i, place in enumerate(places)}
    ends: list[tuple[int, int]] = []
    keys: list[int] = []
    bits = gen.bits
    for i, place in enumerate(places):
        own = compounds[place] if inner_first else -1
        for near in links[place]:
            if near > place and near in number:
                key = (bits() >> _EDGES << _EDGES) + len(ends)
                keys.append(key if own >= 0 and own == compounds[near] else key + _OUTER)
                ends.append((i, number[near]))
    keys.sort()
    leader = list(range(len(places)))
    beside: list[list[int]] = [[] for _ in places]
    wanted = len(places) - 1
    mask = (1 << _EDGES) - 1
    for key in keys:
        a, b = ends[key & mask]
        one, other = a, b
        while leader[one] != one:
            leader[one] = one = leader[leader[one]]
        while leader[other] != other:
            leader[other] = other = leader[leader[other]]
        if one != other:
            leader[one] = other
            beside[a].append(b)
            beside[b].append(a)
            wanted -= 1
            if not wanted:
                break
    root = gen.below(len(places))
    parent = [-1] * len(places)
    parent[root] = root
    inner = [False] * len(places)
    order: list[int] = []
    stack = [root]
    while stack:
        i = stack.pop()
        order.append(i)
        own = compounds[places[i]]
        for j in beside[i]:
            if parent[j] < 0:
                parent[j] = i
                inner[j] = own >= 0 and own == compounds[places[j]]
                stack.append(j)
    return order, parent, inner


def add_sets(a: int, b: int) -> int:
    """Give the set of all sums of one member of ``a`` and one of ``b``, sets being bits of a number."""
    few, many = (a, b) if a.bit_count() < b.bit_count() else (b, a)
    sums = 0
    while few:
        bit = few & -few
        sums |= many << (bit.bit_length() - 1)
        few ^= bit
    return sums


def split_tree(
    order: Sequence[int],
    parent: Sequence[int],
    inner: Sequence[bool],
    weights: Sequence[int],
    low: int,
    high: int,
) -> tuple[list[list[int]], int]:
    """Split a tree into parts of ``low`` to ``high``, closing short what fits nowhere.

    Args:
        order: Numbers from the root downwards.
        parent: Parent of each number.
        inner: Whether the edge to the parent lies inside a compound.
        weights: Households by number, none above ``high``.
        low: Fewest households of a part.
        high: Most households of a part.

    Returns:
        The parts, and how many of them lie outside the bounds.
    """
    full = (1 << (high + 1)) - 1
    window = full >> low << low
    sizes = [1 << weight for weight in weights]
    before = [0] * len(weights)
    for i in reversed(order):
        up = parent[i]
        if up == i:
            break
        mine, theirs = sizes[i], sizes[up]
        before[i] = theirs
        merged = theirs if mine & window else 0
        if mine & (mine - 1):
            merged |= add_sets(mine, theirs)
        else:
            merged |= theirs << (mine.bit_length() - 1)
        sizes[up] = merged & full or theirs
    target = [0] * len(weights)
    part = [0] * len(weights)
    parts: list[list[int]] = []
    bad = 0
    for i in order:
        mine, up = sizes[i], parent[i]
        if up != i:
            left, theirs = target[up], before[i]
            size = -1
            if inner[i] or not (mine & window and theirs >> left & 1):
                fitting = mine & (full >> (high - left))
                while fitting:
                    size = fitting.bit_length() - 1
                    if theirs >> (left - size) & 1:
                        break
                    fitting ^= 1 << size
                    size = -1
            if size >= 0:
                target[i] = size
                target[up] = left - size
                part[i] = part[up]
                parts[part[i]].append(i)
                continue
        closing = mine & window
        if not closing:
            bad += 1
            closing = mine
        target[i] = closing.bit_length() - 1
        part[i] = len(parts)
        parts.append([i])
    return parts, bad


def split(
    places: Sequence[int],
    weights: Sequence[int],
    links: Sequence[Sequence[int]],
    compounds: Sequence[int],
    low: int,
    high: int,
    gen: Generator,
    *,
    inner_first: bool = True,
) -> tuple[list[list[int]], int]:
    """Split connected ``places`` on one random tree; see ``split_tree``, whose result it gives in places."""
    order, parent, inner = draw_tree(places, links, compounds, gen, inner_first=inner_first)
    parts, bad = split_tree(order, parent, inner, [weights[place] for place in places], low, high)
    return [[places[i] for i in part] for part in parts], bad


def gather(
    seed: int,
    reach: int,
    parts: Sequence[Sequence[int]],
    home: Sequence[int],
    links: Sequence[Sequence[int]],
    gen: Generator,
) -> list[int]:
    """Name a part and up to ``reach`` more, each beside one already named, chosen by chance."""
    group = [seed]
    beside: dict[int, None] = {}
    for _ in range(reach):
        for place in parts[group[-1]]:
            for near in links[place]:
                beside[home[near]] = None
        choice = [part for part in beside if part not in group]
        if not choice:
            break
        group.append(choice[gen.below(len(choice))])
    return group


def replace(
    group: Sequence[int], fresh: list[list[int]], parts: list[list[int]], home: list[int]
) -> tuple[list[int], list[int]]:
    """Put fresh parts in the slots of a group, in place; give the slots filled and the slots left empty."""
    slots = list(group[: len(fresh)])
    slots.extend(range(len(parts), len(parts) + len(fresh) - len(slots)))
    parts.extend([] for _ in range(len(fresh) - len(group)))
    for slot, part in zip(slots, fresh, strict=True):
        parts[slot] = part
        for place in part:
            home[place] = slot
    empty = list(group[len(fresh) :])
    for slot in empty:
        parts[slot] = []
    return slots, empty


def find(
    places: Sequence[int],
    weights: Sequence[int],
    links: Sequence[Sequence[int]],
    compounds: Sequence[int],
    low: int,
    high: int,
    gen: Generator,
    *,
    starts: int,
    patience: int,
) -> list[list[int]] | None:
    """Find a split of connected ``places`` with every part within the bounds, or give up.

    Args:
        places: What to split; no weight above ``high``.
        weights: Households by place.
        links: Neighbours by place.
        compounds: Compound by place, -1 for none.
        low: Fewest households of a part.
        high: Most households of a part.
        gen: Where chance comes from.
        starts: How often to begin anew.
        patience: Repairs in a row that may pass without fewer bad parts than ever in this start.

    Returns:
        The parts, or ``None`` when the search ended without any.
    """
    home = [-1] * len(links)
    for start in range(starts):
        parts, count = split(places, weights, links, compounds, low, high, gen, inner_first=start % 4 < 2)
        if not count:
            return parts
        bad: list[int] = []
        for slot, part in enumerate(parts):
            if not low <= sum(weights[place] for place in part) <= high:
                bad.append(slot)
            for place in part:
                home[place] = slot
        fewest, since = count, 0
        while bad and since < patience:
            since += 1
            group = gather(bad[gen.below(len(bad))], 1 + gen.below(_REACH), parts, home, links, gen)
            if len(group) == 1:
                break
            union = [place for slot in group for place in parts[slot]]
            fresh, worse = split(union, weights, links, compounds, low, high, gen, inner_first=since % 4 < 2)
            kept = [slot for slot in bad if slot not in group]
            if len(kept) + worse > len(bad):
                continue
            slots, _ = replace(group, fresh, parts, home)
            bad = kept + [
                slot for slot in slots if worse and not low <= sum(weights[place] for place in parts[slot]) <= high
            ]
            if len(bad) < fewest:
                fewest, since = len(bad), 0
        if not bad:
            return [part for part in parts if part]
    return None


def improve(
    parts: list[list[int]],
    weights: Sequence[int],
    links: Sequence[Sequence[int]],
    compounds: Sequence[int],
    low: int,
    high: int,
    gen: Generator,
    *,
    steps: int,
) -> list[list[int]]:
    """Better a sound split: fewer parts, then fewer compounds split, then a shorter cut.

    Each step joins a part with up to three neighbours and splits them anew, with bounds narrowed so that
    there cannot be more parts than before, and one fewer wherever the total allows. A result that is no
    worse is kept, so the search can drift.

    Args:
        parts: A split with every part within the bounds; it is not changed.
        weights: Households by place.
        links: Neighbours by place.
        compounds: Compound by place, -1 for none.
        low: Fewest households of a part.
        high: Most households of a part.
        gen: Where chance comes from.
        steps: How many joins to try.

    Returns:
        The better split, or an equal one.
    """
    parts = [list(part) for part in parts]
    live = list(range(len(parts)))
    home = [-1] * len(links)
    for slot in live:
        for place in parts[slot]:
            home[place] = slot
    for step in range(steps):
        if len(live) == 1:
            break
        group = gather(live[gen.below(len(live))], 1 + gen.below(_REACH), parts, home, links, gen)
        union = [place for slot in group for place in parts[slot]]
        total = sum(weights[place] for place in union)
        wanted = max(1, -(-total // high))
        wanted = len(group) if wanted >= len(group) else len(group) - 1
        floor = max(low, total - (wanted - 1) * high)
        fresh, bad = split(union, weights, links, compounds, floor, high, gen, inner_first=step % 4 != 0)
        if bad or _score(fresh, links, compounds) > _score([parts[slot] for slot in group], links, compounds):
            continue
        _, empty = replace(group, fresh, parts, home)
        live = [slot for slot in range(len(parts)) if parts[slot]] if empty or len(parts) > len(live) else live
    return [parts[slot] for slot in live]


def _score(
    parts: Sequence[Sequence[int]], links: Sequence[Sequence[int]], compounds: Sequence[int]
) -> tuple[int, int, int]:
    """Count parts, pieces of compounds, and twice the edges cut among the parts plus those that leave them all."""
    cut = 0
    for part in parts:
        inside = set(part)
        cut += sum(near not in inside for place in part for near in links[place])
    pieces = sum(len({compounds[place] for place in part} - {-1}) for part in parts)
    return len(parts), pieces, cut
