"""A ground that was not read comes through the boundary, and a wrong one is told of with every way out."""

from datetime import date
from typing import Any

import pytest

import pbgov
from pbgov.base import LANGS, Reference
from pbgov.boundary import pack_to_document, parse_pack
from pbgov.packs import NATIONAL

ON = date(2018, 7, 1)
BARE = {
    "id": "a",
    "profile": {"id": "p", "levels": [{"code": "city", "label": {"zh": "市", "en": "city"}}]},
    "units": [{"id": "u", "kind": "prefecture", "level": "city"}],
}


def stated(basis: dict[str, Any]) -> dict[str, Any]:
    return BARE | {"facts": [{"id": "f", "about": "u", "amount": 3, "unit": "residents", "basis": basis}]}


@pytest.mark.parametrize("article", [None, "第三条"])
def test_an_attribution_is_read_and_written_alike(article: str | None) -> None:
    basis = Reference(title="某法", issuer="某机关").attributed("secondary", article)
    given: dict[str, Any] = {"attributed_to": basis.document, "standing": "secondary"}
    given |= {"article": article} if article else {}
    place = pbgov.parse(stated(given))
    assert place.facts["f"].basis == basis
    assert pbgov.parse(pbgov.to_document(place)) == place


def test_the_national_base_with_its_attributions_survives_exchange() -> None:
    assert parse_pack(pack_to_document(NATIONAL)) == NATIONAL


def test_a_wrong_ground_is_told_of_with_every_form_there_is() -> None:
    [finding] = pbgov.validate(stated({"attributed_to": "某法", "standing": "sure"}), on=ON).findings
    assert finding.code == "PBB02"
    assert all('"attributed_to"' in finding.message(lang) and '"attributed_to"' in finding.fix(lang) for lang in LANGS)
