"""When a decision of the Federal Office counts as served: the rules of AsylG § 10 beside those of ``service``.

Whether a rule applies (address, instruction, recipient) is answered by the norms; here only the day is found. The rules serve
against the person, so a day is named only where all of it is on record.
"""

from datetime import date, timedelta

from augenmass.law.clock import Reason, Term


def by_posting_to_last_address(posted: date) -> Term:
    """Return when a letter that could not be delivered at the last known address counts as served: when it was posted (§ 10 (2))."""
    reason = Reason(
        f"Die Sendung an die letzte bekannte Anschrift war nicht zustellbar; sie gilt mit der Aufgabe zur Post am {posted:%d.%m.%Y} als zugestellt.",
        f"The letter to the last known address could not be delivered; it counts as served when posted on {posted.isoformat()}.",
        "AsylG/10/2/5",
    )
    return Term(posted, posted, (reason,))


def by_reception_centre(given: date, *, handed_out: date | None = None) -> Term:
    """Return when a letter given to a reception centre is served: when handed out, at the latest on the fourth day (§ 10 (4))."""
    fourth = given + timedelta(days=4)
    if handed_out is not None and handed_out <= fourth:
        reason = Reason(
            f"Die Sendung wurde am {handed_out:%d.%m.%Y} in der Aufnahmeeinrichtung ausgehändigt.",
            f"The letter was handed out in the reception centre on {handed_out.isoformat()}.",
            "AsylG/10/4/4",
        )
        return Term(handed_out, handed_out, (reason,))
    reason = Reason(
        f"Die Sendung wurde der Aufnahmeeinrichtung am {given:%d.%m.%Y} übergeben; am vierten Tag danach gilt sie als zugestellt.",
        f"The reception centre was given the letter on {given.isoformat()}; on the fourth day after it counts as served.",
        "AsylG/10/4/4",
    )
    return Term(fourth, fourth, (reason,))
