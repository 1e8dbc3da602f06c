from __future__ import annotations

import pytest

from pbgov.base import Markup, element, escape, join, line, polygon, text, title


def test_what_is_put_in_is_escaped_once() -> None:
    inner = element("b", "<&>")
    assert inner == "<b>&lt;&amp;&gt;</b>"
    assert element("p", inner, '"', title="'") == '<p title="&#39;"><b>&lt;&amp;&gt;</b>&quot;</p>'
    assert escape(inner) is inner
    assert isinstance(inner, Markup)


@pytest.mark.parametrize("code", [0, 0x1F, 0x0D, 0x7F, 0x9F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_what_xml_forbids_is_replaced(code: int) -> None:
    assert escape(f"a{chr(code)}b") == "a\ufffdb"


def test_blanks_and_other_scripts_stay() -> None:
    kept = "街道\t\n𠮷 ~\xa0\ud7ff\ue000\ufffd\U00010000"
    assert escape(kept) == kept


def test_attributes() -> None:
    shown = element("rect", x=1, class_="a", aria_label="b", hidden=True, aria_busy=True, rx=None, ry=False)
    assert shown == '<rect x="1" class="a" aria-label="b" hidden="hidden" aria-busy="aria-busy"/>'


def test_figures() -> None:
    assert line((0, 1), (2, 3), id="l") == '<line x1="0" y1="1" x2="2" y2="3" id="l"/>'
    assert polygon([(0, 0), (1, 0), (0, 1)]) == '<polygon points="0,0 1,0 0,1"/>'
    assert text((1, 2), "a", "<", class_="n") == '<text x="1" y="2" class="n">a&lt;</text>'
    assert title("栋", id="t") == '<title id="t">栋</title>'
    assert join(["a", element("i", "b")], " & ") == "a &amp; <i>b</i>"
