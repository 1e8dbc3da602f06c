"""Versions of one set of books, only one of which has them at hand.

An act hands the books on to the version it leads to, and the one it was asked of keeps what was done. Whoever asks
that one again takes the books back over that step. So an act copies nothing, however many accounts there are, and a
version that nobody holds is gone (H. G. Baker, *Shallow Binding Makes Functional Arrays Fast*, 1991).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from pbgov.rules._accounts import Opening
from pbgov.rules._books import Books, Entry


class Version:
    """The books at one moment: how they opened, and what was done since.

    Two are equal if they opened alike and the same was done in the same order.
    """

    __slots__ = ("_books", "_entry", "_forth", "_hash", "_nearer")

    _books: Books | None  # at hand, or else
    _nearer: Version  # a version that is nearer to them,
    _entry: Entry  # what was done between the two,
    _forth: bool  # and whether that leads from there to here
    _hash: int | None

    def __init__(self, books: Books) -> None:
        """Have the books at hand."""
        self._books = books
        self._hash = None

    def _then(self, books: Books, entry: Entry) -> Self:
        """Hand the books on to the version that an entry leads to, which is done already."""
        books.log.append(entry)
        later = object.__new__(type(self))
        Version.__init__(later, books)
        self._books = None
        self._nearer = later
        self._entry = entry
        self._forth = False
        return later

    def _at_hand(self) -> Books:
        """Take the books, over every step that lies between."""
        way: list[Version] = []
        holder: Version = self
        while (books := holder._books) is None:
            way.append(holder)
            holder = holder._nearer
        while way:
            to = way.pop()
            holder._hand_on(books, to)  # noqa: SLF001 - a version like this one
            holder = to
        return books

    def _hand_on(self, books: Books, to: Version) -> None:
        """Give the books to the next version on the way, and keep how to come back from there."""
        if to._forth:
            books.redo(to._entry)
        else:
            books.undo(to._entry)
        self._books, self._nearer, self._entry, self._forth = None, to, to._entry, not to._forth
        to._books = books
        del to._nearer, to._entry

    @classmethod
    def _reopened(cls, opening: Opening, log: tuple[Entry, ...]) -> Self:
        """Open the books again, and do again what was done."""
        books = Books(opening)
        for entry in log:
            books.redo(entry)
        version = object.__new__(cls)
        Version.__init__(version, books)
        return version

    def _whole(self) -> tuple[Opening, tuple[Entry, ...]]:
        books = self._at_hand()
        return books.opening, tuple(books.log)

    def __eq__(self, other: object) -> bool:
        """Compare how both opened and what was done."""
        if not isinstance(other, Version):
            return NotImplemented
        return self is other or self._whole() == other._whole()

    def __hash__(self) -> int:
        """Hash how it opened and what was done, once."""
        if self._hash is None:
            self._hash = hash(self._whole())
        return self._hash

    def __reduce__(self) -> tuple[Callable[..., Self], tuple[Opening, tuple[Entry, ...]]]:
        """Pickle how it opened and what was done."""
        return self._reopened, self._whole()
