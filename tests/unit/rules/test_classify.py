from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pbgov.base import Assumption, Band, Reference, Text
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules import (
    Category,
    Classification,
    Dated,
    Field,
    FieldTerm,
    Figure,
    Parameter,
    Placing,
    RulePack,
    field,
    param,
)

SOURCE = Reference(title="案例", issuer="测试").quote("五个类别")
WHY = Assumption(Text(zh="原文未给次序", en="the text gives no order"))
INFIRM, MOBILE = (
    field(name, "bool", Text(zh=zh, en=en))
    for name, zh, en in (("infirm", "老弱病残", "infirm"), ("mobile", "流动", "mobile"))
)
AGE = field("age", "int", Text(zh="年龄", en="age"))


def scheme(**changes: Any) -> Classification:
    given: dict[str, Any] = {
        "id": "members",
        "text": Text(zh="党员类别", en="category of a member"),
        "fields": (INFIRM.field, MOBILE.field),
        "categories": (Category("elderly_infirm_member", INFIRM, SOURCE), Category("mobile_member", MOBILE, SOURCE)),
        "default": "no_post_member",
        "basis": WHY,
    }
    return Classification(**(given | changes))


@pytest.mark.parametrize(
    ("facts", "category", "others"),
    [
        ({"infirm": True, "mobile": True}, "elderly_infirm_member", ("mobile_member",)),
        ({"infirm": True, "mobile": False}, "elderly_infirm_member", ()),
        ({"infirm": True}, "elderly_infirm_member", ()),  # what is lower cannot change it
        ({"infirm": False, "mobile": True}, "mobile_member", ()),
        ({"infirm": False, "mobile": False}, "no_post_member", ()),
    ],
)
def test_the_highest_category_counts(facts: Any, category: str, others: tuple[str, ...]) -> None:
    found = scheme().classify(facts)
    assert (found.placing, found.category, found.others) == (Placing.CLASSIFIED, category, others)
    assert (found.possible, found.missing) == ((), ())


@pytest.mark.parametrize(
    ("facts", "possible", "missing"),
    [
        ({"mobile": True}, ("elderly_infirm_member", "mobile_member"), ("infirm",)),
        ({"infirm": None, "mobile": False}, ("elderly_infirm_member", "no_post_member"), ("infirm",)),
        ({"infirm": False}, ("mobile_member", "no_post_member"), ("mobile",)),
        ({}, ("elderly_infirm_member", "mobile_member", "no_post_member"), ("infirm", "mobile")),
    ],
)
def test_an_open_category_above_leaves_it_undecided(facts: Any, possible: Any, missing: Any) -> None:
    found = scheme().classify(facts)
    assert (found.placing, found.category, found.others) == (Placing.UNDECIDED, None, ())
    assert (found.possible, found.missing) == (possible, missing)


def test_what_meets_nothing_and_has_no_default_is_without_a_category() -> None:
    bare = scheme(default=None)
    found = bare.classify({"infirm": False, "mobile": False})
    assert (found.placing, found.category) == (Placing.UNCLASSIFIED, None)
    assert bare.classify({"infirm": False}).possible == ("mobile_member", None)
    assert found.explain() == "category of a member: no category"
    assert found.explain("zh") == "党员类别：不属于任何类别"


def test_what_is_met_too_below_an_open_category_is_told() -> None:
    three = scheme(
        fields=(INFIRM.field, MOBILE.field, AGE.field),
        categories=(*scheme().categories, Category("in_service_member", AGE < 60, SOURCE)),
    )
    found = three.classify({"mobile": True, "age": 59})
    assert found.possible == ("elderly_infirm_member", "mobile_member")
    assert found.others == ("in_service_member",)


def test_a_category_is_explained_with_its_source_and_the_order() -> None:
    lines = scheme().classify({"infirm": True, "mobile": True}).explain().splitlines()
    assert lines == [
        "category of a member: elderly or infirm member",
        "by: elderly or infirm member, 「五个类别」 案例(测试)",
        "met too, lower in order: mobile Party member, 「五个类别」 案例(测试)",
        (
            "order: elderly or infirm member > mobile Party member > member without a post "
            "(assumption: the text gives no order)"
        ),
    ]
    assert scheme().classify({"infirm": False, "mobile": False}).explain("zh").splitlines() == [
        "党员类别：属于“无职党员”",
        "其余归入：无职党员",
    ]


def test_what_is_open_is_explained_with_what_is_missing() -> None:
    assert scheme().classify({"mobile": False}).explain("zh").splitlines() == [
        "党员类别：尚不能确定",
        "可能属于：老弱病残党员，「五个类别」案例(测试)",
        "其余归入：无职党员",
        "次序：老弱病残党员 > 流动党员 > 无职党员（假设：原文未给次序）",
        "缺少事实：老弱病残；请补充后再议",
    ]


def aged(figure: Figure | None) -> Any:
    """Figures of a pack with one figure for the age, or none in force yet."""
    dated = Dated(value=85 if figure is None else figure, basis=WHY, start=date(2020, 1, 1))
    parameter = Parameter(id="elderly.age", unit=Text(zh="岁", en="years"), values=(dated,))
    pack = RulePack(id="p", title=Text(zh="包", en="pack"), parameters=(parameter,))
    return pack.at(date(2019, 1, 1) if figure is None else date(2020, 1, 1)).figure


ELDERLY = scheme(
    fields=(AGE.field,), categories=(Category("elderly_resident", param("elderly.age") <= AGE, SOURCE),), default=None
)


@pytest.mark.parametrize(("age", "category"), [(84, None), (85, "elderly_resident"), (86, "elderly_resident")])
def test_a_condition_may_rest_on_a_dated_figure(age: int, category: str | None) -> None:
    assert ELDERLY.classify({"age": age}, figures=aged(85)).category == category
    assert ELDERLY.batch([{"age": age}], figures=aged(85))[0].category == category


@pytest.mark.parametrize("figure", [None, Band(80, 85)])
def test_a_figure_that_is_not_there_leaves_the_class_open(figure: Figure | None) -> None:
    found = ELDERLY.classify({"age": 99}, figures=aged(figure))
    assert (found.placing, found.missing) == (Placing.UNDECIDED, ("elderly.age",))
    assert ELDERLY.classify({}, figures=aged(figure)).missing == ("age", "elderly.age")


def test_a_figure_that_nobody_gives_is_misuse() -> None:
    with pytest.raises(UnknownIdError, match=r"names parameter elderly.age .*figures=pack.at\(on\).figure") as caught:
        ELDERLY.classify({"age": 85})
    assert caught.value.culprits == ("elderly.age",)


def test_a_fact_is_declared_and_of_its_kind() -> None:
    with pytest.raises(UnknownIdError, match=r"members has no field moble; .*分类members没有字段moble") as caught:
        scheme().classify({"moble": True})
    assert caught.value.culprits == ("moble",)
    with pytest.raises(InvalidValueError, match=r"fact mobile is True or False, not 1") as caught_:
        scheme().classify({"mobile": 1})
    assert caught_.value.culprits == ("mobile", 1)


def test_one_wrong_row_is_misuse_in_a_batch_too() -> None:
    with pytest.raises(UnknownIdError):
        scheme().batch([{"mobile": True}, {"age": 3}])


def test_a_batch_keeps_the_order_of_its_rows() -> None:
    rows = [{"infirm": n % 2 == 0, "mobile": True} for n in range(100)]
    assert [found.category for found in scheme().batch(rows)] == ["elderly_infirm_member", "mobile_member"] * 50
    assert scheme().batch([]) == ()


@pytest.mark.parametrize(
    ("changes", "culprits"),
    [
        ({"categories": (Category("a", INFIRM, SOURCE), Category("a", MOBILE, SOURCE))}, ("a",)),
        ({"default": "mobile_member"}, ("mobile_member",)),
        ({"fields": (INFIRM.field, MOBILE.field, MOBILE.field)}, ("field mobile",)),
        ({"categories": ()}, ("members",)),
    ],
)
def test_categories_and_fields_are_named_once(changes: dict[str, Any], culprits: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        scheme(**changes)
    assert caught.value.culprits == culprits


def test_a_classification_has_a_category() -> None:
    with pytest.raises(InvalidValueError, match=r"members has no category; .* / 分类members没有任何类别"):
        scheme(categories=())


def test_a_condition_asks_only_for_what_is_declared() -> None:
    with pytest.raises(UnknownIdError, match=r"has no field mobile; declare it in fields") as caught:
        scheme(fields=(INFIRM.field,))
    assert caught.value.culprits == ("mobile", "mobile_member")


@pytest.mark.parametrize("code", ["", "two words"])
def test_a_code_is_an_identifier(code: str) -> None:
    with pytest.raises(InvalidValueError, match=r"code is no identifier"):
        Category(code, INFIRM, SOURCE)
    with pytest.raises(InvalidValueError, match=r"default is no identifier"):
        scheme(default=code)


def test_codes_stand_in_their_order_and_the_default_last() -> None:
    assert scheme().codes() == ("elderly_infirm_member", "mobile_member", "no_post_member")
    assert scheme(default=None).codes() == ("elderly_infirm_member", "mobile_member")
    assert scheme().order("zh") == "老弱病残党员 > 流动党员 > 无职党员"


def test_a_field_without_a_label_of_its_own_is_asked_for_by_its_label() -> None:
    age = Field(name="age", kind="int", label=Text(zh="年龄", en="age in years"))
    elderly = scheme(fields=(age,), categories=(Category("old", FieldTerm(age) > 3, SOURCE),))
    assert elderly.classify({}).explain().endswith("missing: age in years; supply it and ask again")


def test_any_sequence_of_fields_and_categories_will_do() -> None:
    assert hash(scheme(fields=list(scheme().fields), categories=list(scheme().categories))) == hash(scheme())
