"""Leaving of one's own accord: when the period for it runs, is long enough and is over; and what became of a declaration."""

from augenmass.law.language import (
    TODAY,
    Condition,
    Definition,
    all_of,
    any_of,
    day,
    days,
    established,
    is_in,
    months,
    not_,
    use,
)
from augenmass.law.norms.definitions import ASYLUM_WARNING_ENFORCEABLE, WARNING_SERVED
from augenmass.law.norms.writing import done

PERIOD_ENDS = ("departure_period_until", "departure_period_extended_until", "asylum_departure_period_until")
"""Days that can be the last one of a period: set with the warning, extended by the authority, set by the Federal Office."""


def some_end_from(start_day: str, after: int = 0) -> Condition:
    """Return the condition that one of the recorded ends lies ``after`` days or more behind the day of a fact."""
    start = day(start_day) + days(after)
    return any_of(*(all_of(established(end), start.not_after(day(end))) for end in PERIOD_ENDS))


LONG_ENOUGH = Definition(
    "departure_period_long_enough",
    "Die Ausreisefrist war lang genug oder ihre Kürze hat einen Grund.",
    "The period for departure was long enough, or its shortness has a reason.",
    any_of(
        all_of(
            (day("warning_served_on") + days(7)).not_after(day("departure_period_until")),
            any_of(
                not_(is_in("obligation_basis", "loss_of_free_movement")),
                (day("warning_served_on") + months(1)).not_after(day("departure_period_until")),
                cite="FreizügG/EU/7/1/3",
            ),
        ),
        use("AufenthG/59/1/2"),
        use("AufenthG/59/5"),
    ),
    "AufenthG/59/1/1",
)
PERIOD_OVER = Definition(
    "departure_period_over",
    "Die Ausreisefrist ist abgelaufen.",
    "The period for voluntary departure is over.",
    all_of(
        any_of(
            all_of(use(WARNING_SERVED), day("departure_period_until").before(TODAY), use(LONG_ENOUGH)),
            all_of(
                use(ASYLUM_WARNING_ENFORCEABLE),
                day("asylum_departure_period_until").before(TODAY),
                cite="AsylG/38/1",
            ),
        ),
        any_of(
            not_(established("departure_period_extended_until")),
            day("departure_period_extended_until").before(TODAY),
            cite="AufenthG/59/1/4",
        ),
        not_(use("AufenthG/59/1/6")),
    ),
    "AufenthG/58/1/1",
)
PERIOD_RUNNING = Definition(
    "departure_period_running",
    "Die Ausreisefrist läuft.",
    "The period for voluntary departure is running.",
    any_of(
        all_of(use(WARNING_SERVED), day("departure_period_until").not_before(TODAY)),
        all_of(
            established("departure_period_extended_until"), day("departure_period_extended_until").not_before(TODAY)
        ),
        all_of(established("asylum_departure_period_until"), day("asylum_departure_period_until").not_before(TODAY)),
    ),
    "AufenthG/50/2",
)
_ANSWERED = all_of(
    established("departure_declaration_answer"),
    established("departure_declaration_answered_on"),
    day("departure_declaration_answered_on").not_before(day("departure_declared_on")),
)
DECLARATION_OPEN = Definition(
    "departure_declaration_open",
    "Über eine Erklärung zur freiwilligen Ausreise ist noch nicht entschieden.",
    "A declaration of voluntary departure has not been decided on.",
    all_of(done("departure_declared_on"), not_(_ANSWERED)),
    "AufenthG/58/1/1",
)
DECLARATION_ACCEPTED = Definition(
    "departure_declaration_accepted",
    "Die Erklärung zur freiwilligen Ausreise ist angenommen, der vereinbarte Tag ist nicht vorbei.",
    "The declaration of voluntary departure is accepted and the agreed day has not passed.",
    all_of(
        _ANSWERED,
        is_in("departure_declaration_answer", "accepted"),
        any_of(not_(established("departure_planned_on")), day("departure_planned_on").not_before(TODAY)),
    ),
    "AufenthG/58/1/1",
)
DEFINITIONS = (LONG_ENOUGH, PERIOD_OVER, PERIOD_RUNNING, DECLARATION_OPEN, DECLARATION_ACCEPTED)
"""Definitions about the period and the declaration."""
