"""Asylum Act §§ 55, 67: permission to stay for the asylum procedure, and its end, before and since the reform."""

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
    months,
    not_,
    use,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.asylum.enforceable import ASYLUM_FINAL, DECISION_SERVED, NOTICE, ORDERED, WARNED
from augenmass.law.norms.asylum.transition import of_new_law, of_old_law
from augenmass.law.norms.specimens import NO_RIGHT
from augenmass.law.norms.writing import done, norm

_STATE = Modality.STATE
_SIX_MONTHS = months(6)
_ENDS = ("Die Aufenthaltsgestattung ist erloschen.", "The permission to stay has ended.")

ENFORCEABLE = {
    **NO_RIGHT,
    "obligation_basis": "asylum_refused",
    "asylum_warning_enforceable": "yes",
    "asylum_removal_act": "warning",
}
"""Refused, with a warning that is enforceable by the Federal Office's notice."""

MERE_FOLLOW_UP = Definition(
    "mere_follow_up_application",
    "Es liegt nur ein Folgeantrag vor, zu dem kein weiteres Verfahren durchgeführt wird.",
    "There is only a follow-up application, on which no further procedure is held.",
    all_of(done("follow_up_filed_on"), not_(is_in("follow_up_message", "further_procedure"))),
    "AsylG/71/1",
)


def _end(
    old: str, new: str, words: tuple[str, str], when: Condition, yes: dict[str, str], no: dict[str, str]
) -> tuple[Norm, Norm]:
    """Return the same ground of ending in the earlier and in the new text."""
    german, english = words
    said = (f"Die Gestattung erlischt: {german}.", f"Permission ends: {english}.")
    so, not_so = (german, yes), ("So liegt es nicht", no)
    return (
        of_old_law(old, said, _STATE, when, effect=_ENDS, yes=so, no=not_so),
        of_new_law(new, said, _STATE, when, effect=_ENDS, yes=so, no=not_so),
    )


OLD_WITHDRAWN, NEW_WITHDRAWN = _end(
    "AsylG/67/1/1/3@2026-06-09",
    "AsylG/67/1//4",
    ("nach Rücknahme mit Zustellung der Entscheidung", "after withdrawal, when the decision is served"),
    all_of(is_in("asylum_outcome", "withdrawn"), use(DECISION_SERVED)),
    {"asylum_outcome": "withdrawn", "asylum_decision_served_on": "2026-07-07"},
    {"asylum_outcome": "open"},
)
OLD_WARNED, NEW_WARNED = _end(
    "AsylG/67/1/1/4@2026-06-09",
    "AsylG/67/1//5",
    ("Abschiebungsandrohung vollziehbar", "warning of removal enforceable"),
    all_of(WARNED, use(NOTICE)),
    ENFORCEABLE,
    {**ENFORCEABLE, "asylum_removal_act": "none"},
)
OLD_ORDERED, NEW_ORDERED = _end(
    "AsylG/67/1/1/5@2026-06-09",
    "AsylG/67/1//6",
    ("Abschiebungsanordnung vollziehbar", "order of removal enforceable"),
    all_of(ORDERED, use(NOTICE)),
    {**ENFORCEABLE, "asylum_removal_act": "order"},
    ENFORCEABLE,
)
OLD_FINAL, NEW_FINAL = _end(
    "AsylG/67/1/1/6@2026-06-09",
    "AsylG/67/1//8",
    ("Entscheidung unanfechtbar", "decision final"),
    use(ASYLUM_FINAL),
    {"asylum_final_since": "2026-08-03", "asylum_action_outcome": "none"},
    {"asylum_final_since": "2026-08-03", "asylum_action_outcome": "pending"},
)
NEW_EXCEPTION = of_new_law(
    "AsylG/67/1//3",
    (
        "Die Gestattung erlischt in den Fällen ohne Recht auf Verbleib während der Klage.",
        "Permission ends in cases without a right to remain during the action.",
    ),
    _STATE,
    all_of(fact("asylum_article_68_3"), use(DECISION_SERVED)),
    effect=_ENDS,
    yes=("Bescheid nennt den Fall", {"asylum_article_68_3": "yes", "asylum_decision_served_on": "2026-07-07"}),
    no=("Kein solcher Fall", {"asylum_article_68_3": "no", "asylum_decision_served_on": "2026-07-07"}),
    unknown=("Im Bescheid nicht geprüft", {"asylum_decision_served_on": "2026-07-07"}),
)
REVIVED = of_new_law(
    "AsylG/67/2",
    (
        "Die Gestattung tritt wieder in Kraft, wenn ein Gericht den Verbleib gestattet.",
        "Permission revives when a court permits the person to remain.",
    ),
    _STATE,
    fact("asylum_stay_permitted_by_court"),
    effect=("Der Aufenthalt ist wieder gestattet.", "The stay is permitted again."),
    decider="Verwaltungsgericht",
    yes=("Beschluss vom Juli", {"asylum_stay_permitted_by_court": "yes"}),
    no=("Kein Beschluss", {"asylum_stay_permitted_by_court": "no"}),
)
OLD_ENDED = Definition(
    "asylum_permission_ended_earlier_law",
    "Die Gestattung ist nach früherem Recht erloschen.",
    "The permission ended by the earlier law.",
    any_of(use(OLD_WITHDRAWN), use(OLD_WARNED), use(OLD_ORDERED), use(OLD_FINAL)),
    "AsylG/67/1@2026-06-09",
)
NEW_ENDED = Definition(
    "asylum_permission_ended_new_law",
    "Die Gestattung ist nach neuem Recht erloschen und nicht wieder in Kraft getreten.",
    "The permission ended by the new law and has not revived.",
    all_of(
        any_of(use(NEW_WITHDRAWN), use(NEW_WARNED), use(NEW_ORDERED), use(NEW_FINAL), use(NEW_EXCEPTION)),
        not_(use(REVIVED)),
    ),
    "AsylG/67/1",
)
_LODGED = all_of(day("asylum_applied_on").not_after(TODAY), not_(use(MERE_FOLLOW_UP)))
_RUNNING = {
    **NO_RIGHT,
    "obligation_basis": "asylum_refused",
    "asylum_warning_enforceable": "no",
    "asylum_outcome": "open",
    "asylum_removal_act": "none",
    "asylum_action_outcome": "none",
    "asylum_final_since": "2026-12-31",
}
OLD_PERMITTED = of_old_law(
    "AsylG/55/1/1@2026-06-09",
    ("Der Aufenthalt ist zur Durchführung des Asylverfahrens gestattet.", "The stay is permitted for the procedure."),
    _STATE,
    all_of(_LODGED, not_(use(OLD_ENDED))),
    effect=("Eine Aufenthaltsgestattung besteht.", "There is a permission to stay."),
    yes=("Antrag gestellt, nicht entschieden", _RUNNING),
    no=("Entscheidung unanfechtbar", {**_RUNNING, "asylum_final_since": "2026-06-01"}),
    unknown=("Entscheidung nicht erfasst", {"asylum_removal_act": "none"}),
)
NEW_PERMITTED = of_new_law(
    "AsylG/55/1",
    (
        "Der Aufenthalt ist zur Durchführung des Asylverfahrens gestattet.",
        "The stay is permitted for the asylum procedure.",
    ),
    _STATE,
    all_of(_LODGED, not_(use(NEW_ENDED))),
    effect=("Gestattung und Recht auf Verbleib bestehen.", "Permission to stay and right to remain exist."),
    verified=False,
    yes=("Antrag eingereicht, nicht entschieden", {**_RUNNING, "asylum_article_68_3": "no"}),
    no=(
        "Entscheidung unanfechtbar",
        {**_RUNNING, "asylum_final_since": "2026-08-01", "asylum_stay_permitted_by_court": "no"},
    ),
)
TITLE_ENDS = norm(
    "AsylG/55/2/1",
    (
        "Mit dem Asylantrag erlöschen kurze Titel und die Wirkungen eines Antrags auf einen Titel.",
        "With the asylum application short titles and the effects of an application for a title end.",
    ),
    _STATE,
    all_of(
        day("asylum_applied_on").not_after(TODAY),
        any_of(
            fact("title_exempt"),
            all_of(
                established("title_valid_from"),
                day("title_valid_until").not_after(day("title_valid_from") + _SIX_MONTHS),
            ),
            all_of(
                fact("application_pending"),
                not_(all_of(is_in("application_kind", "extension"), use("title_longer_than_six_months"))),
                cite="AsylG/55/2/2",
            ),
        ),
    ),
    effect=(
        "Befreiung, Titel bis sechs Monate und Fiktion bestehen nicht mehr.",
        "Exemption, titles up to six months and provisional effects are gone.",
    ),
    decider="",
    yes=(
        "Visum für drei Monate",
        {
            "asylum_applied_on": "2026-07-01",
            "title_exempt": "no",
            "title_valid_from": "2026-06-15",
            "title_valid_until": "2026-09-14",
        },
    ),
    no=(
        "Kein Titel, kein Antrag",
        {"asylum_applied_on": "2026-07-01", "title_exempt": "no", "application_pending": "no"},
    ),
    unknown=("Ob ein Antrag anhängig ist, ist offen", {"asylum_applied_on": "2026-07-01", "title_exempt": "no"}),
)
LONG_TITLE = Definition(
    "title_longer_than_six_months",
    "Der Titel galt insgesamt länger als sechs Monate.",
    "The title was valid for more than six months in all.",
    (day("title_valid_from") + _SIX_MONTHS).before(day("title_valid_until")),
    "AsylG/55/2",
)
STAY = Definition(
    "asylum_application_permits_stay",
    "Der Asylantrag erlaubt den Aufenthalt: nach dem Eintrag der Behörde, sonst nach Antrag und Entscheidungen.",
    "The asylum application permits the stay: by the authority's entry, else by application and decisions.",
    any_of(
        fact("asylum_procedure_running"),
        all_of(
            not_(established("asylum_procedure_running")),
            any_of(use(OLD_PERMITTED), use(NEW_PERMITTED), use(REVIVED)),
        ),
    ),
    "AsylG/55/1",
)
DEFINITIONS = (MERE_FOLLOW_UP, OLD_ENDED, NEW_ENDED, LONG_TITLE, STAY)
NORMS = (
    OLD_PERMITTED,
    NEW_PERMITTED,
    TITLE_ENDS,
    OLD_WITHDRAWN,
    OLD_WARNED,
    OLD_ORDERED,
    OLD_FINAL,
    NEW_EXCEPTION,
    NEW_WITHDRAWN,
    NEW_WARNED,
    NEW_ORDERED,
    NEW_FINAL,
    REVIVED,
)
"""§§ 55, 67."""
