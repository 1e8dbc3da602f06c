"""The notebook among the examples runs, and every value in it is shown as a notebook shows it."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, Final

import pytest

NOTEBOOK: Final = Path(__file__).parents[1] / "examples" / "structures.ipynb"
CELLS: Final[list[dict[str, Any]]] = [
    cell for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"
]
PLAIN, HTML, SVG = "text/plain", "text/html", "image/svg+xml"
SHOWN: Final = {
    "place.org": {PLAIN, HTML, SVG},
    "pbgov.validate": {PLAIN, HTML},
    "rota.with_": {PLAIN, HTML, SVG},
    "result": {PLAIN, HTML, SVG},
    "pbgov.partition": {PLAIN, HTML},
    "decision": {PLAIN, HTML},
    "pd.DataFrame": {PLAIN, HTML},
}


def test_the_notebook_is_kept_without_what_it_shows() -> None:
    assert [cell for cell in CELLS if cell["outputs"] or cell["execution_count"]] == []


@pytest.mark.filterwarnings("default")  # what IPython does is its own affair
def test_the_notebook_runs_and_shows_each_value() -> None:
    pytest.importorskip("IPython", reason="IPython comes with the extra `dev`")
    from IPython.core.interactiveshell import InteractiveShell  # noqa: PLC0415 - an extra
    from traitlets.config import Config  # noqa: PLC0415 - an extra

    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    try:
        _run(shell)
    finally:
        InteractiveShell.clear_instance()


def _run(shell: Any) -> None:
    seen: list[str] = []
    for cell in CELLS:
        source = "".join(cell["source"])
        printed = StringIO()
        with redirect_stdout(printed):
            done = shell.run_cell(source)
        done.raise_error()
        last = source.splitlines()[-1]
        shown = [kinds for start, kinds in SHOWN.items() if last.startswith(start)]
        data = [] if done.result is None else [shell.display_formatter.format(done.result)[0]]
        assert [set(one) for one in data] == shown, last
        seen += [start for start in SHOWN if last.startswith(start)]
        assert all(len(made) < 100_000 for one in data for made in one.values())
        assert ("flowchart LR" in printed.getvalue()) == last.startswith("print")
    assert set(seen) == set(SHOWN)
