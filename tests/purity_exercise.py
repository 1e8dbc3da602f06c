"""The library at work under watch: a second round may touch nothing outside its own memory.

Run as a script, in a process of its own, because an audit hook cannot be taken off again. With the name of a leak as
argument, the script leaks on purpose, to show that the watch sees it.
"""

import importlib
import os
import pkgutil
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pbgov

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
