"""Refusal of entry and the transit area of an airport (AufenthG § 15 (5), (6))."""

from augenmass.law.language import all_of, assessment, days, fact, is_in, not_, use
from augenmass.law.norm import Modality
from augenmass.law.norms.custody.definitions import COURT, ORDER_COVERS, held_as, over
from augenmass.law.norms.custody.specimens import kind
from augenmass.law.norms.writing import norm

REFUSED_BY_JUDGE = norm(
    "AufenthG/15/5/3",
    (
        "Lehnt der Richter die Haft ab, wird an der Grenze nicht zurückgewiesen.",
        "Where the judge refuses custody there is no refusal of entry at the border.",
    ),
    Modality.STATE,
    all_of(is_in("custody_kind", "refusal"), fact("custody_order_refused")),
    effect=("§ 15 Absatz 1 findet keine Anwendung.", "Section 15 (1) does not apply."),
    decider=COURT,
    yes=("Abgelehnt", kind("refusal", custody_order_refused="yes")),
    no=("Nicht abgelehnt", kind("refusal", custody_order_refused="no")),
    unknown=("Nicht erfasst", kind("refusal")),
)

TRANSIT_NEEDS_JUDGE = norm(
    "AufenthG/15/6/2",
    (
        "Der Aufenthalt im Transit bedarf nach 30 Tagen der richterlichen Anordnung.",
        "After 30 days the stay in transit needs a judge's order.",
    ),
    Modality.MUST,
    all_of(held_as("transit"), over("airport_arrived_on", days(30)), not_(use(ORDER_COVERS))),
    effect=(
        "Ohne Anordnung darf die Person nicht weiter festgehalten werden.",
        "Without an order the person must not be kept.",
    ),
    decider=COURT,
    yes=("Ankunft am 10. Juli, keine Anordnung", {"custody_kind": "transit", "airport_arrived_on": "2026-07-10"}),
    no=("Ankunft am 10. August", {"custody_kind": "transit", "airport_arrived_on": "2026-08-10"}),
    unknown=("Ankunft nicht festgestellt", {"custody_kind": "transit"}),
)
TRANSIT_ONLY_IF_DEPARTURE = norm(
    "AufenthG/15/6/4",
    (
        "Die Anordnung im Transit setzt voraus, dass die Abreise in ihrer Zeit zu erwarten ist.",
        "An order in transit needs that departure within its time is to be expected.",
    ),
    Modality.FORBIDDEN,
    all_of(held_as("transit"), not_(assessment("departure_expected_within_order"))),
    effect=("Die Anordnung ist unzulässig.", "The order is not allowed."),
    decider=COURT,
    yes=("Nicht zu erwarten", {"custody_kind": "transit", "departure_expected_within_order": "no"}),
    no=("Zu erwarten", {"custody_kind": "transit", "departure_expected_within_order": "yes"}),
    unknown=("Nicht beurteilt", {"custody_kind": "transit"}),
)

NORMS = (REFUSED_BY_JUDGE, TRANSIT_NEEDS_JUDGE, TRANSIT_ONLY_IF_DEPARTURE)
