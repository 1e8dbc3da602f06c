"""The page of the five cities: what each report says, which norm holds it, and of what it says too little."""

import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))

from cities import CITIES
from cities.city import City, Target

from docs import codes
from docs.tables import page, table
from pbgov.packs import INSTITUTIONS


def text() -> str:
    """Write the page."""
    counted = [
        (city.heading.zh, city.heading.en, len(city.pack.norms), len(INSTITUTIONS[city.id]), len(city.targets))
        for city in CITIES
    ]
    return page(
        "Five cities 五座城市",
        "Five public reports, each as a record that is built, judged and asked in `examples/cities`. A *reported* "
        "world holds what the text says on its day; units that it only counts are made up and marked. It is never "
        "mixed with the *registered* world, the divisions of 2023, from which it differs in ways the tests state. "
        "Every fact below is given back by a query or a measure. Taking it away or changing it turns an answer and, "
        "where a code stands beside it, a verdict of that norm.",
        "五份公开报道，各为一份记录，在`examples/cities`中构建、评判并逐项查询。"
        "“据报道”的世界只载报道当日所述；报道只给出数目的单位为虚构并注明，"
        "与2023年区划登记的世界从不混用，两者的已知差异由测试写明。"
        "下列每一事实都由查询或度量给回；去掉或改动任何一项，答案就会改变，"
        "旁边注有代码的，该规范的判定也随之改变。",
        table(("城市", "city", "norms 规范", "institutions 制度", "facts 事实"), counted),
        *(part for city in CITIES for part in section(city)),
    )


def section(city: City) -> Iterable[str]:
    """One city: its facts, and what its report leaves open."""
    yield f"## {city.heading.zh} {city.heading.en}"
    yield table(("事实", "fact", "norm 规范"), [(one.what.zh, one.what.en, holder(one)) for one in city.targets])
    silent = sorted(city.unknown)
    if city.warnings:
        warned = ", ".join(map(codes.linked, sorted(city.warnings), ["codes/"] * len(city.warnings)))
        yield f"Breached and only a warning 违反而仅作警告: {warned}."
    if silent:
        yield f"### What the report does not say 报道未述 ({len(silent)})"
        norms = {norm.code: norm.text for norm in city.pack.norms}
        yield table(
            ("norm 规范", "中文", "English"),
            [(codes.linked(code, "codes/"), norms[code].zh, norms[code].en) for code in silent],
        )


def holder(target: Target) -> str:
    """Name the norm that turns with a fact."""
    return codes.linked(target.code, "codes/") if target.code else ""
