"""The inner loop: plain functions over flat lists of whole numbers.

A connected piece of a neighbourhood is given as ``Flat``: households by place, neighbouring places by place,
and a label of the compound by place, -1 for none. A split is a list of parts, each a list of places. Nothing
here knows a building, and nothing recurses.

The programme on one tree: the state of a subtree is the set of sizes its open grid can have, as the bits of
one whole number. A child either joins (its sizes are added to those of the parent: shifts and ORs) or is
cut off, which is allowed when its set meets the window of sizes a grid may have. A child that fits nowhere
is closed short, so that a split always comes back; repair then joins a bad part with some of its neighbours
and splits them anew, on another tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pbgov.base import Generator
    from pbgov.grid._work import Work

    Flat: TypeAlias = tuple[Sequence[int], Sequence[Sequence[int]], Sequence[int]]
    Tree: TypeAlias = tuple[list[int], list[int], list[bool]]
    Split: TypeAlias = list[list[int]]
    Lawful: TypeAlias = Callable[[Sequence[int]], bool]

_EDGES: Final = 20  # an edge's number takes so many bits of its sorting key, or as many as there must be
_OUTER: Final = 1 << 64  # raises the key of an edge between compounds above all others
_FEW: Final = 8  # up to so many members, a set is added member by member
_REACH: Final = 3  # a bad part is joined with one neighbour and one to so many more
_TURN: Final = 2  # so many draws prefer edges inside compounds, then as many do not


def draw_tree(places: Sequence[int], flat: Flat, gen: Generator, *, inner_first: bool) -> Tree:
    """Draw a random spanning tree of connected places (Kruskal).

    Args:
        places: The places to span; the tree numbers them in their order here.
        flat: Households, neighbours and compounds; neighbours outside ``places`` are passed over.
        gen: Where chance comes from.
        inner_first: Whether edges inside a compound are taken before all others.

    Returns:
        The numbers from the root downwards, the parent of each number (the root is its own), and whether the
        edge to the parent lies inside a compound.
    """
    own = [flat[2][place] for place in places]
    beside = _tree_edges(places, flat, gen, inner_first=inner_first)
    root = gen.below(len(places))
    parent = [-1] * len(places)
    parent[root] = root
    inner = [False] * len(places)
    order: list[int] = []
    stack = [root]
    while stack:
        i = stack.pop()
        order.append(i)
        for j in beside[i]:
            if parent[j] < 0:
                parent[j] = i
                inner[j] = own[i] == own[j] >= 0
                stack.append(j)
    return order, parent, inner


def _tree_edges(places: Sequence[int], flat: Flat, gen: Generator, *, inner_first: bool) -> list[list[int]]:
    """Choose the edges of a spanning tree: for each number, the numbers beside it."""
    _, links, compounds = flat
    number = {place: i for i, place in enumerate(places)}
    ends = [
        (i, number[near]) for place, i in number.items() for near in links[place] if near > place and near in number
    ]
    wide = max(_EDGES, len(ends).bit_length())
    keys = [drawn >> wide << wide | edge for edge, drawn in enumerate(gen.many(len(ends)))]
    if inner_first:
        own = [compounds[place] for place in places]
        keys = [key if own[a] == own[b] >= 0 else key | _OUTER for key, (a, b) in zip(keys, ends, strict=True)]
    keys.sort()
    missing = len(places) - 1
    leader = list(range(len(places)))
    beside: list[list[int]] = [[] for _ in places]
    mask = (1 << wide) - 1
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
            missing -= 1
            if not missing:
                break
    return beside


def add_sets(a: int, b: int) -> int:
    """Give the set of all sums of one member of ``a`` and one of ``b``, sets being bits of a number."""
    few, many = (a, b) if a.bit_count() < b.bit_count() else (b, a)
    size = few.bit_count()
    if size > _FEW and (few & ~(few << 1)).bit_count() * 4 < size:
        return _add_runs(few, many)
    sums = 0
    while few:
        bit = few & -few
        sums |= many << (bit.bit_length() - 1)
        few ^= bit
    return sums


def _add_runs(runs: int, many: int) -> int:
    """Do what ``add_sets`` does, run by run of neighbouring members: a run of n takes log n steps."""
    sums = at = 0
    while runs:
        gap = (runs & -runs).bit_length() - 1
        runs >>= gap
        length = (runs ^ (runs + 1)).bit_length() - 1
        spread, done = many, 1
        while done < length:
            step = min(done, length - done)
            spread |= spread << step
            done += step
        sums |= spread << (at + gap)
        runs >>= length
        at += gap + length
    return sums


def split_tree(tree: Tree, weights: Sequence[int], low: int, high: int) -> tuple[Split, int]:
    """Split a tree into parts of ``low`` to ``high``, closing short what fits nowhere.

    On the way down an edge between compounds is rather cut, one inside a compound rather kept, and a part
    takes the largest size that fits, so that there are few.

    Args:
        tree: What ``draw_tree`` gives.
        weights: Households by number, none above ``high``.
        low: Fewest households of a part.
        high: Most households of a part.

    Returns:
        The parts in numbers, and how many of them lie outside the bounds.
    """
    order, parent, inner = tree
    full = (1 << (high + 1)) - 1
    window = full >> low << low
    sizes = [1 << weight for weight in weights]
    before = _sizes_upwards(tree, sizes, window, full)
    target = [0] * len(weights)
    part = [0] * len(weights)
    parts: Split = []
    bad = 0
    for i in order:
        mine, up = sizes[i], parent[i]
        if up != i:
            left, theirs = target[up], before[i]
            if inner[i] or not (mine & window and theirs >> left & 1):
                size = _joining(mine & (full >> (high - left)), theirs, left)
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


def _sizes_upwards(tree: Tree, sizes: list[int], window: int, full: int) -> list[int]:
    """Merge the sets of sizes from the leaves to the root, in place; give each parent's set before a child came."""
    order, parent, _ = tree
    before = [0] * len(sizes)
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
    return before


def _joining(mine: int, theirs: int, left: int) -> int:
    """Give the largest size of ``mine`` that ``theirs`` can make up to ``left``, or -1."""
    while mine:
        size = mine.bit_length() - 1
        if theirs >> (left - size) & 1:
            return size
        mine ^= 1 << size
    return -1


def split(
    places: Sequence[int], flat: Flat, low: int, high: int, gen: Generator, *, inner_first: bool
) -> tuple[Split, int]:
    """Split connected places on one random tree; see ``split_tree``, whose result it gives in places."""
    weights = flat[0]
    tree = draw_tree(places, flat, gen, inner_first=inner_first)
    parts, bad = split_tree(tree, [weights[place] for place in places], low, high)
    return [[places[i] for i in part] for part in parts], bad


def gather(seed: int, parts: Split, home: Sequence[int], links: Sequence[Sequence[int]], gen: Generator) -> list[int]:
    """Name a part and two to four more, each beside the one before it, chosen by chance; fewer if there are fewer."""
    group = [seed]
    beside: dict[int, None] = {}
    for _ in range(2 + gen.below(_REACH)):
        for place in parts[group[-1]]:
            for near in links[place]:
                beside[home[near]] = None
        choice = [part for part in beside if part not in group]
        if not choice:
            break
        group.append(choice[gen.below(len(choice))])
    return group


def replace(group: Sequence[int], fresh: Split, parts: Split, home: list[int]) -> list[int]:
    """Put fresh parts in the slots of a group, in place; slots left over stay empty. Give the slots filled."""
    slots = list(group[: len(fresh)])
    slots.extend(range(len(parts), len(parts) + len(fresh) - len(slots)))
    parts.extend([] for _ in range(len(fresh) - len(group)))
    for slot, part in zip(slots, fresh, strict=True):
        parts[slot] = part
        for place in part:
            home[place] = slot
    for slot in group[len(fresh) :]:
        parts[slot] = []
    return slots


def find(
    flat: Flat, low: int, high: int, gen: Generator, *, lawful: Lawful | None, starts: int, patience: int, work: Work
) -> tuple[Split, list[int]]:
    """Find a split of connected places with every part within the bounds, or give up.

    Args:
        flat: Households, none above ``high``, neighbours and compounds by place.
        low: Fewest households of a part.
        high: Most households of a part.
        gen: Where chance comes from.
        lawful: Whether a part keeps conditions beside the bounds; ``None`` when there are none.
        starts: How often to begin anew.
        patience: Repairs in a row that may pass without fewer bad parts than ever in this start.
        work: What may still be done.

    Returns:
        The parts, and the slots of those outside the bounds: none when all is well.
    """
    weights = flat[0]
    home = [-1] * len(weights)
    parts: Split = []
    bad: list[int] = []
    for start in range(starts):
        parts, _ = split(range(len(weights)), flat, low, high, gen, inner_first=start % (2 * _TURN) < _TURN)
        bad = [slot for slot, part in enumerate(parts) if not sound(part, weights, low, high, lawful)]
        for slot, part in enumerate(parts):
            for place in part:
                home[place] = slot
        if not work.spend(len(weights)):
            break
        bad = repair(parts, bad, home, flat, (low, high), gen, lawful=lawful, patience=patience, work=work)
        if not bad:
            break
    number = {slot: i for i, slot in enumerate(slot for slot, part in enumerate(parts) if part)}
    return [part for part in parts if part], [number[slot] for slot in bad]


def sound(part: Sequence[int], weights: Sequence[int], low: int, high: int, lawful: Lawful | None) -> bool:
    """Tell whether a connected part makes a grid."""
    return low <= sum([weights[place] for place in part]) <= high and (lawful is None or lawful(part))


def repair(  # noqa: PLR0917 - the state of one search, taken apart
    parts: Split,
    bad: list[int],
    home: list[int],
    flat: Flat,
    bounds: tuple[int, int],
    gen: Generator,
    *,
    lawful: Lawful | None,
    patience: int,
    work: Work,
) -> list[int]:
    """Join bad parts with neighbours and split them anew, in place, until none is bad or patience ends.

    A new split is kept when it has no more bad parts than the old: what is missing wanders until it dissolves.

    Returns:
        The slots of the parts still bad.
    """
    weights, links, _ = flat
    low, high = bounds
    fewest, since = len(bad), 0
    while bad and since < patience:
        since += 1
        group = gather(bad[gen.below(len(bad))], parts, home, links, gen)
        if len(group) == 1:
            break
        union = [place for slot in group for place in parts[slot]]
        if not work.spend(len(union)):
            break
        fresh, worse = split(union, flat, low, high, gen, inner_first=since % (2 * _TURN) < _TURN)
        if lawful is not None:
            worse = sum([not sound(part, weights, low, high, lawful) for part in fresh])
        kept = [slot for slot in bad if slot not in group]
        if len(kept) + worse > len(bad):
            continue
        slots = replace(group, fresh, parts, home)
        if worse:
            kept += [slot for slot in slots if not sound(parts[slot], weights, low, high, lawful)]
        bad = kept
        if len(bad) < fewest:
            fewest, since = len(bad), 0
    return bad
