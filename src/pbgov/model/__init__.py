"""The record: one place, its tables joined by identifier, and how it is read.

A ``Jurisdiction`` holds what is on record of a place. ``View`` reads it on one day: it follows selectors along
the columns that tie tables together and measures what they pick. ``admit`` gathers the facts of a request from
the record and has a pack decide it.
"""

from pbgov.model._jurisdiction import REFERENCES, TABLES, Jurisdiction, World, columns
from pbgov.model._postings import imbalances, postings_of
from pbgov.model._records import Document, Event, Fact, Posting, Recorded, Waiver
from pbgov.model._requests import Approval, DutyRequest, admit, facts_of
from pbgov.model._view import Found, Picked, View, needs

__all__ = [
    "REFERENCES",
    "TABLES",
    "Approval",
    "Document",
    "DutyRequest",
    "Event",
    "Fact",
    "Found",
    "Jurisdiction",
    "Picked",
    "Posting",
    "Recorded",
    "View",
    "Waiver",
    "World",
    "admit",
    "columns",
    "facts_of",
    "imbalances",
    "needs",
    "postings_of",
]
