"""What prospects of residence share: being tolerated, times that count, ages, classes of identity, concrete steps before an application.

A prospect protects: a condition that nobody looked at leaves it open, only one that is established to be missing closes it.
"""

from datetime import date

from augenmass.law.language import (
    TODAY,
    Condition,
    DayExpression,
    Definition,
    Period,
    all_of,
    any_of,
    assessment,
    day,
    days,
    established,
    fact,
    later,
    months,
    not_,
    on,
    unverified,
    use,
    years,
)
from augenmass.law.norms import definitions as d
from augenmass.law.norms.residence_act.suspension import CLAIM

NO_OBJECTION = "Klage; ein Widerspruch gegen die Versagung der Duldung ist ausgeschlossen"
REMEDY = "Widerspruch oder Klage nach Landesrecht"

TOLERATED = Definition(
    "tolerated",
    "Die Person wird geduldet.",
    "The person is tolerated.",
    # Whether the claim to a suspension suffices where none was granted is judged by the courts, so it never closes a prospect.
    any_of(use(d.SUSPENSION_HELD), unverified(use(CLAIM))),
    "AufenthG/60a/2",
)
HOLDS_104C = Definition(
    "holds_104c",
    "Eine Aufenthaltserlaubnis nach § 104c gilt.",
    "A permit under section 104c is valid.",
    all_of(fact("permit_104c"), use(d.VALID_TITLE)),
    "AufenthG/104c/1",
)


def held_for(start: str, period: Period, at: DayExpression = TODAY) -> Condition:
    """Return the condition that the time since ``start`` has lasted ``period``; times of section 60b do not count as such.

    Whether they also break the time is disputed: then the answer is not established until the period has run again.
    """
    return all_of(
        (day(start) + period).not_after(at),
        any_of(
            not_(fact("identity_suspension_times", cite="AufenthG/60b/5/1")),
            (day("identity_suspension_ended_on") + period).not_after(at, cite="AufenthG/60b/5/1"),
            unverified(fact("identity_suspension_times"), cite="AufenthG/60b/5/1"),
        ),
    )


def stay_for(count: int, cite: str) -> Condition:
    """Return the condition that the countable stay has lasted some years; for holders of section 104c all of it counts."""
    period = years(count)
    return any_of(
        held_for("countable_stay_since", period),
        all_of(use(HOLDS_104C), (day("countable_stay_since") + period).not_after(TODAY), cite=cite),
    )


def last_day_before_age(age: int) -> DayExpression:
    """Return the day at whose end a person completes a year of life (BGB §§ 187 (2), 188 (2)), right for leap days too."""
    born = day("date_of_birth")
    return later(born + years(age) - days(1), born - days(1) + years(age))


STEPS = Definition(
    "concrete_steps_taken",
    "Konkrete Maßnahmen zur Beendigung des Aufenthalts sind eingeleitet.",
    "Concrete steps to end the stay have been taken.",
    all_of(
        any_of(
            fact("fitness_examination_arranged"),
            fact("return_support_applied"),
            fact("transport_booking_started"),
            assessment("comparable_steps_started"),
            fact("responsibility_procedure_started"),
        ),
        assessment("steps_connected"),
    ),
    "AufenthG/60a/5b/2",
)


def steps_before(filed: str) -> Condition:
    """Return the condition that concrete steps came before an application, or exist while none is filed."""
    return all_of(
        use(STEPS),
        any_of(
            all_of(established(filed), day("first_concrete_step_on").not_after(day(filed))),
            not_(established(filed)),
        ),
    )


def identity_known_by(filed: str, applied: Condition) -> Condition:
    """Return the condition that identity was clarified by the application, or is so while none is filed."""
    return all_of(
        fact("identity_established"),
        any_of(not_(applied), day("identity_established_on").not_after(day(filed))),
    )


def entered(first: date | None, last: date | None) -> tuple[Condition, ...]:
    """Return the conditions that the entry lies between two days, both included."""
    return (
        *((day("entered_on").not_before(on(first)),) if first else ()),
        *((day("entered_on").not_after(on(last)),) if last else ()),
    )


def months_before(name: str, count: int) -> DayExpression:
    """Return the day some months before a day on record."""
    return day(name) - months(count)


DEFINITIONS = (TOLERATED, HOLDS_104C, STEPS)
