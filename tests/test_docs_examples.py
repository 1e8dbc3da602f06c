"""Every example in the pages and in the docstrings runs, and says what the page says it says.

The ``python`` blocks of a page share one namespace, in order. A block that opens with ``>>>`` is a doctest, and one
whose fence says ``python skip`` is only shown. Lines of comment right below a statement are what was printed since the
last such lines; white space does not matter, and ``…`` stands for anything.
"""

import ast
import doctest
import importlib
import pkgutil
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from itertools import takewhile
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import settings

import pbgov

ROOT = Path(__file__).parents[1]
PAGES = [page for page in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]) if "_build" not in page.parts]
LINES_OF_A_CITY = 150
FENCE = re.compile(r"^( *)```python(?P<info>.*)\n(?P<code>(?:.*\n)*?)\1```$", re.MULTILINE)


def blocks(text: str) -> Iterator[tuple[int, str]]:
    """The examples to run, each with the number of lines above it."""
    for fence in FENCE.finditer(text):
        if "skip" not in fence["info"].split():
            yield text.count("\n", 0, fence.start("code")), dedent(fence["code"])


def check(example: doctest.DocTest) -> None:
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=report.append, clear_globs=False)
    assert report == [], "".join(report)


def run(page: str, line: int, code: str, namespace: dict[str, object]) -> None:
    """Run a block, statement by statement, and hold what it prints against the comments below."""
    lines = code.splitlines()
    printed = StringIO()
    for statement in ast.parse(code).body:
        end = statement.end_lineno or 0
        ast.increment_lineno(statement, line)  # so that a traceback points into the page
        with redirect_stdout(printed):
            exec(compile(ast.Module([statement], []), page, "exec"), namespace)  # noqa: S102
        told = " ".join(text[1:] for text in takewhile(lambda text: text.startswith("#"), lines[end:])).strip()
        if told:
            got, printed = printed.getvalue().strip(), StringIO()
            how = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
            assert doctest.OutputChecker().check_output(told.replace("…", "..."), got, how), (page, line + end, got)


def page_examples() -> Iterator[object]:
    for page in PAGES:
        examples = list(blocks(page.read_text(encoding="utf-8")))
        if examples:
            yield pytest.param(page, examples, id=str(page.relative_to(ROOT)))


def docstring_examples() -> Iterator[object]:
    finder = doctest.DocTestFinder()
    for found in pkgutil.walk_packages(pbgov.__path__, "pbgov."):
        for example in finder.find(importlib.import_module(found.name)):
            if example.examples:
                yield pytest.param(example, id=example.name)


@pytest.fixture
def _few_examples(request: pytest.FixtureRequest) -> Iterator[None]:
    settings.load_profile("page")
    yield
    settings.load_profile(request.config.getoption("--hypothesis-profile") or "ci")


@pytest.mark.usefixtures("_few_examples")
@pytest.mark.parametrize(("page", "examples"), list(page_examples()))
def test_page(page: Path, examples: list[tuple[int, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    namespace: dict[str, object] = {"__name__": "__main__"}
    for line, code in examples:
        if code.startswith(">>>"):
            example = doctest.DocTestParser().get_doctest(code, namespace, page.name, str(page), line)
            check(example)
            namespace |= example.globs  # it ran on a copy
        else:
            run(str(page), line, code, namespace)


@pytest.mark.parametrize("example", list(docstring_examples()))
def test_docstring(example: doctest.DocTest) -> None:
    check(example)


@pytest.mark.parametrize("page", ["a-sixth-place.md", "a-sixth-place.zh.md"])
def test_a_sixth_place_takes_few_lines(page: str) -> None:
    """Every line counts, blank ones and what is printed too."""
    text = (ROOT / "docs/how-to" / page).read_text(encoding="utf-8")
    assert 0 < sum(len(code.splitlines()) for _, code in blocks(text)) < LINES_OF_A_CITY


def test_what_counts_as_an_example() -> None:
    text = "# t\n```python\na = 1\n```\n```python skip\nb = !\n```\n- x\n  ```python\n  c = 2\n  ```\n```text\nd\n```\n"
    assert list(blocks(text)) == [(2, "a = 1\n"), (9, "c = 2\n")]


def test_what_a_page_says_is_held_against_what_it_prints() -> None:
    run("page", 0, "print('a  b')\nprint('c')\n# a\n#  b c\nprint('long line')\n# long …\n", {})
    with pytest.raises(AssertionError, match="page"):
        run("page", 0, "print(1)\n# 2\n", {})
