"""Residence Act §§ 50, 51, 58 (2): who is obliged to leave, when a title ends, when the obligation is enforceable."""

from datetime import date

from augenmass.law.language import TODAY, all_of, any_of, day, fact, is_in, none_of, not_, use
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms import departure
from augenmass.law.norms.specimens import OBLIGED, WARNED, with_facts
from augenmass.law.norms.writing import norm
from augenmass.law.vocabulary.stay import LIMITED_TITLES

_STATE = Modality.STATE

OBLIGED_TO_LEAVE = norm(
    "AufenthG/50/1",
    ("Die Person ist zur Ausreise verpflichtet.", "The person is obliged to leave."),
    _STATE,
    all_of(
        not_(fact("title_exempt", cite="AufenthG/4/1")),
        none_of(
            use(d.GERMAN, cite="AufenthG/2/1"),
            use(d.VALID_TITLE),
            use(d.STAY_BY_APPLICATION),
            fact("association_right"),
            use(d.FREE_MOVEMENT, cite="FreizügG/EU/11/14/2"),
            fact("asylum_procedure_running", cite="AsylG/55/1"),
            fact("withdrawal_agreement_right", cite="FreizügG/EU/16/1"),
            fact("derived_union_right", cite="AEUV/20"),
        ),
    ),
    effect=("Es besteht Ausreisepflicht.", "There is an obligation to leave."),
    yes=("Kein Titel, kein anderes Aufenthaltsrecht", OBLIGED),
    no=(
        "Eine Aufenthaltserlaubnis gilt noch",
        with_facts(OBLIGED, title_kind="residence_permit", title_valid_until="2027-01-31"),
    ),
    unknown=("Ob ein Asylverfahren läuft, ist offen", with_facts(OBLIGED, asylum_procedure_running=None)),
)
LEAVE_WITHOUT_DELAY = norm(
    "AufenthG/50/2",
    (
        "Unverzüglich auszureisen oder bis zum Ende der Ausreisefrist.",
        "Leave without delay or by the end of the period.",
    ),
    Modality.MUST,
    all_of(use(OBLIGED_TO_LEAVE), none_of(use(departure.PERIOD_RUNNING), use("AufenthG/59/1/6"))),
    effect=("Die Ausreise ist ohne weiteres Zuwarten geschuldet.", "Departure is due without further waiting."),
    decider="",
    yes=("Die Ausreisefrist ist vorbei", WARNED),
    no=("Die Ausreisefrist läuft", with_facts(WARNED, departure_period_until="2026-09-04")),
    unknown=(
        "Die Zustellung der Androhung ist offen, die Frist liefe noch",
        with_facts(WARNED, departure_period_until="2026-09-04", warning_service_proven=None),
    ),
)
OTHER_STATE = norm(
    "AufenthG/50/3/2",
    (
        "Zur Ausreise in einen anderen EU- oder Schengen-Staat auffordern.",
        "Ask the person to go to another EU or Schengen state.",
    ),
    Modality.MUST,
    all_of(use(OBLIGED_TO_LEAVE), fact("other_state_permits_stay")),
    effect=(
        "Die Person ist aufzufordern, sich unverzüglich in den Staat zu begeben, der den Aufenthalt erlaubt.",
        "The person is to be asked to go without delay to the state that permits the stay.",
    ),
    yes=("Ein italienischer Titel erlaubt den Aufenthalt dort", with_facts(OBLIGED, other_state_permits_stay="yes")),
    no=("Kein anderer Staat erlaubt den Aufenthalt", with_facts(OBLIGED, other_state_permits_stay="no")),
    unknown=("Ein Titel eines anderen Staates ist nicht geprüft", OBLIGED),
)
TITLE_EXPIRED = norm(
    "AufenthG/51/1/1/1",
    ("Der Titel ist durch Ablauf der Geltungsdauer erloschen.", "The title ended when its validity ran out."),
    _STATE,
    all_of(is_in("title_kind", *LIMITED_TITLES), day("title_valid_until").before(TODAY)),
    effect=(
        "Die Rechtmäßigkeit des Aufenthalts endet, soweit kein Antrag wirkt.",
        "Lawful stay ends unless an application has effect.",
    ),
    yes=("Gültig bis 30.06.2026", {"title_kind": "residence_permit", "title_valid_until": "2026-06-30"}),
    no=("Gültig bis 30.06.2027", {"title_kind": "residence_permit", "title_valid_until": "2027-06-30"}),
    unknown=("Nur das Jahr des Ablaufs ist bekannt", {"title_kind": "residence_permit", "title_valid_until": "2026"}),
)
TITLE_ENDED_OTHERWISE = norm(
    "AufenthG/51/1",
    ("Der Titel ist vor Ablauf seiner Geltungsdauer erloschen.", "The title ended before its validity ran out."),
    _STATE,
    is_in(
        "title_ended_by",
        "condition",
        "withdrawal",
        "revocation",
        "expulsion",
        "order_58a",
        "departure",
        "absence",
        "asylum_application",
    ),
    effect=("Der Aufenthaltstitel besteht nicht mehr.", "The residence title no longer exists."),
    yes=("Die Aufenthaltserlaubnis wurde widerrufen", {"title_ended_by": "revocation"}),
    no=("Nichts hat den Titel beendet", {"title_ended_by": "none"}),
    unknown=("Ob der Titel erloschen ist, wurde nicht geprüft", {}),
)
TITLE_ENDED_BY_PATERNITY = norm(
    "AufenthG/51/1/1/9",
    (
        "Der Titel ist mit der Zustimmung zur Vaterschaftsanerkennung entfallen.",
        "The title fell with the consent to the acknowledgement of paternity.",
    ),
    _STATE,
    is_in("title_ended_by", "paternity_consent"),
    effect=("Der vom Kind abgeleitete Titel besteht nicht mehr.", "The title derived from the child no longer exists."),
    since=date(2026, 7, 29),
    yes=("Die Zustimmung wurde zurückgenommen", {"title_ended_by": "paternity_consent"}),
    no=("Die Zustimmung besteht", {"title_ended_by": "none"}),
    unknown=("Ob die Zustimmung zurückgenommen ist, ist offen", {}),
)
UNLAWFUL_ENTRY = norm(
    "AufenthG/58/2/1/1",
    ("Vollziehbar wegen unerlaubter Einreise.", "Enforceable because of unlawful entry."),
    _STATE,
    all_of(is_in("obligation_basis", "unlawful_entry"), is_in("entry_kind", "unlawful")),
    effect=("Die Ausreisepflicht ist kraft Gesetzes vollziehbar.", "The obligation is enforceable by law."),
    yes=("Unerlaubt eingereist", {"obligation_basis": "unlawful_entry", "entry_kind": "unlawful"}),
    no=("Mit Visum eingereist", {"obligation_basis": "unlawful_entry", "entry_kind": "visa"}),
    unknown=("Die Art der Einreise ist offen", {"obligation_basis": "unlawful_entry"}),
)
NO_EFFECTIVE_APPLICATION = norm(
    "AufenthG/58/2/1/2",
    (
        "Vollziehbar, weil kein Antrag mit Wirkung gestellt ist.",
        "Enforceable because no application with effect was filed.",
    ),
    _STATE,
    all_of(is_in("obligation_basis", "no_application", "title_expired"), not_(use(d.STAY_BY_APPLICATION))),
    effect=("Die Ausreisepflicht ist kraft Gesetzes vollziehbar.", "The obligation is enforceable by law."),
    yes=("Titel abgelaufen, kein Antrag", with_facts(OBLIGED, obligation_basis="title_expired")),
    no=(
        "Rechtzeitig vor Ablauf beantragt",
        with_facts(
            OBLIGED,
            obligation_basis="title_expired",
            application_pending="yes",
            title_kind="residence_permit",
            title_valid_until="2026-06-30",
            application_filed_on="2026-06-01",
        ),
    ),
    unknown=(
        "Ob ein Antrag anhängig ist, ist offen",
        with_facts(OBLIGED, obligation_basis="title_expired", application_pending=None),
    ),
)
EU_RETURN_DECISION = norm(
    "AufenthG/58/2/1/3",
    ("Vollziehbar wegen anerkannter Rückführungsentscheidung.", "Enforceable because of a recognised return decision."),
    _STATE,
    all_of(is_in("obligation_basis", "eu_return_decision"), fact("eu_return_decision_recognised")),
    effect=("Die Ausreisepflicht ist kraft Gesetzes vollziehbar.", "The obligation is enforceable by law."),
    yes=(
        "Die Entscheidung ist anerkannt",
        {"obligation_basis": "eu_return_decision", "eu_return_decision_recognised": "yes"},
    ),
    no=(
        "Die Entscheidung ist nicht anerkannt",
        {"obligation_basis": "eu_return_decision", "eu_return_decision_recognised": "no"},
    ),
    unknown=("Über die Anerkennung ist nichts bekannt", {"obligation_basis": "eu_return_decision"}),
)
ENFORCEABLE_BY_DECISION = norm(
    "AufenthG/58/2/2",
    ("Vollziehbar, weil der Bescheid vollziehbar ist.", "Enforceable because the decision is."),
    _STATE,
    any_of(
        all_of(
            is_in("obligation_basis", "application_refused", "title_withdrawn", "expulsion", "loss_of_free_movement"),
            use(d.DECISION_ENFORCEABLE),
        ),
        all_of(
            use(d.ASYLUM_WARNING_ENFORCEABLE),
            any_of(is_in("title_kind", "none"), use(d.DECISION_ENFORCEABLE), cite="AsylG/43/1"),
            cite="AsylG/67/1",
        ),
    ),
    effect=(
        "Die Ausreisepflicht ist mit dem Bescheid vollziehbar.",
        "The obligation is enforceable with the decision.",
    ),
    yes=("Versagung zugestellt und unanfechtbar", OBLIGED),
    no=(
        "Das Gericht hat die aufschiebende Wirkung angeordnet",
        with_facts(OBLIGED, decision_suspensive_effect_restored="yes"),
    ),
    unknown=("Die Zustellung des Bescheids ist nicht nachgewiesen", with_facts(OBLIGED, decision_service_proven=None)),
)
ENFORCEABLE = norm(
    "AufenthG/58/2",
    ("Die Ausreisepflicht ist vollziehbar.", "The obligation to leave is enforceable."),
    _STATE,
    all_of(
        use(OBLIGED_TO_LEAVE),
        any_of(
            use(UNLAWFUL_ENTRY), use(NO_EFFECTIVE_APPLICATION), use(EU_RETURN_DECISION), use(ENFORCEABLE_BY_DECISION)
        ),
    ),
    effect=(
        "Die Ausreisepflicht kann durchgesetzt werden, wenn alles Weitere festgestellt ist.",
        "The obligation can be enforced if all else is established.",
    ),
    yes=("Versagung zugestellt und unanfechtbar", OBLIGED),
    no=("Ein Asylverfahren läuft", with_facts(OBLIGED, asylum_procedure_running="yes")),
    unknown=("Der Grund der Ausreisepflicht ist nicht festgestellt", with_facts(OBLIGED, obligation_basis=None)),
)

NORMS = (
    OBLIGED_TO_LEAVE,
    LEAVE_WITHOUT_DELAY,
    OTHER_STATE,
    TITLE_ENDED_OTHERWISE,
    TITLE_EXPIRED,
    TITLE_ENDED_BY_PATERNITY,
    ENFORCEABLE,
    UNLAWFUL_ENTRY,
    NO_EFFECTIVE_APPLICATION,
    EU_RETURN_DECISION,
    ENFORCEABLE_BY_DECISION,
)
"""§§ 50, 51, 58 (2) in the order of the statute."""
