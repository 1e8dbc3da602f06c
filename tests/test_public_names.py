"""No name is public that nobody uses."""

import importlib
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

import pbgov

ROOT = Path(__file__).parents[1]
DEMO_AND_QUICKSTARTS = [*(ROOT / "examples").rglob("*.py"), ROOT / "README.md"]
PAGES = [*DEMO_AND_QUICKSTARTS, *(ROOT / "docs").rglob("*.md")]
SOURCE = ROOT / "src" / "pbgov"
ROOMS = sorted(path.name for path in SOURCE.iterdir() if (path / "__init__.py").is_file() and path.name != "testing")


def words(paths: Iterable[Path]) -> set[str]:
    return {word for path in paths for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))}


def test_every_name_of_the_front_door_is_in_the_demo_or_a_quickstart() -> None:
    assert set(pbgov.__all__) - words(DEMO_AND_QUICKSTARTS) <= {"__version__"}


@pytest.mark.parametrize("room", ROOMS)
def test_every_name_of_a_room_is_used_outside_it(room: str) -> None:
    elsewhere = [path for path in SOURCE.rglob("*.py") if room not in path.relative_to(SOURCE).parts]
    tests = (ROOT / "tests").rglob("*.py")
    names: list[str] = importlib.import_module(f"pbgov.{room}").__all__
    assert set(names) - words([*PAGES, *elsewhere, *tests]) == set()
