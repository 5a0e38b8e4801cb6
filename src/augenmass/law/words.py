"""The law in sentences, German and English: values of facts, days, and what a node states. No legal shorthand without its citation."""

from datetime import date
from typing import Final

from augenmass.law import nodes as n
from augenmass.law.calendar import Interval, month_length, open_ends
from augenmass.law.facts import Value
from augenmass.law.program import Site
from augenmass.law.running import Run
from augenmass.law.values import UNKNOWN, label
from augenmass.law.vocabulary.declaration import FactDeclaration, Kind, Vocabulary

_RELATIONS: Final = {
    "before": ("liegt vor", "lies before"),
    "not_after": ("liegt nicht nach", "does not lie after"),
    "after": ("liegt nach", "lies after"),
    "not_before": ("liegt nicht vor", "does not lie before"),
}
_UNITS: Final = {
    "days": (("Tag", "Tage"), ("day", "days")),
    "weeks": (("Woche", "Wochen"), ("week", "weeks")),
    "months": (("Monat", "Monate"), ("month", "months")),
    "years": (("Jahr", "Jahre"), ("year", "years")),
}
WHY: Final = {
    "missing": ("Die Angabe fehlt.", "The fact is missing."),
    "disputed": ("Die Angabe ist bestritten.", "The fact is disputed."),
    "judgement": (
        "Die Beurteilung durch eine benannte Person steht aus.",
        "The assessment by a named officer is still due.",
    ),
    "imprecise": ("Der Tag ist nicht genau genug bekannt.", "The day is not known precisely enough."),
    "unverified": (
        "Die Lesart der Vorschrift ist noch nicht bestätigt.",
        "The reading of the provision is not yet confirmed.",
    ),
    "presumed": (
        "Das Gegenteil ist nicht festgestellt; die Vermutung gilt bis zu ihrer Widerlegung.",
        "The contrary is not established; the presumption stands until it is rebutted.",
    ),
}


def value_text(declaration: FactDeclaration, value: Value, language: str = "de") -> str:
    """Return a value as people read it: ``31.12.1990``, ``ja``, a choice's label, ``12,5 Monate``."""
    english = language == "en"
    match declaration.kind, value:
        case Kind.YES_NO, int():
            return label(value, language)
        case Kind.DAY, (int(), int()):
            return days_text(value, language)
        case Kind.NUMBER, int() | float():
            text = f"{float(value):g}"
            unit = unit_text(declaration.unit, float(value), language)
            return (text if english else text.replace(".", ",")) + (f" {unit}" if unit else "")
        case Kind.CHOICE, str() if any(choice.key == value for choice in declaration.choices):
            choice = declaration.choice(value)
            return choice.en if english else choice.de
        case _:
            return str(value)


def unit_text(unit: str, value: float, language: str = "de") -> str:
    """Return a unit as people read it behind a number: ``Tage``, ``day``; a unit that is no period as it is declared."""
    if unit not in _UNITS:
        return unit
    return _UNITS[unit][language == "en"][value != 1]


def days_text(interval: Interval, language: str = "de") -> str:
    """Return an interval of days in words: a day, a month, a year, or from and to; open ends as such."""
    if any(open_ends(interval)):
        return _open_text(interval, language)
    first, last = date.fromordinal(interval[0]), date.fromordinal(interval[1])
    if first == last:
        return _day(first, language)
    if first.year == last.year and first.day == 1 and last.day == month_length(last.year, last.month):
        if first.month == last.month:
            return f"{first:%m/%Y}"
        if (first.month, last.month) == (1, 12):
            return f"{first:%Y}"
    joint = "bis" if language == "de" else "to"
    return f"{_day(first, language)} {joint} {_day(last, language)}"


def _open_text(interval: Interval, language: str) -> str:
    early, late = open_ends(interval)
    if early and late:
        return label(UNKNOWN, language)
    if early:
        last = _day(date.fromordinal(interval[1]), language)
        return f"bis {last}" if language == "de" else f"until {last}"
    first = _day(date.fromordinal(interval[0]), language)
    return f"ab {first}" if language == "de" else f"from {first}"


def period_text(period: n.Period, language: str = "de") -> str:
    """Return a period in words, without its sign: ``3 Monate``."""
    one, many = _UNITS[period.unit][language == "en"]
    count = abs(period.count)
    return f"{count} {one if count == 1 else many}"


def statement(site: Site, state: Run | None, language: str = "de", vocabulary: Vocabulary | None = None) -> str:
    """Return what a site states, without its value; with the days of a case, or of no case at all where ``state`` is None.

    ``vocabulary`` is needed only without a state.
    """
    english = language == "en"
    known = state.program.vocabulary if state is not None else vocabulary or {}
    node = site.node
    if site.target is not None:
        return site.target.en if english else site.target.de
    if site.fact_names:
        return _leaf(node, state, known, language)
    match node:
        case n.AtLeast(count=count, parts=parts):
            return (
                f"At least {count} of the following {len(parts)} conditions are met"
                if english
                else f"Mindestens {count} der folgenden {len(parts)} Voraussetzungen liegen vor"
            )
        case n.Compared():
            return _comparison(node, state, known, language)
        case _:
            return _COMBINATIONS[type(node)][english]


_COMBINATIONS: Final[dict[type[n.Condition], tuple[str, str]]] = {
    n.AllOf: ("Alle folgenden Voraussetzungen liegen vor", "All of the following conditions are met"),
    n.AnyOf: (
        "Mindestens eine der folgenden Voraussetzungen liegt vor",
        "At least one of the following conditions is met",
    ),
    n.NoneOf: ("Keiner der folgenden Umstände liegt vor", "None of the following circumstances is present"),
    n.Not: ("Der folgende Umstand liegt nicht vor", "The following circumstance is not present"),
    n.Presumed: (
        "Die Regel gilt, solange das Gegenteil nicht festgestellt ist",
        "The rule stands until the contrary is established",
    ),
    n.Excepted: ("Die Regel greift und ihre Ausnahme nicht", "The rule applies and its exception does not"),
    n.Unverified: (
        "Voraussetzung nach noch nicht bestätigter Lesart",
        "Condition by a reading that is not yet confirmed",
    ),
}


def answered(stated: str, value: int, language: str = "de") -> str:
    """Return a statement or question together with its value."""
    if stated.endswith("?"):
        return f"{stated} {label(value, language).capitalize()}."
    return f"{stated.removesuffix('.')}: {label(value, language)}"


def fact_label(vocabulary: Vocabulary, name: str, language: str = "de") -> str:
    """Return the label of a fact, or its name where the vocabulary has none."""
    declaration = vocabulary.get(name)
    if declaration is None:
        return name
    return declaration.en if language == "en" else declaration.de


def _leaf(node: n.Condition, state: Run | None, vocabulary: Vocabulary, language: str) -> str:
    english = language == "en"
    match node:
        case n.Fact(name=name) | n.Assessment(name=name):
            return fact_label(vocabulary, name, language)
        case n.Established(name=name):
            named = fact_label(vocabulary, name, language)
            return f"“{named}” is on record" if english else f"Eine Angabe zu „{named}“ liegt vor"
        case n.OneOf(name=name, keys=keys):
            declaration = vocabulary.get(name)
            texts = [value_text(declaration, key, language) if declaration else key for key in keys]
            named = fact_label(vocabulary, name, language)
            return (
                f"“{named}” is {either(texts, language)}" if english else f"„{named}“ lautet {either(texts, language)}"
            )
        case n.Threshold(name=name):
            return _threshold(node, vocabulary.get(name), fact_label(vocabulary, name, language), language)
        case n.Compared():
            return _comparison(node, state, vocabulary, language)
        case _:
            raise TypeError(f"{type(node).__name__} is no leaf")


def _comparison(node: n.Compared, state: Run | None, vocabulary: Vocabulary, language: str) -> str:
    relation = _RELATIONS[node.relation][language == "en"]
    left, right = (_day_words(side, state, vocabulary, language) for side in (node.left, node.right))
    return f"{left} {relation} {right}"


def _day_words(node: n.DayExpression, state: Run | None, vocabulary: Vocabulary, language: str) -> str:
    """A day by its name, with its date in the case."""
    if isinstance(node, n.FixedDay):
        return _day(node.value, language)
    named = _named_day(node, state, vocabulary, language)
    if state is None:
        return named
    slot = state.program.day_slots[node]
    days = days_text((state.lows[slot], state.highs[slot]), language)
    return f"{named.removesuffix(')')}: {days})" if isinstance(node, n.Deadline) else f"{named} ({days})"


def _named_day(node: n.DayExpression, state: Run | None, vocabulary: Vocabulary, language: str) -> str:
    english = language == "en"

    def name(inner: n.DayExpression) -> str:
        # The date of a fact is left out here: that of the result follows.
        known = None if isinstance(inner, n.DayFact) else state
        return _day_words(inner, known, vocabulary, language)

    match node:
        case n.DayFact(name=fact):
            named = fact_label(vocabulary, fact, language)
            return f"“{named}”" if english else f"„{named}“"
        case n.Today():
            return "the reference day" if english else "„Stichtag“"
        case n.Shifted(base=base, period=period):
            sign = "minus" if period.count < 0 else "plus"
            return f"{name(base)} {sign} {period_text(period, language)}"
        case n.Deadline(base=base, period=period):
            length = period_text(period, language)
            return (
                f"end of the period ({length} from {name(base)})"
                if english
                else f"Fristende ({length} ab {name(base)})"
            )
        case n.Earlier(left=left, right=right):
            return (
                f"the earlier of {name(left)} and {name(right)}"
                if english
                else f"das Frühere aus {name(left)} und {name(right)}"
            )
        case n.Later(left=left, right=right):
            return (
                f"the later of {name(left)} and {name(right)}"
                if english
                else f"das Spätere aus {name(left)} und {name(right)}"
            )
        case _:
            raise TypeError(f"{type(node).__name__} is no day")


def _day(day: date, language: str) -> str:
    return f"{day:%d.%m.%Y}" if language == "de" else day.isoformat()


def _threshold(node: n.Threshold, declaration: FactDeclaration | None, named: str, language: str) -> str:
    text = value_text(declaration, node.value, language) if declaration else f"{node.value:g}"
    if language == "en":
        return f"“{named}” is {'at least' if node.at_least else 'less than'} {text}"
    return f"„{named}“ beträgt {'mindestens' if node.at_least else 'weniger als'} {text}"


_NAMED_CHOICES: Final = 5


def either(texts: list[str], language: str) -> str:
    """Return alternatives in quotation marks; of a long list the first ones and how many more there are."""
    english = language == "en"
    quoted = [f"“{text}”" if english else f"„{text}“" for text in texts]
    if len(quoted) > _NAMED_CHOICES + 1:
        more = len(quoted) - _NAMED_CHOICES
        quoted = [*quoted[:_NAMED_CHOICES], f"one of {more} others" if english else f"eine von {more} weiteren Angaben"]
    if len(quoted) == 1:
        return quoted[0]
    return f"{', '.join(quoted[:-1])} {'or' if english else 'oder'} {quoted[-1]}"


def day_text(node: n.DayExpression, vocabulary: Vocabulary, language: str = "de") -> str:
    """Return what a day expression names, of no case: ``Fristende (1 Monat ab „Zustellung“)``."""
    return _day_words(node, None, vocabulary, language)
