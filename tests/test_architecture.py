"""The laws of the house that no linter knows; what linters hold stands in pyproject.toml."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import pbgov
from tests import purity_exercise

ROOT = Path(__file__).parents[1]
SOURCE = Path(pbgov.__path__[0])
MODULES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
ROOMS = sorted(module.name for module in pkgutil.iter_modules(pbgov.__path__) if module.ispkg)

FORBIDDEN_CALLS = {"__import__", "breakpoint", "compile", "eval", "exec", "exit", "input", "open", "print", "quit"}
THE_CLOCK = {"fromtimestamp", "now", "today", "utcfromtimestamp", "utcnow"}


def name_of(path: Path) -> str:
    """What a file is called in a report: grid/_plan.py."""
    return path.relative_to(SOURCE).as_posix()


def room_of(path: Path) -> str:
    """The room a file stands in: `grid` for grid/_plan.py, `errors` for errors.py."""
    return path.relative_to(SOURCE).with_suffix("").parts[0]


def refuse(faults: list[ast.stmt | ast.expr], path: Path) -> None:
    """Fail with the places of all faults, as an editor reads them."""
    where = [f"src/pbgov/{name_of(path)}:{fault.lineno}" for fault in faults]
    assert not where, "\n".join(where)


def imports(tree: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    """Every imported name in full: `random.Random` for `from random import Random`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, encoding="utf-8")


# The doors


@pytest.mark.parametrize("room", ROOMS)
def test_a_door_lists_all_it_opens(room: str) -> None:
    # Their order is held by ruff (RUF022).
    door = importlib.import_module(f"pbgov.{room}")
    tree = MODULES[SOURCE / room / "__init__.py"]
    opened = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"pbgov.{room}.")
        for alias in node.names
    }
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    listed: list[str] = door.__all__
    assert {name for name in opened | defined if not name.startswith("_")} <= set(listed)
    assert len(listed) == len(set(listed))
    assert [name for name in listed if not hasattr(door, name)] == []


def test_the_front_door_opens_every_name_it_lists() -> None:
    assert [name for name in pbgov.__all__ if not hasattr(pbgov, name)] == []
    assert set(pbgov.__all__) <= set(dir(pbgov))


def test_no_name_at_the_front_door_is_also_a_room() -> None:
    # Importing the room would put the module in the name's place.
    modules = {module.name for module in pkgutil.iter_modules(pbgov.__path__)}
    assert modules.isdisjoint(pbgov.__all__)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_room_is_entered_by_its_door(path: Path) -> None:
    faults: list[ast.stmt | ast.expr] = [
        node
        for node, name in imports(MODULES[path])
        if path != SOURCE / "__init__.py"
        and name.startswith("pbgov.")
        and name.split(".")[1] not in {room_of(path), "_version"}
        and "._" in name
    ]
    refuse(faults, path)


@pytest.mark.parametrize("room", [*ROOMS, "errors"])
def test_every_room_has_a_page_of_reference(room: str) -> None:
    page = ROOT / "docs" / "reference" / "api" / f"{room}.md"
    assert f"automodule:: pbgov.{room}\n" in page.read_text(encoding="utf-8")


def test_the_front_door_is_light() -> None:
    code = "import sys, pbgov; print(*{'networkx', 'pydantic', 'hypothesis', 'numpy'} & set(sys.modules))"
    process = run("-c", code)
    assert (process.stdout.split(), process.stderr) == ([], "")


# No input, no output, no clock, no chance from outside


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_called_that_reaches_outside(path: Path) -> None:
    faults: list[ast.stmt | ast.expr] = []
    for node in ast.walk(MODULES[path]):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS:
            faults.append(node)
        if isinstance(node, ast.Attribute) and node.attr in THE_CLOCK:
            faults.append(node)
    refuse(faults, path)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_chance_comes_from_an_argument(path: Path) -> None:
    # `random.Random` is the type of that argument in `base`; nobody makes one, or draws from the one all share.
    allowed = {"random", "random.Random"} if room_of(path) == "base" else set[str]()
    faults: list[ast.stmt | ast.expr] = [
        node
        for node, name in imports(MODULES[path])
        if name.partition(".")[0] == "random" and name not in allowed
    ]
    for node in ast.walk(MODULES[path]):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "random" and node.attr != "Random":
            faults.append(node)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"Random", "random.Random"}:
            faults.append(node)
    refuse(faults, path)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_importlib_reads_no_files(path: Path) -> None:
    refuse([n for n, name in imports(MODULES[path]) if re.match(r"importlib\.(metadata|resources|util)", name)], path)


def test_the_library_at_work_touches_nothing_outside() -> None:
    process = run(purity_exercise.__file__)
    assert process.returncode == 0, process.stderr


@pytest.mark.parametrize("leak", purity_exercise.LEAKS)
def test_the_watch_sees_a_leak(leak: str) -> None:
    process = run(purity_exercise.__file__, leak)
    assert process.returncode == 1
    assert "PermissionError: " + leak in process.stderr
