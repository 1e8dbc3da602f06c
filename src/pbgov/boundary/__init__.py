"""The boundary: the one door for outside data, and the only room that knows pydantic.

A document is a mapping or JSON text with the tables of a place, each a list of rows, an object of rows by identifier,
or an object of columns. ``validate`` gives a report of everything that is wrong with it, ``parse`` a sound place.

A document of an older version is brought to the present one by ``upgrade``. Outlines of buildings come in as GeoJSON,
by ``neighbourhood_from_geojson``, and go out by ``to_geojson``; the roads, rivers and walls between
them come in by ``barriers_from_geojson``.

Packs and overlays go out and come in by the same door: ``pack_to_document`` writes one, ``parse_pack`` reads it back.
"""

from pbgov.boundary._barriers import BarriersFromGeoJSON, barriers_from_geojson
from pbgov.boundary._geojson import FromGeoJSON, neighbourhood_from_geojson, to_geojson
from pbgov.boundary._packs import (
    overlay_schema,
    overlay_to_document,
    pack_schema,
    pack_to_document,
    parse_overlay,
    parse_pack,
)
from pbgov.boundary._validate import json_schema, parse, validate
from pbgov.boundary._versions import Upgraded, upgrade
from pbgov.boundary._write import to_document

__all__ = [
    "BarriersFromGeoJSON",
    "FromGeoJSON",
    "Upgraded",
    "barriers_from_geojson",
    "json_schema",
    "neighbourhood_from_geojson",
    "overlay_schema",
    "overlay_to_document",
    "pack_schema",
    "pack_to_document",
    "parse",
    "parse_overlay",
    "parse_pack",
    "to_document",
    "to_geojson",
    "upgrade",
    "validate",
]
