"""Asylum Act §§ 11, 23, 39, 40, 42, 43: who decides and enforces after an asylum application; who is told; former titles, families."""

from augenmass.law.language import TODAY, all_of, any_of, day, fact, is_in, not_, use
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms.asylum.enforceable import ASYLUM_FINAL, NOTICE, ORDERED, WARNED
from augenmass.law.norms.asylum.stay import ENFORCEABLE, LONG_TITLE
from augenmass.law.norms.asylum.transition import REFORM, of_old_law
from augenmass.law.norms.specimens import REFUSED, with_facts
from augenmass.law.norms.writing import FEDERAL_OFFICE, norm

_FINAL = {"asylum_final_since": "2026-08-03", "asylum_action_outcome": "refused"}
_NOT_FINAL = {**_FINAL, "asylum_action_outcome": "pending"}
_APPLIED = any_of(fact("asylum_ever_applied"), day("asylum_applied_on").not_after(TODAY))

NO_OBJECTION = norm(
    "AsylG/11",
    (
        "Gegen Entscheidungen nach dem Asylgesetz findet kein Widerspruch statt.",
        "Against decisions under the Asylum Act there is no objection.",
    ),
    Modality.STATE,
    any_of(WARNED, ORDERED, is_in("decision_kind", "asylum")),
    effect=("Der Rechtsbehelf ist die Klage.", "The remedy is the action."),
    decider="",
    yes=("Androhung des Bundesamtes", {"asylum_removal_act": "warning"}),
    no=("Ausweisung durch die Ausländerbehörde", {"asylum_removal_act": "none", "decision_kind": "expulsion"}),
    unknown=("Kein Bescheid erfasst", {}),
)
FEDERAL_OFFICE_FINDS = norm(
    "AsylG/23//1",
    (
        "Nach einem Asylantrag stellt das Bundesamt fest, ob ein Abschiebungsverbot nach § 60 Absatz 5 oder 7 besteht.",
        "After an asylum application the Federal Office finds whether removal is prohibited under section 60 (5) or (7).",
    ),
    Modality.STATE,
    _APPLIED,
    effect=(
        "Das gilt auch nach Abschluss des Asylverfahrens; die Ausländerbehörde entscheidet darüber nicht.",
        "Also after the end of the procedure; the foreigners' authority does not decide on it.",
    ),
    decider=FEDERAL_OFFICE,
    since=REFORM,
    yes=("Asylantrag vor Jahren abgelehnt", {"asylum_ever_applied": "yes", "asylum_applied_on": "2019-02-11"}),
    no=("Nie Asyl beantragt", {"asylum_ever_applied": "no", "asylum_applied_on": "2026-12-31"}),
    unknown=("Nicht erfragt", {}),
)
OLD_FEDERAL_OFFICE_FINDS = of_old_law(
    "AsylG/24/2@2026-06-09",
    (
        "Nach einem Asylantrag entscheidet das Bundesamt auch über Abschiebungsverbote.",
        "After an asylum application the Federal Office decides on prohibitions of removal too.",
    ),
    Modality.STATE,
    _APPLIED,
    effect=("Zuständig ist das Bundesamt.", "The Federal Office is competent."),
    yes=("Antrag gestellt", {"asylum_ever_applied": "yes"}),
    no=("Antrag erst später", {"asylum_ever_applied": "no", "asylum_applied_on": "2026-12-31"}),
    unknown=("Nur das Jahr bekannt", {"asylum_ever_applied": "no", "asylum_applied_on": "2026"}),
)
AUTHORITY_ENDS_STAY = norm(
    "AsylG/39//1",
    (
        "Nach unanfechtbarem Abschluss ist die Ausländerbehörde für die Beendigung des Aufenthalts zuständig.",
        "After the final end the foreigners' authority is competent for ending the stay.",
    ),
    Modality.STATE,
    use(ASYLUM_FINAL),
    effect=("Entscheidungen und Maßnahmen trifft die Ausländerbehörde.", "Decisions and measures are the authority's."),
    since=REFORM,
    yes=("Klage abgewiesen, rechtskräftig", _FINAL),
    no=("Klage anhängig", _NOT_FINAL),
    unknown=("Ausgang der Klage nicht erfasst", {"asylum_final_since": "2026-08-03"}),
)
AUTHORITY_EARLIER = norm(
    "AsylG/39//2",
    (
        "In den Fällen der Wochenfrist ist die Ausländerbehörde ab der ersten Vollziehbarkeit zuständig.",
        "In cases of the week's time the authority is competent from the first enforceability.",
    ),
    Modality.STATE,
    all_of(any_of(ORDERED, fact("asylum_article_67_7_a")), use(NOTICE)),
    effect=("Die Zuständigkeit beginnt vor der Unanfechtbarkeit.", "Competence begins before finality."),
    since=REFORM,
    yes=("Androhung vollziehbar", {**ENFORCEABLE, "asylum_article_67_7_a": "yes"}),
    no=("Keine Wochenfrist", {**ENFORCEABLE, "asylum_article_67_7_a": "no"}),
    unknown=("Bescheid nicht geprüft", ENFORCEABLE),
)
TELL_AUTHORITY = norm(
    "AsylG/40/1/1",
    (
        "Das Bundesamt unterrichtet die Ausländerbehörde unverzüglich über eine vollziehbare Androhung.",
        "The Federal Office tells the authority without delay of an enforceable warning.",
    ),
    Modality.MUST,
    all_of(WARNED, use(NOTICE)),
    effect=("Die für die Abschiebung nötigen Unterlagen kommen mit.", "The papers needed for removal come along."),
    decider=FEDERAL_OFFICE,
    yes=("Androhung vollziehbar", ENFORCEABLE),
    no=("Weder Androhung noch Anordnung", {**ENFORCEABLE, "asylum_removal_act": "none"}),
    unknown=("Art des Ausspruchs nicht erfasst", {k: v for k, v in ENFORCEABLE.items() if k != "asylum_removal_act"}),
)
BOUND = norm(
    "AsylG/42//1",
    (
        "Die Ausländerbehörde ist an die Entscheidung über § 60 Absatz 5 oder 7 gebunden.",
        "The authority is bound by the decision on section 60 (5) or (7).",
    ),
    Modality.FORBIDDEN,
    all_of(
        _APPLIED,
        is_in(
            "asylum_outcome",
            "unfounded",
            "manifestly_unfounded",
            "protected_elsewhere",
            "safe_third_state",
            "other_third_state",
            "other_state_responsible",
            "no_further_procedure",
            "withdrawn",
            "discontinued",
        ),
    ),
    effect=(
        "Die Behörde weicht von der Feststellung nicht ab, auch nicht zulasten der Person.",
        "The authority does not depart from the finding, nor to the person's disadvantage.",
    ),
    yes=("Abgelehnt", {"asylum_ever_applied": "yes", "asylum_outcome": "unfounded"}),
    no=("Noch nicht entschieden", {"asylum_ever_applied": "yes", "asylum_outcome": "open"}),
    unknown=("Entscheidung nicht erfasst", {"asylum_ever_applied": "yes"}),
)
_FORMER = {
    **REFUSED,
    "title_kind": "residence_permit",
    **{k: v for k, v in ENFORCEABLE.items() if k.startswith("asylum")},
}
FORMER_TITLE = norm(
    "AsylG/43/1",
    (
        "Nach früherem Besitz eines Titels wird die Androhung erst vollzogen, wenn auch dessen Ende vollziehbar ist.",
        "After a former title the warning is enforced only when the end of that title is enforceable too.",
    ),
    Modality.FORBIDDEN,
    all_of(not_(is_in("title_kind", "none")), not_(use(d.DECISION_ENFORCEABLE))),
    effect=("Die Androhung darf noch nicht vollzogen werden.", "The warning must not be enforced yet."),
    yes=("Versagung nicht zugestellt", with_facts(_FORMER, decision_service_proven="no")),
    no=("Nie im Besitz eines Titels", with_facts(_FORMER, title_kind="none")),
    unknown=("Zustellung nicht geprüft", with_facts(_FORMER, decision_service_proven=None)),
)
_EXTENSION = {
    "application_pending": "yes",
    "application_kind": "extension",
    "title_valid_from": "2024-08-01",
    "title_valid_until": "2026-07-31",
}
EXTENSION_FIRST = norm(
    "AsylG/43/2/1",
    (
        "Ist die Verlängerung eines längeren Titels beantragt, wird die Androhung erst mit deren Ablehnung vollziehbar.",
        "With an extension of a longer title applied for, the warning becomes enforceable only with its refusal.",
    ),
    Modality.STATE,
    all_of(fact("application_pending"), is_in("application_kind", "extension"), use(LONG_TITLE)),
    effect=("Die Androhung ist noch nicht vollziehbar.", "The warning is not enforceable yet."),
    yes=("Titel über zwei Jahre, Verlängerung beantragt", _EXTENSION),
    no=("Kein Antrag anhängig", {**_EXTENSION, "application_pending": "no"}),
    unknown=("Beginn des Titels unbekannt", {k: v for k, v in _EXTENSION.items() if k != "title_valid_from"}),
)
FAMILY_TOGETHER = norm(
    "AsylG/43/3/1",
    (
        "Die Abschiebung kann ausgesetzt werden, damit eine Familie gemeinsam ausreisen kann.",
        "Removal may be suspended so that a family can leave together.",
    ),
    Modality.MAY,
    fact("family_applied_together"),
    effect=("Über die Aussetzung wird eine Bescheinigung ausgestellt.", "The suspension is certified."),
    yes=("Eltern und Kinder haben zusammen beantragt", {"family_applied_together": "yes"}),
    no=("Allein eingereist", {"family_applied_together": "no"}),
    unknown=("Nicht erfragt", {}),
)
NORMS = (
    NO_OBJECTION,
    FEDERAL_OFFICE_FINDS,
    OLD_FEDERAL_OFFICE_FINDS,
    AUTHORITY_ENDS_STAY,
    AUTHORITY_EARLIER,
    TELL_AUTHORITY,
    BOUND,
    FORMER_TITLE,
    EXTENSION_FIRST,
    FAMILY_TOGETHER,
)
"""§§ 11–43 as far as they say who acts."""
