"""Who counts as an in-service member 在职党员, and what as red property service 红色物业: decisions of several cities.

Each city has them as packs of its own, since a request asks for facts that no other request has; the code of the rule
is that of the city.
"""

from __future__ import annotations

from pbgov.base import Basis, Text
from pbgov.packs._institution import Institution
from pbgov.packs._making import assumed, figure
from pbgov.packs._steps import asked
from pbgov.rules import Effect, FieldTerm, Operand, Parameter, Rule, RulePack, lift, param


def permission(  # noqa: PLR0917 - the columns of a table of permissions
    city: str,
    name: str,
    code: str,
    item: str,
    title: Text,
    text: Text,
    basis: Basis,
    when: Operand,
    fields: tuple[FieldTerm, ...],
    *figures: Parameter,
) -> Institution:
    """Make a decision of one rule, which permits; what it does not permit is not admitted.

    Args:
        city: The identifier of the city, with which that of the decision's pack begins.
        name: What the decision is called in data.
        code: The code of the rule.
        item: The catalogue item.
        title: What a person calls the decision.
        text: The rule in words.
        basis: Where it was read.
        when: Its condition.
        fields: The facts it asks for.
        figures: The figures it rests on.
    """
    rule = Rule(id=code, effect=Effect.PERMIT, item=item, text=text, basis=basis, when=lift(when))
    pack = RulePack(
        id=f"{city}-{name}",
        title=title,
        rules=(rule,),
        parameters=figures,
        fields=tuple(one.field for one in fields),
    )
    return Institution(code=name, title=title, items=(item,), value=pack, basis=basis)


def in_service_member(city: str, code: str, basis: Basis) -> Institution:
    """Decide who is an in-service member: one employed by a unit that has a Party organisation."""
    employment, organised = asked("employment_status", "code"), asked("unit_organised", "bool")
    return permission(
        city,
        "in_service_member",
        code,
        "C-6.37",
        Text(zh="在职党员的认定", en="who counts as an in-service member"),
        Text(
            zh="在设有党组织的单位在职的党员为在职党员",
            en="a member is in service who is employed by a unit that has a Party organisation",
        ),
        basis,
        (employment == "employed") & organised,
        (employment, organised),
    )


def red_property(city: str, code: str, basis: Basis) -> Institution:
    """Decide what is red property service: a Party organisation, a joint-building link, and satisfied residents."""
    organised, linked = asked("organised", "bool"), asked("linked", "bool")
    satisfied = asked("satisfaction", "int")
    return permission(
        city,
        "red_property",
        code,
        "C-9.18",
        Text(zh="“红色物业”的认定", en="what counts as red property service"),
        Text(
            zh="有党组织或党建指导员、与社区联建且居民满意的物业企业为“红色物业”",
            en="a property enterprise is red that has a Party organisation or an instructor, is joined to the "
            "community, and satisfies the residents",
        ),
        basis,
        organised & linked & (satisfied >= param("satisfaction.least")),
        (organised, linked, satisfied),
        figure(
            "satisfaction.least",
            80,
            assumed(
                "原文只说“居民满意”或未述，未给出满意度",
                "the texts ask for satisfied residents at most, and give no rate",
            ),
            Text(zh="%", en="per cent"),
        ),
    )
