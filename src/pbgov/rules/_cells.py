"""A condition as a set of cells, one whole number: bit ``i`` says that it holds in cell ``i``.

What conditions ask cuts the space of requests into cells within which no condition changes: a code is one
dimension, its cells the codes that are named and any other; a sum of numbers is one, cut where comparisons turn;
a comparison that is neither is one by itself, and holds or does not. Every question about rules is then a matter
of ``&``, ``|`` and ``~``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from math import prod
from typing import Final, TypeAlias, cast

import attrs

from pbgov.rules._expr import And, Cmp, Expr, FieldRef, In, Lit, Not, Or, Value, parts
from pbgov.rules._fields import Field
from pbgov.rules._kleene import COMPARE
from pbgov.rules._linear import Linear, linear

OTHER: Final = "…"  # any code that no condition names

Factors: TypeAlias = tuple[tuple[str, int], ...]
Key: TypeAlias = tuple[str, str | Factors | Expr | tuple[str, str]]
Cell: TypeAlias = bool | str | int  # a number cell is counted from the lowest cut


@attrs.frozen
class Atom:
    """A comparison: the dimension it cuts, and the cells of it in which it holds.

    Attributes:
        key: The dimension.
        cuts: The numbers from which on a new cell begins, or the codes that are named.
        low: For a sum of numbers: the first number for which it holds; ``None`` for no end.
        high: The last number for which it holds.
        codes: For a code: those for which it holds.
        contrary: Whether it holds just where that says it does not.
    """

    key: Key
    cuts: tuple[int | str, ...] = ()
    low: int | None = None
    high: int | None = None
    codes: frozenset[str] = frozenset()
    contrary: bool = False


def atom(  # noqa: PLR0911 - one answer a kind of comparison
    node: Expr, fields: Mapping[str, Field]
) -> Atom:
    """Read a node that joins no conditions as an atom."""
    match node:
        case FieldRef(_, name):
            return Atom(("bool", name))
        case Cmp("==" | "!=" as op, FieldRef(_, name), Lit(str(code))):
            return Atom(("code", name), (code,), codes=frozenset({code}), contrary=op == "!=")
        case Cmp("==" | "!=" as op, Lit(str(code)), FieldRef(_, name)):
            return Atom(("code", name), (code,), codes=frozenset({code}), contrary=op == "!=")
        case In(FieldRef(_, name), Lit(tuple(several))):
            return Atom(("code", name), several, codes=frozenset(several))
        case In(Lit(str(code)), FieldRef(_, name)):
            return Atom(("has", (name, code)))
        case Cmp(op, left, right):
            return _number(op, left, right, fields) or Atom(("opaque", node))
        case _:
            return Atom(("opaque", node))


def _number(op: str, left: Expr, right: Expr, fields: Mapping[str, Field]) -> Atom | None:
    """Compare a sum of fields, days counted as numbers, with a number."""
    one, other = linear(_counted(left)), linear(_counted(right))
    if one is None or other is None:
        return None
    whole = one.plus(other, -1)
    if any(fields[name].kind not in {"int", "date"} for name, _ in whole.factors):
        return None
    if not whole.factors:  # what is compared differs by a number, whatever the facts are
        return Atom(("number", ()), contrary=not COMPARE[op](whole.constant, 0))
    return _turned(op, whole)


def _turned(op: str, whole: Linear) -> Atom:
    """Say for which values of the reduced sum ``divisor × sum + constant`` compares so with zero."""
    reduced, divisor = whole.reduced()
    least = -whole.constant
    if divisor < 0:
        op = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(op, op)
        divisor, least = -divisor, -least
    key: Key = ("number", reduced.factors)
    if op in {"==", "!="}:
        here, rest = divmod(least, divisor)
        if rest:
            return Atom(key, (), low=0, high=-1, contrary=op == "!=")
        return Atom(key, (here, here + 1), low=here, high=here, contrary=op == "!=")
    if op in {"<", ">="}:  # from the quotient, rounded up, on it is not less
        cut = -(-least // divisor)
        return Atom(key, (cut,), low=cut, contrary=op == "<")
    cut = least // divisor + 1  # from here on it is more
    return Atom(key, (cut,), low=cut, contrary=op == "<=")


def _counted(node: Expr) -> Expr:
    """Count a day as a number; within a sum there is none."""
    return Lit(node.value.toordinal()) if isinstance(node, Lit) and isinstance(node.value, date) else node


def atoms(node: Expr, fields: Mapping[str, Field]) -> Iterator[Atom]:
    """Yield the atoms of a condition."""
    match node:
        case And() | Or() | Not():
            for part in node.below():
                yield from atoms(part, fields)
        case Lit():
            return
        case _:
            yield atom(node, fields)


@attrs.frozen
class Dimension:
    """One direction in which requests differ, and its cells.

    Attributes:
        key: What it is.
        cells: Its cells: truth values, codes, or the numbers of the intervals between cuts.
        cuts: The first number of every interval but the lowest.
    """

    key: Key
    cells: tuple[Cell, ...]
    cuts: tuple[int, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The fields it asks for."""
        kind, what = self.key
        if kind == "opaque":
            return frozenset(part.name for part in parts(cast("Expr", what)) if isinstance(part, FieldRef))
        if kind == "number":
            return frozenset(name for name, _ in cast("Factors", what))
        return frozenset({cast("tuple[str, str]", what)[0] if kind == "has" else str(what)})

    def holding(self, one: Atom) -> Iterator[int]:
        """Yield the positions of the cells in which an atom holds."""
        for position, cell in enumerate(self.cells):
            if self._holds(one, cell) is not one.contrary:
                yield position

    def _holds(self, one: Atom, cell: Cell) -> bool:
        if isinstance(cell, str):
            return cell in one.codes
        if isinstance(cell, bool):
            return cell
        first = self.cuts[cell - 1] if cell else None
        last = self.cuts[cell] - 1 if cell < len(self.cuts) else None
        if one.high is not None and one.low is not None and one.high < one.low:
            return False
        above = one.low is None or (first is not None and first >= one.low)
        return above and (one.high is None or (last is not None and last <= one.high))

    def interval(self, cell: int) -> tuple[int | None, int | None]:
        """Give the first and the last number of a cell."""
        return self.cuts[cell - 1] if cell else None, self.cuts[cell] - 1 if cell < len(self.cuts) else None


def dimensions(found: Iterable[Atom], fields: Mapping[str, Field]) -> tuple[Dimension, ...]:
    """Give the dimensions that atoms cut, each with its cells."""
    cuts: dict[Key, dict[int | str, None]] = {}
    for one in found:
        cuts.setdefault(one.key, {}).update(dict.fromkeys(one.cuts))
    return tuple(_dimension(key, tuple(named), fields) for key, named in cuts.items())


def _dimension(key: Key, named: tuple[int | str, ...], fields: Mapping[str, Field]) -> Dimension:
    kind, what = key
    if kind == "code":
        declared = fields[str(what)]
        return Dimension(key, declared.options or (*(str(code) for code in named), OTHER))
    if kind == "has":
        name, code = cast("tuple[str, str]", what)
        return Dimension(key, (False, True) if code in fields[name].options or not fields[name].options else (False,))
    if kind != "number":
        return Dimension(key, (False, True))
    cuts = sorted(int(cut) for cut in named)
    low, high = _range(cast("Factors", what), fields)
    kept = tuple(cut for cut in cuts if (low is None or low < cut) and (high is None or cut <= high))
    below = bisect_right(cuts, low) if low is not None else 0
    return Dimension(key, tuple(range(below, below + len(kept) + 1)), tuple(cuts))


def _range(factors: Factors, fields: Mapping[str, Field]) -> tuple[int | None, int | None]:
    """Give the least and the most of a sum, as far as the fields declare their ranges."""
    low: int | None = 0
    high: int | None = 0
    for name, factor in factors:
        declared = fields[name]
        ends = (
            (date.min.toordinal(), date.max.toordinal()) if declared.kind == "date" else (declared.low, declared.high)
        )
        first, last = ends if factor > 0 else ends[::-1]
        low = None if low is None or first is None else low + factor * first
        high = None if high is None or last is None else high + factor * last
    return low, high


@attrs.frozen
class Vocabulary:
    """The fields of a pack, and what conditions over them were found to be made of."""

    fields: Mapping[str, Field]
    _atoms: dict[Expr, tuple[Atom, ...]] = attrs.field(factory=dict["Expr", "tuple[Atom, ...]"], init=False)

    def atoms(self, tree: Expr) -> tuple[Atom, ...]:
        """Give the atoms of a condition."""
        if tree not in self._atoms:
            self._atoms[tree] = tuple(atoms(tree, self.fields))
        return self._atoms[tree]

    @cached_property
    def plain(self) -> Mapping[str, Value]:
        """Some value of each field, the nearest to nothing."""
        return {name: _plain(declared) for name, declared in self.fields.items()}


def _plain(declared: Field) -> Value:
    match declared.kind:
        case "bool":
            return False
        case "int":
            least = max(0, declared.low) if declared.low is not None else 0
            return least if declared.high is None else min(least, declared.high)
        case "date":
            return date(2000, 1, 1)
        case "code":
            return declared.options[0] if declared.options else OTHER
        case "codes":
            return ()


@attrs.frozen
class Space:
    """Cells over some dimensions; sets of cells are whole numbers."""

    words: Vocabulary
    dimensions: tuple[Dimension, ...]

    @classmethod
    def over(cls, trees: Iterable[Expr], words: Vocabulary) -> Space:
        """Give the space that conditions cut."""
        return cls(words, dimensions((one for tree in trees for one in words.atoms(tree)), words.fields))

    @cached_property
    def size(self) -> int:
        """How many cells there are."""
        return prod(len(one.cells) for one in self.dimensions)

    @cached_property
    def whole(self) -> int:
        """All cells."""
        return (1 << self.size) - 1

    @cached_property
    def _strides(self) -> Mapping[Key, tuple[Dimension, int]]:
        strides, stride = dict[Key, tuple[Dimension, int]](), 1
        for one in self.dimensions:
            strides[one.key] = (one, stride)
            stride *= len(one.cells)
        return strides

    @cached_property
    def _held(self) -> dict[Expr, int]:
        return {}

    def cells(self, node: Expr) -> int:
        """Give the cells in which a condition holds."""
        match node:
            case And(inner):
                kept = self.whole
                for part in inner:
                    kept &= self.cells(part)
                return kept
            case Or(inner):
                found = 0
                for part in inner:
                    found |= self.cells(part)
                return found
            case Not(part):
                return self.whole ^ self.cells(part)
            case Lit(value):
                return self.whole if value else 0
            case _:
                if node not in self._held:
                    self._held[node] = self._pattern(self.words.atoms(node)[0])
                return self._held[node]

    def _pattern(self, one: Atom) -> int:
        dimension, stride = self._strides[one.key]
        block = (1 << stride) - 1
        pattern = 0
        for position in dimension.holding(one):
            pattern |= block << position * stride
        return self._repeated(pattern, stride * len(dimension.cells))

    def turns(self, cells: int, dimension: Dimension) -> bool:
        """Tell whether a set of cells changes along a dimension."""
        _, stride = self._strides[dimension.key]
        first = self._repeated((1 << stride) - 1, stride * len(dimension.cells))
        slices = {cells >> position * stride & first for position in range(len(dimension.cells))}
        return len(slices) > 1

    def _repeated(self, pattern: int, filled: int) -> int:
        """Repeat a pattern over the whole space."""
        while filled < self.size:  # repeat, doubling what there is
            pattern |= pattern << filled
            filled *= 2
        return pattern & self.whole

    def cell(self, index: int) -> dict[Key, Cell]:
        """Give the cell of an index, by dimension."""
        found: dict[Key, Cell] = {}
        for one in self.dimensions:
            index, position = divmod(index, len(one.cells))
            found[one.key] = one.cells[position]
        return found


def indices(cells: int) -> Iterator[int]:
    """Yield the indices of a set of cells, the lowest first."""
    while cells:
        low = cells & -cells
        yield low.bit_length() - 1
        cells ^= low
