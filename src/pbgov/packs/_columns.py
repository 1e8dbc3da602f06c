"""The columns that norms speak of, by table."""

from __future__ import annotations

from pbgov.model import columns

units = columns("units")
bodies = columns("bodies")
posts = columns("posts")
holdings = columns("holdings")
people = columns("people")
ties = columns("ties")
neighbourhoods = columns("neighbourhoods")
grids = columns("grids")
lists = columns("lists")
entries = columns("entries")
documents = columns("documents")
events = columns("events")
facts = columns("facts")
ledger = columns("ledger")
processes = columns("processes")
