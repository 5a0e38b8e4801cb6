"""How long a transfer to the responsible state is possible. The regulations were not at hand, so no answer here is a yes by itself."""

from augenmass.law.language import (
    TODAY,
    Condition,
    Definition,
    all_of,
    any_of,
    day,
    established,
    fact,
    is_in,
    later,
    months,
    not_,
    use,
)
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms.asylum.enforceable import ORDERED, URGENT_UNDECIDED
from augenmass.law.norms.asylum.transition import NEW_TRANSFER, OLD_TRANSFER
from augenmass.law.norms.writing import FEDERAL_OFFICE, norm

_LONGER_NEW = ("absconded", "resisted", "made_unfit", "medical_duties")
ACCEPTED = day("transfer_accepted_on")
START_AFTER_COURT = later(ACCEPTED, day("transfer_final_decision_on"))
PENDING = Definition(
    "transfer_not_done",
    "Die Übernahme ist zugesagt, überstellt ist noch nicht.",
    "The transfer was accepted and has not been carried out.",
    all_of(established("transfer_accepted_on"), not_(established("transfer_done_on"))),
    "AsylG/34a/1",
)
AFTER_COURT = established("transfer_final_decision_on")
_OLD = {"asylum_registered_on": "2026-01-12", "transfer_accepted_on": "2026-02-02"}
_NEW = {"asylum_registered_on": "2026-07-06", "transfer_accepted_on": "2026-07-20"}
_PLAIN = {"transfer_delay_ground": "none", "transfer_suspended_by_court": "no"}
_SHIFTS = (
    "Die Zuständigkeit geht auf Deutschland über, wenn bis dahin nicht überstellt ist.",
    "Responsibility passes to Germany if the transfer has not happened by then.",
)


def _passed(count: int) -> Condition:
    """Return the condition that so many months have passed since acceptance, or since the final decision of a court."""
    return any_of(
        all_of(AFTER_COURT, (START_AFTER_COURT + months(count)).before(TODAY)),
        all_of(not_(AFTER_COURT), (ACCEPTED + months(count)).before(TODAY)),
    )


def over_in(regime: Definition, length: tuple[int, int, int], longest: tuple[str, ...]) -> Definition:
    """Return whether the period of one regime is over: months as a rule, in prison, and for the ``longest`` grounds.

    An extension counts only if the other state was told of it within the regular period.
    """
    plain, prison, long = length
    grounds = ((("none",), plain), (("imprisoned",), prison), (longest, long))
    cite = "Dublin-III-VO/29/2" if regime is OLD_TRANSFER else "AsylmanagementVO/46/2"
    return Definition(
        f"{regime.id}_period_over",
        "Die Überstellungsfrist ist abgelaufen.",
        "The transfer period is over.",
        all_of(
            use(regime),
            use(PENDING),
            not_(fact("transfer_suspended_by_court")),
            any_of(
                *(
                    all_of(
                        is_in("transfer_delay_ground", *keys),
                        any_of(
                            _passed(count),
                            all_of(
                                _passed(plain), day("transfer_extension_notified_on").after(ACCEPTED + months(plain))
                            ),
                        ),
                    )
                    for keys, count in grounds
                )
            ),
        ),
        cite,
    )


OLD_OVER = over_in(OLD_TRANSFER, (6, 12, 18), ("absconded",))
NEW_OVER = over_in(NEW_TRANSFER, (6, 12, 36), _LONGER_NEW)
OLD_PERIOD = norm(
    "Dublin-III-VO/29/2",
    (
        "Die Überstellungsfrist von 6, bei Haft 12, bei Flucht 18 Monaten ist abgelaufen.",
        "The transfer period of 6 months, 12 in prison, 18 when absconded, is over.",
    ),
    Modality.STATE,
    use(OLD_OVER),
    effect=_SHIFTS,
    decider=FEDERAL_OFFICE,
    verified=False,
    yes=("Im Februar zugesagt, nicht überstellt", {**_OLD, **_PLAIN}),
    no=(
        "Flüchtig: 18 Monate",
        {
            **_OLD,
            **_PLAIN,
            "transfer_delay_ground": "absconded",
            "transfer_extension_notified_on": "2026-05-04",
        },
    ),
    unknown=("Grund einer Verlängerung nicht geprüft", {**_OLD, "transfer_suspended_by_court": "no"}),
)
NEW_PERIOD = norm(
    "AsylmanagementVO/46/2",
    (
        "Die Überstellungsfrist von sechs Monaten, bei Haft einem Jahr, sonst bis zu drei Jahren ist abgelaufen.",
        "The transfer period of six months, a year in prison, up to three years otherwise, is over.",
    ),
    Modality.STATE,
    use(NEW_OVER),
    effect=_SHIFTS,
    decider=FEDERAL_OFFICE,
    verified=False,
    yes=("Zugesagt vor mehr als sechs Monaten", {**_NEW, **_PLAIN, "transfer_accepted_on": "2026-01-20"}),
    no=("Zugesagt im Juli", {**_NEW, **_PLAIN}),
    unknown=(
        "Grund einer Verlängerung nicht geprüft",
        {**_NEW, "transfer_accepted_on": "2026-01-20", "transfer_suspended_by_court": "no"},
    ),
)
TRANSFER_BARRED = Definition(
    "transfer_has_obstacle",
    "Der Überstellung steht ein Gericht, ein Eilantrag oder ein Abschiebungsverbot entgegen.",
    "A court, an urgent application or a prohibition of removal stands against the transfer.",
    any_of(
        fact("transfer_suspended_by_court"),
        all_of(ORDERED, use(URGENT_UNDECIDED)),
        is_in("asylum_urgent_outcome", "granted"),
        use(d.PROHIBITED),
    ),
    "AsylG/34a",
)
DEFINITIONS = (PENDING, OLD_OVER, NEW_OVER, TRANSFER_BARRED)
NORMS = (OLD_PERIOD, NEW_PERIOD)
