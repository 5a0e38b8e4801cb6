"""The same rules in OpenFisca: variables generated from our tree of conditions, to compare answers and times.

OpenFisca knows no third value. ``ThreeValued`` emulates it as it can be done there: numbers 0, 1, 2 (no, not established, yes) with
minimum and maximum; a day is two numbers, its earliest and its latest possible ordinal. ``TwoValued`` is its own idiom: true and false.
What moves days by months or past holidays is left out, with everything that uses it.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import reduce
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from augenmass.law import nodes as n
from augenmass.law.calendar import FIRST, LAST
from augenmass.law.catalogue import Catalogue
from augenmass.law.columns import Columns
from augenmass.law.compiling import condition_of, parts_of, targets_of
from augenmass.law.day_column import DayColumn
from augenmass.law.facts import Held
from augenmass.law.values import YES
from augenmass.law.vocabulary.declaration import Kind

PERIOD = "2026-01-01"
"""A day; the day that the question is asked for is a number, as facts are."""
PERSON = build_entity("person", "persons", "Person", is_person=True)
Formula = Callable[[Any, Any], Any]


def rules_in_common(catalogue: Catalogue, *, unverified: bool = True) -> list[str]:
    """Return the ids of everything that both can compute, each after what it uses."""
    targets = targets_of(catalogue)
    known: dict[str, bool] = {}
    ordered: list[str] = []

    def can(name: str) -> bool:
        if name not in known:
            known[name] = fits(condition_of(targets[name]))
            if known[name]:
                ordered.append(name)
        return known[name]

    def fits(node: n.Condition) -> bool:
        match node:
            case n.Use(id=name):
                return can(name)
            case n.Compared(left=left, right=right):
                return _day_fits(left) and _day_fits(right)
            case n.Unverified() if not unverified:
                return False
        return all(fits(part) for part in parts_of(node))

    for name in targets:
        can(name)
    return ordered


def _day_fits(node: n.DayExpression) -> bool:
    match node:
        case n.Shifted(base=base, period=period):
            return period.unit in ("days", "weeks") and _day_fits(base)
        case n.Deadline():
            return False
        case n.Earlier(left=left, right=right) | n.Later(left=left, right=right):
            return _day_fits(left) and _day_fits(right)
    return True


class ThreeValued:
    """A tax and benefit system with a variable per fact (two per day) and per rule."""

    def __init__(
        self, catalogue: Catalogue, rules: list[str], on: date, categories: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.on = on.toordinal()
        self.categories = categories
        self.vocabulary = catalogue.vocabulary
        self.system = TaxBenefitSystem([PERSON])
        self.variable = {rule: f"rule_{number}" for number, rule in enumerate(rules)}
        self.inputs: dict[str, None] = {}
        targets = targets_of(catalogue)
        self.formulas = {rule: self.condition(condition_of(targets[rule])) for rule in rules}
        for name in self.inputs:
            self._declare_inputs(name)
        for rule in rules:
            self._declare(self.variable[rule], self.value_type, self.default, formula=_formula(self.formulas[rule]))

    value_type: type = int
    default: Any = 1

    def _declare(self, name: str, value_type: type, default: Any, **more: Any) -> None:
        fields = {"value_type": value_type, "entity": PERSON, "definition_period": DateUnit.DAY, "label": name}
        self.system.add_variable(type(name, (Variable,), {**fields, "default_value": default, **more}))

    def _declare_inputs(self, name: str) -> None:
        match self.vocabulary[name].kind:
            case Kind.YES_NO:
                self._declare(name, self.value_type, self.default)
            case Kind.DAY:
                self._declare(f"{name}_low", int, FIRST)
                self._declare(f"{name}_high", int, LAST)
            case Kind.NUMBER:
                self._declare(name, float, float("nan"))
            case Kind.CHOICE | Kind.TEXT:
                self._declare(name, int, -1)

    # ---------------------------------------------------------------------------------------------------------- conditions

    def condition(self, node: n.Condition) -> Formula:
        """Return the formula of a node."""
        parts = [self.condition(part) for part in parts_of(node)]
        match node:
            case n.AllOf():
                return lambda person, period: reduce(np.minimum, [part(person, period) for part in parts])
            case n.AnyOf():
                return lambda person, period: reduce(np.maximum, [part(person, period) for part in parts])
            case n.NoneOf():
                return lambda person, period: 2 - reduce(np.maximum, [part(person, period) for part in parts])
            case n.Not():
                return lambda person, period: 2 - parts[0](person, period)
            case n.AtLeast(count=count):
                return lambda person, period: np.sort(np.stack([part(person, period) for part in parts]), 0)[-count]
            case n.Presumed():
                return lambda person, period: np.where(parts[1](person, period) == 2, 0, parts[0](person, period))
            case n.Excepted():
                return lambda person, period: np.minimum(parts[0](person, period), 2 - parts[1](person, period))
            case n.Unverified():
                return lambda person, period: np.minimum(parts[0](person, period), 1)
            case n.Use(id=name):
                variable = self.variable[name]
                return lambda person, period: person(variable, period)
        return self.leaf(node)

    def leaf(self, node: Any) -> Formula:
        """Return the formula of a node that reads facts."""
        if isinstance(node, n.Compared):
            return self.compared(node)
        name = node.name
        self.inputs.setdefault(name)
        match node:
            case n.Fact() | n.Assessment():
                return lambda person, period: person(name, period)
            case n.Established():
                return self.established(name)
            case n.OneOf():
                wanted = self.codes(node)

                def one_of(person: Any, period: Any) -> Any:
                    code = person(name, period)
                    return np.where(code < 0, 1, 2 * np.isin(code, wanted))

                return one_of
            case n.Threshold(at_least=at_least, value=bound):

                def threshold(person: Any, period: Any) -> Any:
                    value = person(name, period)
                    return np.where(np.isnan(value), 1, 2 * ((value >= bound) == at_least))

                return threshold
        raise TypeError(node)

    def established(self, name: str) -> Formula:
        """Return the formula of whether anything is known of a fact."""
        match self.vocabulary[name].kind:
            case Kind.YES_NO:
                return lambda person, period: np.where(person(name, period) != 1, 2, 0)
            case Kind.DAY:
                return lambda person, period: np.where(
                    (person(f"{name}_low", period) > FIRST) | (person(f"{name}_high", period) < LAST), 2, 0
                )
            case Kind.NUMBER:
                return lambda person, period: np.where(np.isnan(person(name, period)), 0, 2)
        return lambda person, period: np.where(person(name, period) >= 0, 2, 0)

    def codes(self, node: n.OneOf) -> list[int]:
        """Return the codes of the values that a choice is asked for."""
        return [code for code, category in enumerate(self.categories.get(node.name, ())) if category in node.keys]

    def compared(self, node: n.Compared) -> Formula:
        """Return the formula of a comparison."""
        left, right = self.day(node.left), self.day(node.right)
        if node.relation in ("after", "not_before"):
            left, right = right, left
        equal = int(node.relation in ("not_after", "not_before"))

        def formula(person: Any, period: Any) -> Any:
            (low, high), (earliest, latest) = left(person, period), right(person, period)
            both = np.less(high, earliest + equal) + np.less(low, latest + equal).astype(int)
            return np.broadcast_to(both, person.count)

        return formula

    def day(self, node: n.DayExpression) -> Formula:
        """Return a formula that gives the two ends of a day."""
        match node:
            case n.Today():
                return lambda _person, _period: (self.on, self.on)
            case n.FixedDay(value=value):
                fixed = value.toordinal()
                return lambda _person, _period: (fixed, fixed)
            case n.DayFact(name=name):
                self.inputs.setdefault(name)
                return lambda person, period: (person(f"{name}_low", period), person(f"{name}_high", period))
            case n.Shifted(base=base, period=by):
                count = by.count * (7 if by.unit == "weeks" else 1)
                inner = self.day(base)
                return lambda person, period: [
                    np.minimum(np.maximum(end + count, FIRST), LAST) for end in inner(person, period)
                ]
            case n.Earlier(left=left, right=right) | n.Later(left=left, right=right):
                choose = np.minimum if isinstance(node, n.Earlier) else np.maximum
                one, other = self.day(left), self.day(right)
                return lambda person, period: [
                    choose(a, b) for a, b in zip(one(person, period), other(person, period), strict=True)
                ]
        raise TypeError(node)

    # -------------------------------------------------------------------------------------------------------------- running

    def simulation(self, columns: Columns, values: Mapping[str, Any]) -> Simulation:
        """Return a simulation of many cases with its inputs set."""
        simulation = SimulationBuilder().build_default_simulation(self.system, columns.size)
        for name, array in values.items():
            simulation.set_input(name, PERIOD, array)
        return simulation

    def values(self, columns: Columns) -> dict[str, Any]:
        """Return the inputs as arrays, in the form that OpenFisca keeps them in."""
        found: dict[str, Any] = {}
        for name in self.inputs:
            if name in columns.truths:
                found[name] = self.truth(columns.truth(name))
            elif name in columns.days:
                found[f"{name}_low"], found[f"{name}_high"] = columns.days[name].ends()
            elif name in columns.numbers:
                found[name] = columns.numbers[name].astype(np.float32)
            elif name in columns.choices:
                found[name] = columns.choices[name][0]
        return found

    def truth(self, column: Any) -> Any:
        """Return yes, no and not established as it keeps them."""
        return np.where(column == YES, 2, column).astype(np.int32)

    def answers(self, simulation: Simulation) -> dict[str, Any]:
        """Compute all rules."""
        return {rule: simulation.calculate(variable, PERIOD) for rule, variable in self.variable.items()}

    def one_case(self, facts: Mapping[str, Held]) -> dict[str, Any]:
        """Return a case as the dictionary that OpenFisca reads."""
        said: dict[str, Any] = {}
        for name in self.inputs:
            if name not in facts:
                continue
            value = facts[name].value
            if isinstance(value, tuple):
                said[f"{name}_low"], said[f"{name}_high"] = value
            elif isinstance(value, str):
                said[name] = self.categories[name].index(value)
            else:
                said[name] = 2 if self.vocabulary[name].kind is Kind.YES_NO and value == YES else value
        return {"persons": {"one": {name: {PERIOD: value} for name, value in said.items()}}}

    def from_dictionary(self, case: dict[str, Any]) -> dict[str, Any]:
        """Build one case from a dictionary and compute all rules."""
        return self.answers(SimulationBuilder().build_from_dict(self.system, case))


class TwoValued(ThreeValued):
    """The same rules with true and false only: everything is taken as known, a day as its first possible one."""

    value_type = bool
    default = False

    def condition(self, node: n.Condition) -> Formula:
        parts = [self.condition(part) for part in parts_of(node)]
        match node:
            case n.AllOf():
                return lambda person, period: reduce(np.logical_and, [part(person, period) for part in parts])
            case n.AnyOf():
                return lambda person, period: reduce(np.logical_or, [part(person, period) for part in parts])
            case n.NoneOf():
                return lambda person, period: ~reduce(np.logical_or, [part(person, period) for part in parts])
            case n.Not():
                return lambda person, period: ~parts[0](person, period)
            case n.AtLeast(count=count):
                return lambda person, period: sum(part(person, period).astype(int) for part in parts) >= count
            case n.Presumed() | n.Excepted():
                return lambda person, period: parts[0](person, period) & ~parts[1](person, period)
            case n.Use(id=name):
                variable = self.variable[name]
                return lambda person, period: person(variable, period)
        return self.leaf(node)

    def leaf(self, node: Any) -> Formula:
        if isinstance(node, n.Compared):
            return self.compared(node)
        name = node.name
        self.inputs.setdefault(name)
        match node:
            case n.Fact() | n.Assessment():
                return lambda person, period: person(name, period)
            case n.Established():
                return lambda person, _period: np.ones(person.count, dtype=bool)
            case n.OneOf():
                wanted = self.codes(node)
                return lambda person, period: np.isin(person(name, period), wanted)
            case n.Threshold(at_least=at_least, value=bound):
                return lambda person, period: (person(name, period) >= bound) == at_least
        raise TypeError(node)

    def compared(self, node: n.Compared) -> Formula:
        left, right = self.day(node.left), self.day(node.right)
        if node.relation in ("after", "not_before"):
            left, right = right, left
        test = np.less_equal if node.relation in ("not_after", "not_before") else np.less
        return lambda person, period: np.broadcast_to(
            test(left(person, period)[0], right(person, period)[0]), person.count
        )

    def truth(self, column: Any) -> Any:
        return column == YES


def all_known(columns: Columns, on: date) -> Columns:
    """Return the columns with everything known: what is not established is no, the first choice, nought, or a day long past."""
    past = on.toordinal() - 1_000
    days = {name: np.where(day.first == FIRST, past, day.first).astype(np.int32) for name, day in columns.days.items()}
    return Columns(
        columns.size,
        {name: np.stack((pair[0], pair[0])) for name, pair in columns.truths.items()},
        {name: DayColumn.of(day, day) for name, day in days.items()},
        {name: np.nan_to_num(column) for name, column in columns.numbers.items()},
        {name: (np.maximum(codes, 0), categories) for name, (codes, categories) in columns.choices.items()},
    )


def _formula(inner: Formula) -> Any:
    def formula(person: Any, period: Any) -> Any:
        return inner(person, period)

    return formula
