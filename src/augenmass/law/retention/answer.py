"""When is a record deleted? The day with its steps, and whether the law commands deletion today; or why that is not established."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from augenmass.law import calendar
from augenmass.law.calendar import Interval
from augenmass.law.catalogue import Catalogue
from augenmass.law.facts import Held, Value, parse_value
from augenmass.law.language import Definition, Period, any_of, use
from augenmass.law.norm import Question
from augenmass.law.proof import Proof, prove_site
from augenmass.law.retention.rules import RULES
from augenmass.law.retention.vocabulary import RECORD_FACTS
from augenmass.law.retention.writing import CountedFrom, RetentionRule
from augenmass.law.running import run
from augenmass.law.values import NO, UNKNOWN, YES, or_

DUE = Definition(
    "deletion_commanded",
    "Eine Vorschrift gebietet die Löschung.",
    "A provision commands deletion.",
    any_of(*(use(found.norm) for found in RULES)),
    "BDSG/75/2",
)


def _governs(rule: RetentionRule) -> str:
    return f"{rule.norm.id} governs"


_APPLYING = tuple(
    Definition(_governs(one), "Diese Frist gilt.", "This period applies.", one.applies, one.norm.id)
    for one in RULES
    if one.applies is not None
)
MUST_DELETE = Question(
    "must_delete",
    "Ist diese Unterlage zu löschen?",
    "Is this record to be deleted?",
    use(DUE),
    "BDSG/75/2",
)


@dataclass(frozen=True, slots=True)
class RuleAnswer:
    """One rule for a record: the last day of its period (earliest and latest), whether the rule governs, whether it commands deletion."""

    rule: RetentionRule
    last_day: Interval | None
    governs: int
    value: int
    proof: Proof


@dataclass(frozen=True, slots=True)
class Deletion:
    """The answer for a record. ``last_day``: the earliest and latest day after which it must be gone, None when not established.

    ``state``: ``due``, ``not_due`` by the events on record, or ``not_established``; ``why`` says in words why no day is established.
    """

    kind: str
    state: str
    last_day: tuple[date, date] | None
    rules: tuple[RuleAnswer, ...]
    why: tuple[str, str] = ("", "")

    @property
    def provision(self) -> str:
        """The provision whose period ends first, empty when no day is established."""
        dated = [one for one in self.rules if one.last_day is not None and one.governs == YES]
        return min(dated, key=_end).rule.norm.id if dated else ""


@cache
def retention_catalogue() -> Catalogue:
    """Return the catalogue of retention, built once. Not reviewed, like the shipped one."""
    return Catalogue(
        vocabulary=RECORD_FACTS,
        definitions=(DUE, *_APPLYING),
        norms=tuple(found.norm for found in RULES),
        questions=(MUST_DELETE,),
    )


def deletion_of(kind: str, facts: Mapping[str, str], on: date) -> Deletion:
    """Return when a record of this kind is deleted. ``facts``: canonical texts by name.

    Raises ``ValueError`` for an unknown kind, a fact that is none of a record, or a value that says nothing.
    """
    held = {"record_kind": Held(_value("record_kind", kind))}
    held.update({name: Held(_value(name, text)) for name, text in facts.items() if name != "record_kind"})
    answers = tuple(_answer(one, held, on) for one in RULES if one.kind == kind)
    counted = [one for one in answers if one.last_day is not None and one.governs != NO]
    if not counted:
        return Deletion(kind, "not_established", None, answers, _NO_EVENT if answers else _NO_RULE)
    whole = or_(*(one.value for one in counted))
    certain = [one for one in counted if one.governs == YES]
    last = min(certain, key=_end).last_day if certain else None
    days = None if last is None else (date.fromordinal(last[0]), date.fromordinal(last[1]))
    return Deletion(kind, _STATES[whole], days, answers, ("", "") if certain else _NO_RULE_YET)


_STATES = {YES: "due", UNKNOWN: "not_established", NO: "not_due"}
_NO_RULE = (
    "Keine gelesene Vorschrift nennt eine Frist; Akten folgen dem Recht und dem Aktenplan des Landes.",
    "No provision that was read names a period; files follow the law and the records schedule of the Land.",
)
_NO_EVENT = (
    "Das Ereignis, mit dem die Frist beginnt, ist nicht festgestellt.",
    "The event that starts the period is not established.",
)
_NO_RULE_YET = ("Offen ist, welche Frist gilt.", "Which period applies is open.")


def _end(one: RuleAnswer) -> Interval:
    return one.last_day or calendar.UNKNOWN_DAY


def _value(name: str, text: str) -> Value:
    if name not in RECORD_FACTS:
        raise ValueError(f"no fact of a record: {name}")
    value = parse_value(RECORD_FACTS[name], text)
    if value is None:
        raise ValueError(f"{name} says nothing; leave it out")
    return value


def _answer(rule: RetentionRule, held: Mapping[str, Held], on: date) -> RuleAnswer:
    start = _start(rule, held)
    facts = dict(held) if start is None else {**held, "period_starts_on": Held(start)}
    program = retention_catalogue().program
    state = run(program, facts, on)
    proof = prove_site(program.targets[rule.norm.id], state)
    governs = YES if rule.applies is None else state.values[program.targets[_governs(rule)].slot]
    last = None if start is None else _moved(start, rule.period)
    return RuleAnswer(rule, last, governs, proof.value, proof)


def _start(rule: RetentionRule, held: Mapping[str, Held]) -> Interval | None:
    """Return the day from which the period counts: the event, moved and carried to the end of its quarter or year."""
    event = held.get(rule.event)
    if event is None or not isinstance(event.value, tuple):
        return None
    low, high = _moved(event.value, rule.before)
    return _carried(low, rule.counted), _carried(high, rule.counted)


def _moved(interval: Interval, period: Period | None) -> Interval:
    if period is None:
        return interval
    low, high = interval
    return calendar.shift(low, period.count, period.unit), calendar.shift(high, period.count, period.unit)


def _carried(ordinal: int, counted: CountedFrom) -> int:
    if counted is CountedFrom.EVENT:
        return ordinal
    day = date.fromordinal(ordinal)
    month = 12 if counted is CountedFrom.YEAR else (day.month + 2) // 3 * 3
    return date(day.year, month, calendar.month_length(day.year, month)).toordinal()
