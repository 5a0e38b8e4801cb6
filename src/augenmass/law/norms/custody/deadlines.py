"""Clocks of custody, monitoring and the removal order. Days only; the hour of a release comes from ``law.custody_clock``."""

from augenmass.law.language import TODAY, all_of, day, days, deadline, established, fact, not_, use, weeks
from augenmass.law.language import months as calendar_months
from augenmass.law.norm import DeadlineRule
from augenmass.law.norms.custody.definitions import CUSTODY_ENDED, HELD_WITHOUT_ORDER, ORDER_COVERS
from augenmass.law.norms.residence_act.removal_order import ISSUED, RELIEF_ENDS
from augenmass.law.norms.writing import done

_COMPLAINT = deadline(day("custody_order_notified_on"), calendar_months(1))
_COMPLAINT_PROVISIONAL = deadline(day("custody_order_notified_on"), weeks(2))

DEADLINES = (
    DeadlineRule("custody_release", "Freilassung ohne richterliche Anordnung bis", "Release without a judge's order by",
                 all_of(established("held_without_order_since"), use(HELD_WITHOUT_ORDER)), day("held_without_order_since") + days(1), "FamFG/428/1/2"),
    DeadlineRule("custody_order_end", "Ende der angeordneten Haft", "End of the ordered custody",
                 all_of(not_(use(CUSTODY_ENDED)), use(ORDER_COVERS)), day("custody_order_until"), "FamFG/425/2/1"),
    DeadlineRule("custody_complaint", "Beschwerde gegen die Haft bis", "Complaint against custody until",
                 all_of(done("custody_order_notified_on"), not_(fact("custody_order_provisional")), TODAY.not_after(_COMPLAINT)),
                 _COMPLAINT, "FamFG/63/1"),
    DeadlineRule("custody_complaint_provisional", "Beschwerde gegen die einstweilige Haft bis", "Complaint against provisional custody until",
                 all_of(done("custody_order_notified_on"), fact("custody_order_provisional"), TODAY.not_after(_COMPLAINT_PROVISIONAL)),
                 _COMPLAINT_PROVISIONAL, "FamFG/63/2/1"),
    DeadlineRule("monitoring_end", "Ende der elektronischen Überwachung", "End of electronic monitoring",
                 all_of(done("monitoring_ordered_on"), not_(done("monitoring_ended_on")), TODAY.not_after(day("monitoring_until"))),
                 day("monitoring_until"), "AufenthG/56a/2/1"),
    DeadlineRule("removal_order_relief", "Eilantrag gegen die Abschiebungsanordnung bis", "Urgent application against the removal order until",
                 all_of(ISSUED, TODAY.not_after(RELIEF_ENDS)), RELIEF_ENDS, "AufenthG/58a/4/2"),
)  # fmt: skip
"""Ends that the law sets; a complaint runs only from its being made known in writing."""
