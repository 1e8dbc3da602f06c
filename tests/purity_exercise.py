"""The library at work under watch: a second round may touch nothing outside its own memory.

Run as a script, in a process of its own, because an audit hook cannot be taken off again. With the name of a leak as
argument, the script leaks on purpose, to show that the watch sees it.
"""

import importlib
import json
import os
import pkgutil
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pbgov
from pbgov.base import Text
from pbgov.grid import Barrier, Building, Neighbourhood, adjacency
from pbgov.model import DutyRequest
from pbgov.packs import JIXI
from pbgov.synth import fill_meetings, fill_members

# https://docs.python.org/3/library/audit_events.html; `import` is raised only for what is not yet loaded.
FORBIDDEN = (
    "import", "open", "ctypes.", "ftplib.", "glob.", "http.", "os.", "pathlib.", "shutil.", "signal.", "smtplib.",
    "socket.", "sqlite3.", "subprocess.", "syslog.", "tempfile.", "time.", "urllib.", "webbrowser.",
)  # fmt: skip

LEAKS: Mapping[str, Callable[[], object]] = {
    "open": lambda: Path(__file__).read_bytes(),
    "os.listdir": os.listdir,
    "socket": socket.socket,
    "subprocess": lambda: subprocess.run([sys.executable, "-V"], check=False),
    "import": lambda: __import__("this"),
}


def exercise() -> None:
    """Use every room once, as a user would."""
    for room in pkgutil.iter_modules(pbgov.__path__):
        importlib.import_module(f"pbgov.{room.name}")
    on = date(2018, 7, 1)
    document = {
        "id": "demo",
        "profile": {"id": "one-level", "levels": [{"code": "county", "label": {"zh": "区", "en": "district"}}]},
        "recorded": [{"table": "bodies"}, {"table": "ties"}],
        "units": [{"id": "didao", "kind": "city_district", "level": "county"}],
        "bodies": [{"id": "meeting", "kind": "city_joint_meeting", "host": "didao"}],
    }
    place = pbgov.parse(json.dumps(document))
    world = fill_members(fill_meetings(place, "regional_joint_meeting", ["county"]), "regional_joint_meeting", 9, rng=7)
    world.org.to_networkx()
    report = pbgov.validate(pbgov.to_document(world), pack=JIXI, on=on)
    report.to_dict()
    pbgov.validate("{", on=on)
    pbgov.json_schema()
    towers = [Building(id=f"B{i}", households=90) for i in range(6)]
    walks = [(f"B{i}", f"B{i + 1}") for i in range(5)]
    drawn = [Building(id=f"B{i}", households=90, outline=[(i, 0), (i, 9), (i + 5, 0)]) for i in range(0, 60, 10)]
    adjacency(drawn, within=5, barriers=[Barrier(corners=[(8, 0), (8, 9)])], in_sight=True, connect=90)
    found = pbgov.partition(Neighbourhood(id="N", community="didao", buildings=towers, edges=walks), rng=7)
    request = DutyRequest(id="r", duty="visits", target="didao", start=on)
    decision = pbgov.admit(request, place=place, pack=JIXI, on=on)
    rota = pbgov.Rota(groups=("A", "B"), start=on, months=2)
    heading = Text(zh="模型", en="model")
    pbgov.page(world, report, heading=heading, on=on, plans=[found], rota=rota, decisions=[(heading, decision)])


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Stop at the first event that reaches outside."""
    if event in FORBIDDEN or event.startswith(tuple(prefix for prefix in FORBIDDEN if prefix.endswith("."))):
        message = f"{event}{arguments!r}"
        raise PermissionError(message)


if __name__ == "__main__":
    second_round = LEAKS[sys.argv[1]] if sys.argv[1:] else exercise
    exercise()
    sys.addaudithook(watch)
    second_round()
