"""The twelve rules for other engines, each as its own documentation has one write it, where they are installed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from rules_cases import BARRED, DUTIES, FUNCTIONS, LARGE, LEVELS, REMOVED, SIX

Decide = Callable[[Mapping[str, Any]], Any]

ZEN = (
    '((target_level == "township" and duty in ["attraction", "tax"]) or (target_level == "community" and responsible '
    'and duty in ["certificate", "demolition", "enforcement"] and not emergency) or power_needed > 3) ? "forbidden" : '
    "(not (on_list or emergency or (by_committee and by_government and "
    '(target_level != "township" or function in ["party", "social", "governance", "development", "service", '
    '"stability"])) or (by_government and duty == "safety") or (by_committee and duty == "library"))) ? '
    '"not_admitted" : ((not on_list and (staff_moved < staff_needed or yuan_moved < yuan_needed or '
    'power_moved < power_needed)) or (yuan_needed > 25000 and not by_committee)) ? "conditional" : "admitted"'
)
PERMITS = (
    "on_list",
    "emergency",
    (
        "by_committee and by_government and (target_level != 'township' or function in ['party', 'social', "
        "'governance', 'development', 'service', 'stability'])"
    ),
    "by_government and duty == 'safety'",
    "by_committee and duty == 'library'",
)
FORBIDS = (
    "target_level == 'township' and duty in ['attraction', 'tax']",
    (
        "target_level == 'community' and responsible and duty in ['certificate', 'demolition', 'enforcement'] "
        "and not emergency"
    ),
    "power_needed > 3",
)
SHORT = (
    "not on_list and staff_moved < staff_needed",
    "not on_list and yuan_moved < yuan_needed",
    "not on_list and power_moved < power_needed",
    "yuan_needed > 25000 and not by_committee",
)


def row_engines() -> Iterator[tuple[str, Decide]]:
    """Yield the engines that decide one row, where they are installed."""
    try:
        import zen  # noqa: PLC0415 - only where it is installed

        expression = zen.compile_expression(ZEN)
        yield "zen-engine (one compiled expression)", expression.evaluate
    except ImportError:
        pass
    try:
        import rule_engine  # noqa: PLC0415 - as above

        sets = [[rule_engine.Rule(text) for text in texts] for texts in (FORBIDS, PERMITS, SHORT)]

        def decide(row: Mapping[str, Any]) -> str:
            forbids, permits, short = sets
            if any(rule.matches(row) for rule in forbids):
                return "forbidden"
            if not any(rule.matches(row) for rule in permits):
                return "not_admitted"
            return "conditional" if any(rule.matches(row) for rule in short) else "admitted"

        yield "rule-engine", decide
    except ImportError:
        pass
    yield from _business_rules()


def _business_rules() -> Iterator[tuple[str, Decide]]:  # noqa: C901 - the engine wants a class of small methods
    try:
        from business_rules import run_all  # noqa: PLC0415 - as above
        from business_rules.actions import BaseActions, rule_action  # noqa: PLC0415 - as above
        from business_rules.variables import (  # noqa: PLC0415 - as above
            BaseVariables,
            boolean_rule_variable,
            numeric_rule_variable,
            string_rule_variable,
        )
    except ImportError:
        return

    flags = ("responsible", "on_list", "by_committee", "by_government", "emergency")
    shortfalls = ("staff", "yuan", "power")

    def variables() -> type:
        def read(name: str) -> Callable[[Any], Any]:
            def method(self: Any) -> Any:  # noqa: ANN401 - as the engine asks
                return self.row[name]

            method.__name__ = name
            return method

        def lacking(name: str) -> Callable[[Any], Any]:
            def method(self: Any) -> Any:  # noqa: ANN401 - as above
                return self.row[f"{name}_needed"] - self.row[f"{name}_moved"]

            method.__name__ = f"{name}_short"
            return method

        members: dict[str, Any] = {"__init__": lambda self, row: setattr(self, "row", row)}
        members |= {name: boolean_rule_variable()(read(name)) for name in flags}
        members |= {name: string_rule_variable()(read(name)) for name in ("duty", "target_level", "function")}
        members |= {name: numeric_rule_variable()(read(name)) for name in ("yuan_needed", "power_needed")}
        members |= {f"{name}_short": numeric_rule_variable()(lacking(name)) for name in shortfalls}
        return type("Facts", (BaseVariables,), members)

    class Actions(BaseActions):  # type: ignore[misc] # untyped
        def __init__(self) -> None:
            self.said: set[str] = set()

        @rule_action(params={})  # type: ignore[untyped-decorator] # likewise
        def forbid(self) -> None:
            self.said.add("forbidden")

        @rule_action(params={})  # type: ignore[untyped-decorator] # likewise
        def permit(self) -> None:
            self.said.add("permitted")

        @rule_action(params={})  # type: ignore[untyped-decorator] # likewise
        def require(self) -> None:
            self.said.add("short")

    def cond(name: str, operator: str, value: Any = True) -> dict[str, Any]:  # noqa: ANN401, FBT002 - any value
        return {"name": name, "operator": operator, "value": value}

    def among(name: str, values: Sequence[str]) -> dict[str, Any]:
        return {"any": [cond(name, "equal_to", value) for value in sorted(values)]}

    def all_(*conditions: dict[str, Any]) -> dict[str, Any]:
        return {"all": list(conditions)}

    def yes(name: str) -> dict[str, Any]:
        return cond(name, "is_true")

    def no(name: str) -> dict[str, Any]:
        return cond(name, "is_false")

    level = {one: cond("target_level", "equal_to", one) for one in LEVELS}
    rules = [
        ("forbid", all_(level["township"], among("duty", tuple(REMOVED)))),
        ("forbid", all_(level["community"], yes("responsible"), among("duty", tuple(BARRED)), no("emergency"))),
        ("forbid", all_(cond("power_needed", "greater_than", 3))),
        ("permit", all_(yes("on_list"))),
        ("permit", all_(yes("emergency"))),
        (
            "permit",
            all_(
                yes("by_committee"),
                yes("by_government"),
                {"any": [level["community"], among("function", tuple(SIX))]},
            ),
        ),
        ("permit", all_(yes("by_government"), cond("duty", "equal_to", "safety"))),
        ("permit", all_(yes("by_committee"), cond("duty", "equal_to", "library"))),
        *(("require", all_(no("on_list"), cond(f"{name}_short", "greater_than", 0))) for name in shortfalls),
        ("require", all_(cond("yuan_needed", "greater_than", LARGE), no("by_committee"))),
    ]
    listed = [{"conditions": conditions, "actions": [{"name": name, "params": {}}]} for name, conditions in rules]
    facts = variables()

    def decide(row: Mapping[str, Any]) -> str:
        actions = Actions()
        run_all(rule_list=listed, defined_variables=facts(row), defined_actions=actions)
        if "forbidden" in actions.said:
            return "forbidden"
        if "permitted" not in actions.said:
            return "not_admitted"
        return "conditional" if "short" in actions.said else "admitted"

    yield "business-rules", decide


def openfisca(rows: Sequence[Mapping[str, Any]]) -> Callable[[], Any] | None:  # noqa: C901 - as above, of formulas
    """Give a function that decides all rows by OpenFisca, codes as numbers; ``None`` where it is not installed."""
    try:
        import numpy as np  # noqa: PLC0415 - only where it is installed
        from openfisca_core.entities import Entity  # noqa: PLC0415 - as above
        from openfisca_core.periods import MONTH  # noqa: PLC0415 - as above
        from openfisca_core.simulations import SimulationBuilder  # noqa: PLC0415 - as above
        from openfisca_core.taxbenefitsystems import TaxBenefitSystem  # noqa: PLC0415 - as above
        from openfisca_core.variables import Variable  # noqa: PLC0415 - as above
    except ImportError:
        return None

    person = Entity("request", "requests", "a request", "")
    period = "2018-07"
    codes = {"duty": DUTIES, "target_level": LEVELS, "function": FUNCTIONS}

    def variable(name: str, kind: type, formula: Any = None) -> type:  # noqa: ANN401 - as the engine asks
        members = {"value_type": kind, "entity": person, "definition_period": MONTH, "label": name}
        if formula is not None:
            members["formula"] = formula
        return type(name, (Variable,), members)

    def numbers(name: str, values: Sequence[str]) -> list[int]:
        return [codes[name].index(value) for value in values]

    def forbidden(r: Any, p: Any) -> Any:  # noqa: ANN401 - as above
        township = r("target_level", p) == LEVELS.index("township")
        return (
            (township * np.isin(r("duty", p), numbers("duty", tuple(REMOVED))))
            + (
                ~township
                * r("responsible", p)
                * np.isin(r("duty", p), numbers("duty", tuple(BARRED)))
                * ~r("emergency", p)
            )
            + (r("power_needed", p) > 3)  # noqa: PLR2004 - a figure of the rule
        )

    def permitted(r: Any, p: Any) -> Any:  # noqa: ANN401 - as above
        township = r("target_level", p) == LEVELS.index("township")
        six = np.isin(r("function", p), numbers("function", tuple(SIX)))
        return (
            r("on_list", p)
            + r("emergency", p)
            + r("by_committee", p) * r("by_government", p) * (~township + six)
            + r("by_government", p) * (r("duty", p) == DUTIES.index("safety"))
            + r("by_committee", p) * (r("duty", p) == DUTIES.index("library"))
        )

    def short(r: Any, p: Any) -> Any:  # noqa: ANN401 - as above
        lacking = [r(f"{name}_moved", p) < r(f"{name}_needed", p) for name in ("staff", "yuan", "power")]
        large = (r("yuan_needed", p) > LARGE) * ~r("by_committee", p)
        return ~r("on_list", p) * (lacking[0] + lacking[1] + lacking[2]) + large

    columns = {
        name: np.array([codes[name].index(row[name]) if name in codes else row[name] for row in rows])
        for name in rows[0]
    }

    def run() -> Any:  # noqa: ANN401 - as above
        system = TaxBenefitSystem([person])
        for name, column in columns.items():
            system.add_variable(variable(name, bool if column.dtype == bool else int))
        for formula in (forbidden, permitted, short):
            system.add_variable(variable(formula.__name__, bool, formula))
        simulation = SimulationBuilder().build_default_simulation(system, count=len(rows))
        for name, column in columns.items():
            simulation.set_input(name, period, column)
        f, p, s = (simulation.calculate(name, period) for name in ("forbidden", "permitted", "short"))
        return {"forbidden": f, "not_admitted": ~f & ~p, "conditional": ~f & p & s, "admitted": ~f & p & ~s}

    return run
