"""The record: one place, its tables joined by identifier, and how it is read.

A ``Jurisdiction`` holds what is on record of a place. ``View`` reads it on one day: it follows selectors along
the columns that tie tables together and measures what they pick. ``admit`` gathers the facts of a request from
the record and has a pack decide it.
"""

from pbgov.model._admission import Register, Task
from pbgov.model._chairs import chair_ties
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
from pbgov.model._edits import Edit
from pbgov.model._inspection import Check, Inspected, Inspection, inspect
from pbgov.model._jurisdiction import COLUMNS, REFERENCES, TABLES, Jurisdiction, World, columns
from pbgov.model._postings import imbalances, postings_of
from pbgov.model._processes import Process
from pbgov.model._records import Document, Event, Fact, Posting, Recorded, Waiver
from pbgov.model._requests import Approval, DutyRequest, admit, facts_of
from pbgov.model._view import Found, Picked, View, needs

__all__ = [
    "COLUMNS",
    "REFERENCES",
    "TABLES",
    "Approval",
    "Check",
    "Document",
    "DutyRequest",
    "Edit",
    "Event",
    "Fact",
    "Found",
    "Inspected",
    "Inspection",
    "Jurisdiction",
    "Listed",
    "Picked",
    "Posting",
    "Process",
    "Recorded",
    "Register",
    "Task",
    "View",
    "Waiver",
    "World",
    "admit",
    "chair_ties",
    "columns",
    "coordination",
    "duties_of",
    "facts_of",
    "imbalances",
    "inspect",
    "items_of",
    "lists_for",
    "may",
    "needs",
    "owners_of",
    "postings_of",
    "powers_of",
    "versions",
]
