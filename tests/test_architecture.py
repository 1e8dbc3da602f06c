"""The laws of the house that no linter knows; those a linter holds stand in pyproject.toml."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

import pbgov
from tests import purity_exercise

Node: TypeAlias = ast.stmt | ast.expr

ROOT = Path(__file__).parents[1]
SOURCE = Path(pbgov.__path__[0])
MODULES = {path.relative_to(SOURCE): ast.parse(path.read_bytes()) for path in sorted(SOURCE.rglob("*.py"))}
NAMES = {module.name for module in pkgutil.iter_modules(pbgov.__path__)}
ROOMS = sorted(name for name in NAMES if (SOURCE / name).is_dir())

HEAVY = {"hypothesis", "networkx", "numpy", "pydantic", "shapely"}
FORBIDDEN_CALLS = {"__import__", "breakpoint", "compile", "eval", "exec", "exit", "input", "open", "print", "quit"}
THE_CLOCK = {"fromtimestamp", "now", "today", "utcfromtimestamp", "utcnow"}


def imports(tree: ast.Module) -> Iterator[tuple[Node, str]]:
    """Every imported name in full: `random.Random` for `from random import Random`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def refuse(faults: Callable[[str, ast.Module], Iterator[Node]]) -> None:
    """Fail with the places of all faults; a law is told the room it looks at and the module's tree."""
    places = [
        f"src/pbgov/{path.as_posix()}:{fault.lineno}"
        for path, tree in MODULES.items()
        for fault in faults(path.with_suffix("").parts[0], tree)
    ]
    assert not places, "\n".join(places)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, encoding="utf-8")


# The doors


@pytest.mark.parametrize("room", ROOMS)
def test_a_door_lists_all_it_opens(room: str) -> None:
    # ruff sorts the list (RUF022).
    door = importlib.import_module(f"pbgov.{room}")
    opened = {
        name.rpartition(".")[2]
        for _, name in imports(MODULES[Path(room, "__init__.py")])
        if name.startswith(f"pbgov.{room}.")
    }
    listed: list[str] = door.__all__
    assert opened <= set(listed)
    assert len(listed) == len(set(listed))
    assert [name for name in listed if not hasattr(door, name)] == []


def test_the_front_door_opens_what_it_lists() -> None:
    assert [name for name in pbgov.__all__ if not hasattr(pbgov, name)] == []
    assert set(pbgov.__all__) <= set(dir(pbgov))


def test_no_name_at_the_front_door_is_also_a_room() -> None:
    # Importing the room would put the module in the place of the name.
    assert NAMES.isdisjoint(pbgov.__all__)


def test_the_front_door_is_light() -> None:
    process = run("-c", "import sys, pbgov; print(*sys.modules)")
    assert process.returncode == 0, process.stderr
    assert HEAVY.isdisjoint(process.stdout.split())


def test_a_room_is_entered_by_its_door() -> None:
    # And the front door is for those outside.
    def faults(room: str, tree: ast.Module) -> Iterator[Node]:
        for node, name in imports(tree):
            package, _, path = name.partition(".")
            entered = path.partition(".")[0]
            foreign = package == "pbgov" and room != "__init__" and entered not in {room, "_version"}
            if foreign and (entered not in NAMES or "._" in path):
                yield node

    refuse(faults)


@pytest.mark.parametrize("room", [*ROOMS, "errors"])
def test_a_room_has_a_page_of_reference(room: str) -> None:
    page = ROOT / "docs" / "reference" / "api" / f"{room}.md"
    assert f"automodule:: pbgov.{room}\n" in page.read_text(encoding="utf-8")


# No input, no output, no clock, no chance but the caller's; import-linter refuses the modules that serve them


def generator(tree: ast.Module) -> set[ast.AST]:
    """The one function that may turn what it is given into code: it is given nodes, and no text of a user."""
    if tree is not MODULES[Path("rules", "_compile.py")]:
        return set()
    (one,) = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "function")
    compiled = [node for node in ast.walk(one) if isinstance(node, ast.Call) and ast.unparse(node.func) == "compile"]
    assert [ast.unparse(node.args[0]) for node in compiled] == ["module"]
    assert "module = _on_one_line(ast.Module([made], []))" in ast.unparse(one)
    return set(ast.walk(one))


def test_nothing_is_called_that_reaches_outside() -> None:
    def faults(_: str, tree: ast.Module) -> Iterator[Node]:
        allowed = generator(tree)
        for node in ast.walk(tree):
            if node in allowed:
                continue
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS:
                yield node
            if isinstance(node, ast.Attribute) and node.attr in THE_CLOCK:
                yield node

    refuse(faults)


def test_chance_comes_from_the_caller() -> None:
    # `random.Random` is the type of an argument; nobody makes one, or draws from the one that all share.
    def faults(_: str, tree: ast.Module) -> Iterator[Node]:
        for node, name in imports(tree):
            if name.startswith("random.") and name != "random.Random":
                yield node
        for use in ast.walk(tree):
            if isinstance(use, ast.Attribute) and ast.unparse(use.value) == "random" and use.attr != "Random":
                yield use
            if isinstance(use, ast.Call) and ast.unparse(use.func) in {"Random", "random.Random"}:
                yield use

    refuse(faults)


def test_importlib_reads_no_files() -> None:
    def faults(_: str, tree: ast.Module) -> Iterator[Node]:
        yield from (node for node, name in imports(tree) if re.match(r"importlib\.(metadata|resources|util)", name))

    refuse(faults)


def test_the_library_at_work_touches_nothing_outside() -> None:
    process = run(purity_exercise.__file__)
    assert process.returncode == 0, process.stderr


@pytest.mark.parametrize("leak", purity_exercise.LEAKS)
def test_the_watch_sees_a_leak(leak: str) -> None:
    process = run(purity_exercise.__file__, leak)
    assert process.returncode == 1
    assert f"PermissionError: {leak}" in process.stderr
