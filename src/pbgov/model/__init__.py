"""The record: one place, its tables joined by identifier, and how it is read.

A ``Jurisdiction`` holds what is on record of a place. ``View`` reads it on one day: it follows selectors along
the columns that tie tables together and measures what they pick. ``admit`` gathers the facts of a request from
the record and has a pack decide it. ``place.apply`` carries out a change, such as a ``Merge``, on the whole record, and
``diff`` tells in what two states differ.
"""

from pbgov.model._admission import Register, Task
from pbgov.model._chairs import chair_ties
from pbgov.model._changes_bodies import Join, Leave, Meet, Sign
from pbgov.model._changes_end import Dissolve
from pbgov.model._changes_merge import Merge
from pbgov.model._changes_posts import Appoint, Vacate
from pbgov.model._changes_rows import Put, Remove
from pbgov.model._changes_split import Split
from pbgov.model._changes_units import Establish, Move, Rename, Upgrade
from pbgov.model._diff import Diff, DiffItem, diff
from pbgov.model._duties import (
    Listed,
    coordination,
    duties_of,
    items_of,
    lists_for,
    may,
    owners_of,
    powers_of,
    versions,
)
from pbgov.model._edits import Change, Edit, Moved, Step, need_change, need_edits
from pbgov.model._inspection import Check, Inspected, Inspection, inspect
from pbgov.model._jurisdiction import COLUMNS, REFERENCES, TABLES, Jurisdiction, World, columns, need_place
from pbgov.model._kept import Keeper
from pbgov.model._lineage import FORMERLY
from pbgov.model._needs import Column, columns_read, needs, parts_of, reads_one_of, selectors
from pbgov.model._paths import Path
from pbgov.model._postings import imbalances, postings_of
from pbgov.model._processes import Process
from pbgov.model._records import Document, Event, Fact, Posting, Recorded, Waiver
from pbgov.model._requests import Approval, DutyRequest, admit, facts_of
from pbgov.model._view import Found, Picked, View

__all__ = [
    "COLUMNS",
    "FORMERLY",
    "REFERENCES",
    "TABLES",
    "Appoint",
    "Approval",
    "Change",
    "Check",
    "Column",
    "Diff",
    "DiffItem",
    "Dissolve",
    "Document",
    "DutyRequest",
    "Edit",
    "Establish",
    "Event",
    "Fact",
    "Found",
    "Inspected",
    "Inspection",
    "Join",
    "Jurisdiction",
    "Keeper",
    "Leave",
    "Listed",
    "Meet",
    "Merge",
    "Move",
    "Moved",
    "Path",
    "Picked",
    "Posting",
    "Process",
    "Put",
    "Recorded",
    "Register",
    "Remove",
    "Rename",
    "Sign",
    "Split",
    "Step",
    "Task",
    "Upgrade",
    "Vacate",
    "View",
    "Waiver",
    "World",
    "admit",
    "chair_ties",
    "columns",
    "columns_read",
    "coordination",
    "diff",
    "duties_of",
    "facts_of",
    "imbalances",
    "inspect",
    "items_of",
    "lists_for",
    "may",
    "need_change",
    "need_edits",
    "need_place",
    "needs",
    "owners_of",
    "parts_of",
    "postings_of",
    "powers_of",
    "reads_one_of",
    "selectors",
    "versions",
]
