"""Lanes: the track of a case. A lane needs certainty; whatever is open stays in the lane ``clarify``."""

from augenmass.law.language import all_of, any_of, is_in, not_, use
from augenmass.law.norm import Lane
from augenmass.law.norms import definitions as d
from augenmass.law.norms import departure
from augenmass.law.norms.plausibility import RELIABLE
from augenmass.law.norms.questions import OBSTACLES_CLEAR
from augenmass.law.norms.residence_act.suspension import CLAIM
from augenmass.law.norms.writing import done, on_record

LANES = (
    Lane(
        "closed",
        "Abgeschlossen",
        "Closed",
        any_of(not_(use(d.CASE_OPEN)), use(d.VALID_TITLE)),
    ),
    Lane("suspended", "Ausgesetzt", "Suspended", any_of(use(d.SUSPENSION_HELD), use(CLAIM))),
    Lane(
        "prospects",
        "Aufenthaltsperspektive",
        "Prospects of residence",
        any_of(
            on_record("residence_prospect"),
            use(d.STAY_BY_APPLICATION),
            *(on_record(f"application_{number}_pending") for number in ("60c", "60d", "25a", "25b")),
            on_record("hardship_pending"),
        ),
    ),
    Lane(
        "voluntary",
        "Freiwillige Ausreise",
        "Voluntary departure",
        any_of(
            use(departure.DECLARATION_OPEN),
            use(departure.DECLARATION_ACCEPTED),
            all_of(
                use("AufenthG/58/2"),
                use(RELIABLE),
                any_of(not_(done("warning_issued_on")), use(departure.PERIOD_RUNNING)),
                not_(is_in("obligation_basis", "asylum_refused")),
            ),
            all_of(use("AufenthG/58/2"), use(RELIABLE), use(departure.PERIOD_RUNNING)),
        ),
    ),
    Lane(
        "enforcement",
        "Vollzug",
        "Enforcement",
        all_of(use("AufenthG/58/1/1"), use(OBSTACLES_CLEAR), use(RELIABLE)),
    ),
    Lane(
        "clarify",
        "Klärung",
        "To clarify",
        any_of(use(d.CASE_OPEN), not_(use(d.CASE_OPEN))),
    ),
)
"""Lanes in the order in which they are tried."""
