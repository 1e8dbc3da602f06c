"""The boundary: the one door for outside data, and the only room that knows pydantic.

A document is a mapping or JSON text with the tables of a place, each a list of rows or an object of rows by
identifier. ``validate`` gives a report of everything that is wrong with it, ``parse`` a sound place.
"""

from pbgov.boundary._validate import json_schema, parse, validate
from pbgov.boundary._write import to_document

__all__ = ["json_schema", "parse", "to_document", "validate"]
