"""Every sentence a person reads is made here, last, from a key and arguments."""

from __future__ import annotations

from datetime import date
from typing import Final, Protocol, TypeAlias, runtime_checkable

from pbgov.base._sentences import SENTENCES
from pbgov.base._text import LANGS, Lang, Text
from pbgov.errors import InvalidValueError

_LIMIT: Final = 80
_LONGEST: Final = 2_048  # bits, which are fewer digits than Python writes at its strictest


@runtime_checkable
class Wordable(Protocol):
    """A value that words itself in either language."""

    def in_(self, lang: Lang, /) -> str:
        """Give the words."""
        ...


Argument: TypeAlias = str | int | date | Wordable | None


def say(key: str, lang: Lang, /, **arguments: Argument) -> str:
    """Make one sentence in one language.

    Args:
        key: Which sentence.
        lang: ``"en"`` or ``"zh"``.
        **arguments: What the sentence names; long outside strings are cut short.

    Raises:
        InvalidValueError: The language is neither of the two.

    Examples:
        >>> say("verdict.met", "zh")
        '符合'
    """
    need_lang(lang)
    words = {name: _word(value, lang) for name, value in arguments.items()}
    return SENTENCES[key].in_(lang).format_map(words)


def both(key: str, /, **arguments: Argument) -> str:
    """Make a sentence in English, then in Chinese, as exceptions carry it."""
    return " / ".join(say(key, lang, **arguments) for lang in LANGS)


def parted(message: str) -> Text:
    """Take a message as exceptions carry it apart again, to put it into another."""
    en, _, zh = message.partition(" / ")
    return Text(zh=zh or en, en=en)


def need_lang(lang: str) -> None:
    """Refuse a language that the library does not speak."""
    if lang not in LANGS:
        raise InvalidValueError(both("lang.unknown", value=repr(lang)), lang)


def need_text(name: str, value: object) -> None:
    """Refuse an argument that is not in both languages."""
    if not isinstance(value, Text):
        raise InvalidValueError(both("text.shape", name=name, value=repr(value)), name, value)


def _word(value: Argument, lang: Lang) -> str:
    if isinstance(value, str):
        shown = value[:_LIMIT].encode("utf-8", "backslashreplace").decode()
        return shown if len(value) <= _LIMIT else f"{shown}…"
    return value.in_(lang) if isinstance(value, Wordable) else _number(value) if isinstance(value, int) else str(value)


def _number(value: int) -> str:
    """Write a whole number; one with more digits than Python writes, by the power of two that it reaches."""
    if value.bit_length() <= _LONGEST:
        return f"{value:,}"
    return f"{'-' if value < 0 else ''}2^{value.bit_length() - 1}…"
