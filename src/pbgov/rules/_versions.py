"""Versions of one set of books.

A version is a place in the log, and the books stand at one place at a time. Whoever asks a version elsewhere has the
books undo and redo what lies between. So an act copies nothing, however many accounts there are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from pbgov.rules._accounts import Opening
from pbgov.rules._books import Books
from pbgov.rules._log import Entry, Page, entries


class Version:
    """The books at one moment: how they opened, and what was done since.

    Two are equal if they opened alike and the same was done in the same order.
    """

    __slots__ = ("_books", "_done", "_hash", "_page")

    def __init__(self, books: Books) -> None:
        """Take the books as they stand."""
        self._books: Books = books
        self._page: Page = books.page
        self._done: int = books.done
        self._hash: int | None = None

    def _at_hand(self) -> Books:
        """Give the books, brought to this moment."""
        books = self._books
        if books.page is not self._page or books.done != self._done:
            books.go_to(self._page, self._done)
        return books

    def _then(self, books: Books, entry: Entry) -> Self:
        """Give the version that an entry leads to, which is done already."""
        books.note(entry)
        later = object.__new__(type(self))
        Version.__init__(later, books)
        return later

    @classmethod
    def _reopened(cls, opening: Opening, log: tuple[Entry, ...]) -> Self:
        """Open the books again, and do again what was done."""
        books = Books(opening)
        for entry in log:
            books.apply(entry)
            books.note(entry)
        version = object.__new__(cls)
        Version.__init__(version, books)
        return version

    def _log(self) -> tuple[Entry, ...]:
        return entries(self._page, self._done)

    def _whole(self) -> tuple[Opening, tuple[Entry, ...]]:
        return self._books.opening, self._log()

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
