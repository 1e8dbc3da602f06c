"""Every code that a finding may carry has an example that meets it, one that does not, and a page that shows both."""

import pytest

import pbgov
from docs import codes
from pbgov.base import Finding, Verdict
from pbgov.base._sentences import SENTENCES
from tests.catalogue.codes import BOUNDARY, NORMS, RULES, STRUCTURE, Given
from tests.catalogue.test_catalogue import turned
from tests.catalogue.worlds import ON, SINCE, Judged, Ruled

PAGES = codes.pages()


@pytest.mark.parametrize("case", STRUCTURE, ids=[case.code for case in STRUCTURE])
def test_a_structural_code(case: Judged) -> None:
    assert pbgov.validate(case.accepting, on=ON, since=SINCE).findings == ()
    assert [finding.code for finding in pbgov.validate(case.violating, on=ON, since=SINCE).findings] == [case.code]


@pytest.mark.parametrize("case", NORMS, ids=[case.code for case in NORMS])
def test_a_norm_that_the_catalogue_does_not_reach(case: Judged) -> None:
    accepted = pbgov.validate(case.accepting, pack=case.pack, on=case.on, since=SINCE)
    violated = pbgov.validate(case.violating, pack=case.pack, on=case.on, since=SINCE)
    assert accepted.breached == ()
    assert accepted.count(case.code, Verdict.MET) > 0
    assert {finding.code for finding in violated.breached} == {case.code}


@pytest.mark.parametrize("case", RULES, ids=[case.code for case in RULES])
def test_a_rule_that_the_catalogue_does_not_reach(case: Ruled) -> None:
    rules = case.pack.at(ON)
    turned(rules.decide(case.accepting), rules.decide(case.violating), case.code, case.outcome)


@pytest.mark.parametrize("example", BOUNDARY, ids=[example.code for example in BOUNDARY])
def test_a_code_of_the_boundary(example: Given) -> None:
    assert example.read(example.accepting) == ()
    assert [finding.code for finding in example.read(example.violating)] == [example.code]


@pytest.mark.parametrize(("prefix", "examples"), [("structure.PBS", STRUCTURE), ("boundary.PBB", BOUNDARY)])
def test_every_code_that_has_a_sentence_has_an_example(prefix: str, examples: tuple[Judged | Given, ...]) -> None:
    room = prefix.partition(".")[0]
    worded = {key.removeprefix(f"{room}.") for key in SENTENCES if key.startswith(prefix) and not key.endswith(".fix")}
    assert {example.code for example in examples} == worded


def test_a_finding_names_its_page() -> None:
    named = {f"{Finding(code=code, subject='', key='').page}.md" for code in codes.known()}
    assert named == PAGES.keys() - {"reference/codes/index.md"}


def test_the_index_links_every_page() -> None:
    index = PAGES["reference/codes/index.md"]
    assert all(f"]({code}.md)" in index for code in codes.known())


def test_a_page_says_what_why_and_shows_both_examples() -> None:
    text = PAGES["reference/codes/JX207.md"]
    for part in (
        "市级联席会议原则上每半年召开一次",
        "the city meeting in principle meets once each half-year",
        "「聯席會議原則上每半年召開一次」",
        "## Met 符合 (C-2.07)",
        "## Breached 违反 (C-2.07)",
        '"kind": "regular_meeting"',
    ):
        assert part in text


def test_every_norm_and_rule_has_an_example() -> None:
    assert codes.unseen(codes.known()) == []
    assert not any("尚无例子" in text for text in PAGES.values())
