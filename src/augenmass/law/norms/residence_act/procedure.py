"""Residence Act §§ 71 (1), 72 (4), 77, 81 (3)–(5), 82, 84: competence, consent, form, effect of applications and remedies."""

from augenmass.law.language import (
    TODAY,
    all_of,
    any_of,
    assessment,
    day,
    established,
    fact,
    is_in,
    none_of,
    not_,
    presumed,
    unverified,
    use,
)
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms.residence_act.obligation import OBLIGED_TO_LEAVE
from augenmass.law.norms.specimens import OBLIGED, with_facts
from augenmass.law.norms.writing import done, norm
from augenmass.law.vocabulary.stay import LIMITED_TITLES

_PENDING = {
    "application_pending": "yes",
    "title_kind": "residence_permit",
    "title_valid_until": "2026-06-30",
    "application_filed_on": "2026-06-10",
}

COMPETENT = norm(
    "AufenthG/71/1/1",
    ("Die Ausländerbehörde ist zuständig.", "The foreigners' authority is competent."),
    Modality.STATE,
    established("land"),
    effect=("Maßnahmen und Entscheidungen trifft die Ausländerbehörde.", "Measures and decisions are the authority's."),
    yes=("Die Behörde gehört zu einem Land", {"land": "ST"}),
    no=("Kein Land erfasst", {}),
    unknown=None,
)
CENTRAL_BODY = norm(
    "AufenthG/71/1/4",
    (
        "Abschiebungen vollzieht die zentrale Stelle des Landes.",
        "Removals are carried out by the central body of the Land.",
    ),
    Modality.STATE,
    not_(fact("land_authority_arranges_removal")),
    effect=(
        "Die Ausländerbehörde gibt den Vorgang an die zentrale Stelle ab.",
        "The authority refers the case to the central body.",
    ),
    decider="zentrale Stelle des Landes",
    yes=("Landesprofil: zentrale Stelle", {"land_authority_arranges_removal": "no"}),
    no=("Landesprofil: Ausländerbehörde selbst", {"land_authority_arranges_removal": "yes"}),
    unknown=("Landesprofil ohne Angabe", {}),
)
PROSECUTION_CONSENT = norm(
    "AufenthG/72/4/1",
    (
        "Bei offenem Strafverfahren keine Abschiebung ohne Einvernehmen der Staatsanwaltschaft.",
        "With criminal proceedings open, no removal without consent of the prosecution.",
    ),
    Modality.FORBIDDEN,
    all_of(
        fact("criminal_proceedings_open"),
        not_(fact("only_minor_prosecution_interest", cite="AufenthG/72/4/3")),
        not_(fact("prosecution_consents")),
    ),
    effect=("Das Einvernehmen fehlt und ist einzuholen.", "Consent is missing and is to be sought."),
    decider="Staatsanwaltschaft",
    yes=(
        "Anklage, kein Einvernehmen",
        {"criminal_proceedings_open": "yes", "only_minor_prosecution_interest": "no", "prosecution_consents": "no"},
    ),
    no=("Kein offenes Verfahren", {"criminal_proceedings_open": "no"}),
    unknown=(
        "Ob ein Verfahren offen ist, ist nicht bekannt",
        {"prosecution_consents": "no", "only_minor_prosecution_interest": "no"},
    ),
)
WITNESS_CONSENT = norm(
    "AufenthG/72/4/2",
    ("Im Zeugenschutz keine Abschiebung ohne Einvernehmen.", "In witness protection no removal without consent."),
    Modality.FORBIDDEN,
    all_of(fact("witness_protection"), not_(fact("witness_protection_consents"))),
    effect=(
        "Das Einvernehmen der Zeugenschutzdienststelle fehlt.",
        "Consent of the witness protection office is missing.",
    ),
    decider="Zeugenschutzdienststelle",
    yes=("Im Zeugenschutz, kein Einvernehmen", {"witness_protection": "yes", "witness_protection_consents": "no"}),
    no=("Kein Zeugenschutz", {"witness_protection": "no"}),
    unknown=("Nicht erfragt", {}),
)
WRITTEN_FORM = norm(
    "AufenthG/77/1/1",
    ("Die Androhung bedarf der Schriftform und einer Begründung.", "The warning needs written form and reasons."),
    Modality.MUST,
    use("AufenthG/59/1/1"),
    effect=(
        "Schriftlich, begründet, mit Rechtsbehelfsbelehrung.",
        "In writing, with reasons and an instruction on remedies.",
    ),
    yes=("Androhung steht an", OBLIGED),
    no=("Keine Androhung möglich", with_facts(OBLIGED, family_ties_oppose="yes")),
    unknown=("Familiäre Bindungen nicht geprüft", with_facts(OBLIGED, family_ties_oppose=None)),
)
TRANSLATION = norm(
    "AufenthG/77/3/1",
    (
        "Auf Antrag ist eine Übersetzung von Tenor und Belehrung kostenfrei zu stellen.",
        "On request a translation of operative part and instruction is free.",
    ),
    Modality.MUST,
    all_of(
        use(OBLIGED_TO_LEAVE),
        none_of(
            is_in("entry_kind", "unlawful"),
            all_of(is_in("obligation_basis", "expulsion"), fact("obliged_by_conviction")),
            use(d.DEPARTED, cite="AufenthG/77/3/6"),
            cite="AufenthG/77/3/4",
        ),
    ),
    effect=(
        "Mündlich oder schriftlich in einer verständlichen Sprache.",
        "Spoken or written, in a language that is understood.",
    ),
    yes=("Mit Visum eingereist", OBLIGED),
    no=("Unerlaubt eingereist: Standardformular genügt", with_facts(OBLIGED, entry_kind="unlawful")),
    unknown=("Art der Einreise offen", with_facts(OBLIGED, entry_kind=None)),
)
STAY_PERMITTED = norm(
    "AufenthG/81/3/1",
    ("Der Aufenthalt gilt bis zur Entscheidung als erlaubt.", "The stay is deemed permitted until the decision."),
    Modality.STATE,
    all_of(fact("application_pending"), fact("lawful_stay_when_applied"), fact("application_in_time")),
    effect=("Der Aufenthalt ist nicht ausreisepflichtig.", "The stay is without an obligation to leave."),
    yes=(
        "Rechtzeitig aus rechtmäßigem Aufenthalt beantragt",
        {"application_pending": "yes", "lawful_stay_when_applied": "yes", "application_in_time": "yes"},
    ),
    no=("Kein Antrag anhängig", {"application_pending": "no"}),
    unknown=("Rechtmäßigkeit bei Antragstellung offen", {"application_pending": "yes", "application_in_time": "yes"}),
)
REMOVAL_DEEMED_SUSPENDED = norm(
    "AufenthG/81/3/2",
    (
        "Bei verspätetem Antrag gilt die Abschiebung als ausgesetzt.",
        "With a late application removal is deemed suspended.",
    ),
    Modality.STATE,
    all_of(
        fact("application_pending"),
        not_(fact("application_in_time")),
        any_of(
            fact("lawful_stay_when_applied"),
            # Whoever let the time of a lawful stay without a title pass is late; whether the sentence still reaches them is disputed.
            unverified(all_of(is_in("title_kind", "none"), is_in("entry_kind", "visa", "exempt", "born_here"))),
        ),
    ),
    effect=("Bis zur Entscheidung darf nicht abgeschoben werden.", "Until the decision there must be no removal."),
    yes=(
        "Verspätet beantragt",
        {"application_pending": "yes", "lawful_stay_when_applied": "yes", "application_in_time": "no"},
    ),
    no=("Kein Antrag anhängig", {"application_pending": "no"}),
    unknown=("Rechtzeitigkeit offen", {"application_pending": "yes", "lawful_stay_when_applied": "yes"}),
)
TITLE_CONTINUES = norm(
    "AufenthG/81/4/1",
    (
        "Der bisherige Titel gilt bis zur Entscheidung als fortbestehend.",
        "The former title is deemed to continue until the decision.",
    ),
    Modality.STATE,
    presumed(
        all_of(
            fact("application_pending"),
            is_in("title_kind", *(kind for kind in LIMITED_TITLES if kind != "visa_schengen"), cite="AufenthG/81/4/2"),
            day("application_filed_on").not_after(day("title_valid_until")),
        ),
        unless=any_of(use(d.TITLE_ENDED, cite="AufenthG/51/1"), use("AufenthG/104c/2/3")),
        cite="AufenthG/81/4/1",
    ),
    effect=("Der Titel wirkt fort.", "The title keeps its effect."),
    yes=("Vor Ablauf beantragt", _PENDING),
    no=("Nach Ablauf beantragt", {**_PENDING, "application_filed_on": "2026-07-10"}),
    unknown=(
        "Tag der Antragstellung unbekannt",
        {name: value for name, value in _PENDING.items() if name != "application_filed_on"},
    ),
)
CONTINUATION_ORDERED = norm(
    "AufenthG/81/4/3",
    (
        "Die Fortgeltung wurde wegen unbilliger Härte angeordnet.",
        "Continued validity was ordered to avoid undue hardship.",
    ),
    Modality.MAY,
    all_of(fact("application_pending"), assessment("continuation_ordered")),
    effect=("Der Titel wirkt trotz Verspätung fort.", "The title keeps its effect in spite of the delay."),
    yes=("Anordnung getroffen", {"application_pending": "yes", "continuation_ordered": "yes"}),
    no=("Keine Anordnung", {"application_pending": "yes", "continuation_ordered": "no"}),
    unknown=("Nicht erfasst", {"application_pending": "yes"}),
)
CERTIFY_PROVISIONAL = norm(
    "AufenthG/81/5",
    (
        "Über die Wirkung des Antrags ist eine Bescheinigung auszustellen.",
        "The effect of the application is to be certified.",
    ),
    Modality.MUST,
    any_of(use(d.STAY_BY_APPLICATION), use(REMOVAL_DEEMED_SUSPENDED)),
    effect=("Die Fiktionsbescheinigung ist auszustellen.", "The provisional certificate is to be issued."),
    yes=("Vor Ablauf beantragt", _PENDING),
    no=("Kein Antrag anhängig", {"application_pending": "no"}),
    unknown=("Tag der Antragstellung unbekannt", {"application_pending": "yes", "title_kind": "residence_permit"}),
)
COOPERATE = norm(
    "AufenthG/82/1/1",
    (
        "Günstige Umstände und Nachweise sind unverzüglich vorzubringen.",
        "Favourable circumstances and evidence are to be presented without delay.",
    ),
    Modality.MUST,
    use(d.CASE_OPEN),
    effect=(
        "Die Person bringt vor, was für sie spricht; was offenkundig oder bekannt ist, braucht sie nicht vorzubringen.",
        "The person presents what speaks for them; what is obvious or known needs no presenting.",
    ),
    decider="",
    yes=("Der Vorgang ist offen", OBLIGED),
    no=("Der Vorgang ist abgeschlossen", with_facts(OBLIGED, case_closed_on="2026-08-01")),
    unknown=("Der Tag des Abschlusses ist unklar", with_facts(OBLIGED, case_closed_on="2026")),
)
SET_PERIOD = norm(
    "AufenthG/82/1/2",
    ("Für Nachweise kann eine angemessene Frist gesetzt werden.", "A reasonable period for evidence can be set."),
    Modality.MAY,
    all_of(
        use(d.CASE_OPEN),
        not_(all_of(established("cooperation_period_until"), day("cooperation_period_until").not_before(TODAY))),
    ),
    effect=(
        "Mit der Frist ist auf die Folgen ihres Versäumens hinzuweisen.",
        "With the period goes a notice of the effect of missing it.",
    ),
    yes=("Noch keine Frist gesetzt", OBLIGED),
    no=("Eine Frist läuft", with_facts(OBLIGED, cooperation_period_until="2026-09-10")),
    unknown=("Das Ende einer gesetzten Frist ist unklar", with_facts(OBLIGED, cooperation_period_until="2026")),
)
COOPERATION_PRECLUDED = norm(
    "AufenthG/82/1/4",
    ("Verspätet Vorgebrachtes kann unberücksichtigt bleiben.", "What is submitted late may be disregarded."),
    Modality.MAY,
    all_of(
        day("cooperation_period_until").before(TODAY),
        fact("cooperation_notice_given", cite="AufenthG/82/3/2"),
        assessment("late_submission_disregarded"),
    ),
    effect=(
        "Nur nach Hinweis auf die Folgen und nach Ermessen.",
        "Only after notice of the effect, and by discretion.",
    ),
    yes=(
        "Frist vorbei, Hinweis gegeben, entschieden",
        {
            "cooperation_period_until": "2026-07-31",
            "cooperation_notice_given": "yes",
            "late_submission_disregarded": "yes",
        },
    ),
    no=("Kein Hinweis gegeben", {"cooperation_period_until": "2026-07-31", "cooperation_notice_given": "no"}),
    unknown=("Hinweis nicht erfasst", {"cooperation_period_until": "2026-07-31", "late_submission_disregarded": "yes"}),
)
INFORM = norm(
    "AufenthG/82/3/1",
    ("Auf Rechte und Pflichten soll hingewiesen werden.", "The person shall be told of rights and duties."),
    Modality.SHALL,
    not_(done("rights_informed_on")),
    effect=("Der Hinweis steht aus.", "The notice is outstanding."),
    yes=("Noch nicht informiert", {}),
    no=("Im Mai informiert", {"rights_informed_on": "2026-05-20"}),
    unknown=("Nur das Jahr bekannt", {"rights_informed_on": "2026"}),
)
REFUSAL_ENFORCEABLE = norm(
    "AufenthG/84/1/1/1",
    (
        "Rechtsbehelfe gegen die Versagung des Titels haben keine aufschiebende Wirkung.",
        "Remedies against refusal of a title have no suspensive effect.",
    ),
    Modality.STATE,
    is_in("decision_kind", "refusal"),
    effect=("Die Versagung ist mit der Zustellung vollziehbar.", "The refusal is enforceable once served."),
    suspensive=False,
    yes=("Versagung", {"decision_kind": "refusal"}),
    no=("Ausweisung", {"decision_kind": "expulsion"}),
    unknown=("Art des Bescheids offen", {}),
)
STAY_ENDS_ANYWAY = norm(
    "AufenthG/84/2/1",
    (
        "Rechtsbehelfe lassen die Beendigung des rechtmäßigen Aufenthalts unberührt.",
        "Remedies leave the end of lawful stay untouched.",
    ),
    Modality.STATE,
    all_of(
        is_in("decision_kind", "expulsion", "revocation", "withdrawal", "limitation"),
        fact("decision_service_proven"),
    ),
    effect=(
        "Die Rechtmäßigkeit endet, die Vollziehbarkeit richtet sich nach § 80 VwGO.",
        "Lawful stay ends; enforceability follows § 80 of the Code of Administrative Court Procedure.",
    ),
    suspensive=True,
    yes=("Ausweisung zugestellt", {"decision_kind": "expulsion", "decision_service_proven": "yes"}),
    no=("Versagung", {"decision_kind": "refusal", "decision_service_proven": "yes"}),
    unknown=("Zustellung offen", {"decision_kind": "expulsion"}),
)

NORMS = (
    COMPETENT,
    CENTRAL_BODY,
    PROSECUTION_CONSENT,
    WITNESS_CONSENT,
    WRITTEN_FORM,
    TRANSLATION,
    STAY_PERMITTED,
    REMOVAL_DEEMED_SUSPENDED,
    TITLE_CONTINUES,
    CONTINUATION_ORDERED,
    CERTIFY_PROVISIONAL,
    COOPERATE,
    SET_PERIOD,
    COOPERATION_PRECLUDED,
    INFORM,
    REFUSAL_ENFORCEABLE,
    STAY_ENDS_ANYWAY,
)
"""§§ 71–84 in the order of the statute."""
