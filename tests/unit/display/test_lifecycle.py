"""Lifecycles drawn: every state and act is there, and no words lie on others."""

from __future__ import annotations

from typing import TypeAlias
from xml.etree import ElementTree as ET

import pytest

from pbgov.display import diagram, mermaid
from pbgov.packs import CASE, LIFECYCLES
from pbgov.rules import Lifecycle

Box: TypeAlias = tuple[float, float, float, float]
SVG = "{http://www.w3.org/2000/svg}"
HAN = "\u2e80"


def words(picture: ET.Element) -> list[tuple[Box, str]]:
    """Where words stand, a Chinese sign as wide as it is high, a Latin letter little more than half."""
    found: list[tuple[Box, str]] = []
    for one in picture.iter(f"{SVG}text"):
        said, size, x, y = one.text or "", int(one.attrib["font-size"]), int(one.attrib["x"]), int(one.attrib["y"])
        width = sum(size if sign > HAN or sign in "◆◇↻" else size * 0.56 for sign in said)
        left = {"start": 0.0, "middle": width / 2, "end": width}[one.attrib["text-anchor"]]
        found.append(((x - left, y - size * 0.85, x - left + width, y + size * 0.2), said))
    return found


def states(picture: ET.Element) -> list[Box]:
    rects = [one.attrib for one in picture.iter(f"{SVG}rect") if one.attrib["fill"] != "none"]
    corners = [tuple(int(one[name]) for name in ("x", "y", "width", "height")) for one in rects]
    return [(x, y, x + w, y + h) for x, y, w, h in corners]


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 1 and other[1] < one[3] - 1


def inside(one: Box, other: Box) -> bool:
    return other[0] <= one[0] and other[1] <= one[1] and one[2] <= other[2] and one[3] <= other[3]


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda lifecycle: str(lifecycle.id))
def test_a_picture_can_be_read(lifecycle: Lifecycle) -> None:
    picture = ET.fromstring(diagram(lifecycle))  # noqa: S314 - our own
    shown, boxes = words(picture), states(picture)
    sheet = tuple(float(number) for number in picture.attrib["viewBox"].split())
    assert len(boxes) == len(lifecycle.states)
    assert not [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :] if overlap(a, b)]
    for n, (box, said) in enumerate(shown):
        assert inside(box, (0, 0, sheet[2], sheet[3])), said
        assert all(inside(box, state) for state in boxes if overlap(box, state)), said
        assert not [other for at, other in shown[n + 1 :] if overlap(box, at)], said
    text = " ".join(said for _, said in shown)
    for one in (*lifecycle.states.values(), *lifecycle.acts.values()):
        assert one.zh in text
        assert one.en in text


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda lifecycle: str(lifecycle.id))
def test_mermaid_has_every_step(lifecycle: Lifecycle) -> None:
    lines = mermaid(lifecycle).splitlines()
    assert lines[0] == "stateDiagram-v2"
    steps = [line for line in lines if "-->" in line]
    assert len(steps) == len(lifecycle.transitions) + 1 + len(lifecycle.finals)
    assert len(lines) == 1 + len(lifecycle.states) + len(steps)


def test_a_case_in_mermaid() -> None:
    lines = mermaid(CASE).splitlines()
    assert '    state "已收到 received" as s0' in lines
    assert "    [*] --> s0" in lines
    assert "    s0 --> s1: 受理 accept" in lines
    assert "    s8 --> [*]" in lines
