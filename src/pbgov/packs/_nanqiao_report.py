"""The report that the pack of Nanqiao was read from."""

from __future__ import annotations

from typing import Final

from pbgov.base import Reference

REPORT: Final = Reference(title="南谯区城市社区党建工作报道（无题）", issuer="滁州市南谯区", date="无日期")
