"""Elements: escaped once, whatever is put in."""

from __future__ import annotations

import copy
import pickle

import pytest

from pbgov.base import Markup, element, escape, join, line, polygon, text, title


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"),
        ("鸡西", "鸡西"),
        ("\t\n", "\t\n"),
        ("\x00\x1f\x7f\x9f\ud800\udfff\ufffe\uffff", "\ufffd" * 8),
        ("", ""),
    ],
)
def test_text_is_escaped(given: str, shown: str) -> None:
    assert escape(given) == shown


def test_markup_is_left_as_it_is() -> None:
    bold = element("b", "<")
    assert escape(bold) is bold
    assert element("p", bold, "<") == "<p><b>&lt;</b>&lt;</p>"
    assert join((bold, "<"), " & ") == "<b>&lt;</b> &amp; &lt;"


def test_what_is_made_of_markup_by_other_means_is_escaped_again() -> None:
    assert element("p", element("b").upper()) == "<p>&lt;B&gt;&lt;/B&gt;</p>"


def test_attributes() -> None:
    shown = element("label", for_="x", aria_label='"<', data_n=3, hidden=True, open=False, title=None)
    assert shown == '<label for="x" aria-label="&quot;&lt;" data-n="3" hidden="hidden"></label>'


def test_elements_without_content_close_themselves_only_where_html_lets_them() -> None:
    assert element("meta", charset="utf-8") == '<meta charset="utf-8"/>'
    assert element("span") == "<span></span>"


def test_figures() -> None:
    assert line((0, 1), (2, 3), class_="a") == '<line x1="0" y1="1" x2="2" y2="3" class="a"/>'
    assert polygon([(0, 0), (1, 0), (1, -1)]) == '<polygon points="0,0 1,0 1,-1"/>'
    assert text((1, 2), "<", title("B")) == '<text x="1" y="2">&lt;<title>B</title></text>'


def test_markup_survives_copying_and_pickling() -> None:
    for again in (copy.copy(Markup("<b>")), pickle.loads(pickle.dumps(Markup("<b>")))):  # noqa: S301 - our own
        assert type(again) is Markup
