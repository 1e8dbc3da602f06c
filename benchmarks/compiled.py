"""Where a compiled build of the same source would pay: the modules that carry the time, compiled by mypyc.

The library is copied twice into a temporary directory. In one copy the modules named are compiled in place; the other
stays as it is. Both plan the same communities (``grid_places``) in the same run, each in a process of its own, case by
case in turns and first one, then the other ahead; a round has fresh processes. Times are CPU times: read the ratios.
That both copies find the same, to the last grid, bound and reason, is checked in every round.

It needs mypy, setuptools, a C compiler and the headers of Python; where one is missing it says so, with status 2.

Run: python benchmarks/compiled.py [--rounds 7] [--modules grid._kernel ...]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from contextlib import ExitStack
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

_HERE: Final = Path(__file__).resolve().parent
_SOURCE: Final = _HERE.parent / "src" / "pbgov"
_PLAIN: Final = "plain"
_COMPILED: Final = "compiled"
_BUILT: Final = tuple(f"*{suffix}" for suffix in EXTENSION_SUFFIXES)  # what an earlier build may have left there
# By profile. At the first effort the kernel has half of the time, in narrow bounds with the exhaustive search four
# fifths; the tests for impossibility, and in large areas the world and the measures, are next. At the good effort
# shares and sweeps have two thirds, then the columns. Chance and the work left are asked in all their loops.
MODULES: Final = (
    "base._random",
    "grid._certify",
    "grid._columns",
    "grid._exhaust",
    "grid._kernel",
    "grid._objectives",
    "grid._shares",
    "grid._sweep",
    "grid._work",
    "grid._world",
)


class Side:
    """A process that plans with one of the copies.

    Args:
        root: Where the copy lies.
        modules: The modules that are compiled in one of the copies.
    """

    def __init__(self, root: Path, modules: Sequence[str]) -> None:
        """Start the process and hear what it has."""
        command = [sys.executable, str(_HERE / "compiled_worker.py"), *(f"pbgov.{name}" for name in modules)]
        environment = os.environ | {"PYTHONPATH": str(root)}
        self._process = subprocess.Popen(
            command, env=environment, text=True, encoding="utf-8", stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        said = self._read()
        self.cases: list[str] = said["cases"]
        self.files = [Path(file) for file in said["files"].values()]
        for file in self.files:
            assert file.is_relative_to(root), f"{file} is not of the copy in {root}"

    def plan(self, case: str) -> dict[str, Any]:
        """Let it plan the communities of a case."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{case}\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:  # what happened stands above, on standard error
            raise SystemExit(f"a process that plans ended with status {self._process.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._process.communicate()


def missing() -> str | None:
    """Say what compiling wants and does not find, and what to install."""
    for module in ("mypyc", "setuptools"):
        if find_spec(module) is None:
            return f"{module} is not installed for this Python: python -m pip install 'mypy[mypyc]'"
    named = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "")
    if named and shutil.which(named[0]) is None:  # where Python names none, as on Windows, setuptools looks for it
        return f"the C compiler {named[0]} is not found: install gcc or clang, or name one in the variable CC"
    if not (Path(sysconfig.get_path("include")) / "Python.h").exists():
        return "the headers of Python are not found: install them, in most systems the package python3-dev"
    return None


def _file(module: str) -> Path:
    """Give the file of a module, by where the library lies."""
    return Path("pbgov", *module.split(".")).with_suffix(".py")


def build(root: Path, modules: Sequence[str]) -> None:
    """Compile modules of a copy in place.

    What they import for types alone is imported indeed: mypyc looks the types of fields up when a module is loaded.
    """
    files = [_file(name) for name in modules]
    for file in files:
        source = (root / file).read_text(encoding="utf-8")
        (root / file).write_text(source.replace("\nif TYPE_CHECKING:", "\nif True:"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypyc", "--ignore-missing-imports", *map(str, files)],
        cwd=root, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{done.stdout}\nmypyc does not compile these modules; what it says stands above")


def measure(roots: dict[str, Path], modules: Sequence[str], rounds: int) -> None:
    """Let both copies plan in turns, and print the ratios."""
    seconds: dict[str, dict[str, list[float]]] = {}
    notes: dict[str, str] = {}
    for number in range(rounds):
        with ExitStack() as stack:
            sides = {name: stack.enter_context(Side(root, modules)) for name, root in roots.items()}
            for name, side in sides.items():
                for file in side.files:
                    native = file.name.endswith(tuple(EXTENSION_SUFFIXES))
                    assert native is (name == _COMPILED), f"{name} runs {file}"
            for place, case in enumerate(sides[_PLAIN].cases):
                order = list(sides) if (number + place) % 2 == 0 else list(reversed(sides))
                found = {name: sides[name].plan(case) for name in order}
                assert found[_PLAIN]["digest"] == found[_COMPILED]["digest"], f"{case}: the plans are not the same"
                notes[case] = f"{found[_PLAIN]['plans']} of {found[_PLAIN]['of']}"
                for name, answer in found.items():
                    seconds.setdefault(case, {}).setdefault(name, []).append(answer["seconds"])
    print("CPU ms and ratio: medians of the rounds; least, most: ratios of one round; at best: of the least times")
    print(f"{'':<20}{'plans':>10}{'plain':>10}{'compiled':>10}{'ratio':>8}{'least':>8}{'most':>8}{'at best':>9}")
    for case, taken in seconds.items():
        plain, built = taken[_PLAIN], taken[_COMPILED]
        ratios = [one / other for one, other in zip(built, plain, strict=True)]
        middle = f"{1_000 * median(plain):>10.1f}{1_000 * median(built):>10.1f}"
        shown = "".join(f"{ratio:>8.2f}" for ratio in (median(ratios), min(ratios), max(ratios)))
        print(f"{case:<20}{notes[case]:>10}{middle}{shown}{min(built) / min(plain):>9.2f}")
    print(f"the same plans, bounds and reasons in {rounds} of {rounds} rounds")


def main() -> None:
    """Copy, compile, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="fresh processes for each (default: %(default)s)")
    parser.add_argument("--modules", nargs="+", default=MODULES, help=f"compiled (default: {' '.join(MODULES)})")
    given = parser.parse_args()
    unknown = [name for name in given.modules if not (_SOURCE.parent / _file(name)).exists()]
    if unknown:
        parser.error(f"no such modules: {' '.join(unknown)}; name them as in {MODULES[0]}")
    lack = missing()
    if lack is not None:
        parser.exit(2, f"{lack}\n")
    with tempfile.TemporaryDirectory() as directory:
        roots = {name: Path(directory, name) for name in (_PLAIN, _COMPILED)}
        for root in roots.values():
            shutil.copytree(_SOURCE, root / "pbgov", ignore=shutil.ignore_patterns("__pycache__", *_BUILT))
        start = time.perf_counter()
        build(roots[_COMPILED], given.modules)
        taken = time.perf_counter() - start
        print(f"Python {platform.python_version()}, mypyc {version('mypy')}: {' '.join(given.modules)}")
        print(f"compiled in {taken:.0f} s on the clock", flush=True)
        measure(roots, given.modules, given.rounds)


if __name__ == "__main__":
    main()
