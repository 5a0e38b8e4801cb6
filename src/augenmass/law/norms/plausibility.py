"""The plausibility gate: may an entry be relied on before any step of enforcement? One doubt for each class of error known from practice.

A doubt is raised when something positively speaks for it. The gate is yes only when every doubt is answered no *and* a named officer
looked at the class: what nobody looked at leaves the gate not established.
"""

from augenmass.law.language import (
    TODAY,
    Condition,
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    fact,
    is_in,
    none_of,
    not_,
    use,
)
from augenmass.law.norm import Doubt
from augenmass.law.norms import definitions as d
from augenmass.law.norms.writing import done, fresh, looked_at
from augenmass.law.vocabulary.plausibility import CLASSES
from augenmass.law.vocabulary.prospect_checks import EACH_PROSPECT, assessed

RECHECK_DAYS = 14
"""How long a check of enforceability counts. An organisational parameter, not a period of the statute."""

PROSPECT_DAYS = 180
"""How long a check of prospects of residence counts. An organisational parameter."""

_PRACTICE = "VwVfG/24/1"
"""The duty to find out the facts of the case of its own motion."""

_TITLE_BASES = ("application_refused", "title_withdrawn", "expulsion", "loss_of_free_movement")


def _doubt(key: str, words: tuple[str, str], when: Condition, clears_with: tuple[str, ...], cite: str) -> Doubt:
    return Doubt(f"doubt_{key}", *words, when, (*clears_with, f"checked_{key}_on"), cite)


DOUBTS = (
    _doubt(
        "asylum_procedure",
        (
            "Ein Asylverfahren oder Folgeantrag läuft, oder die Einträge dazu widersprechen einander.",
            "An asylum procedure or follow-up application is running, or the entries about it contradict each other.",
        ),
        any_of(
            fact("asylum_procedure_running"),
            fact("asylum_follow_up_pending", cite="AsylG/71/3"),
            use("asylum_entries_contradict"),
        ),
        (
            "asylum_procedure_running",
            "asylum_follow_up_pending",
            "asylum_warning_enforceable",
            "asylum_outcome",
            "asylum_urgent_outcome",
            "asylum_stay_permitted_by_court",
            "transfer_suspended_by_court",
            "asylum_applied_on",
            "asylum_decision_served_on",
            "follow_up_filed_on",
            "follow_up_message",
        ),
        "AsylG/55/1",
    ),
    _doubt(
        "free_movement",
        (
            "Die Person ist deutsch oder freizügigkeitsberechtigt ohne vollziehbare Verlustfeststellung.",
            "The person is German, or has freedom of movement without an enforceable finding of loss.",
        ),
        any_of(use(d.FREE_MOVEMENT), use(d.GERMAN, cite="AufenthG/2/1")),
        ("nationality", "free_movement", "family_of_union_citizen", "loss_of_free_movement_enforceable"),
        "FreizügG/EU/7/1",
    ),
    _doubt(
        "protection_status",
        (
            "Ein Schutzstatus oder Abschiebungsverbot ist eingetragen.",
            "A protection status or prohibition is on record.",
        ),
        any_of(
            is_in("protection_status", *d.PROTECTED),
            use(d.PROHIBITED),
            fact("protected_in_other_member_state", cite="AufenthG/58/1b"),
        ),
        (
            "protection_status",
            "prohibition_refugee",
            "prohibition_serious_harm",
            "prohibition_human_rights",
            "prohibition_concrete_danger",
            "protected_in_other_member_state",
        ),
        "AufenthG/60/1/2",
    ),
    _doubt(
        "valid_title",
        ("Ein Aufenthaltstitel gilt noch.", "A residence title is still valid."),
        use(d.VALID_TITLE),
        ("title_kind", "title_valid_until", "title_ended_by"),
        "AufenthG/50/1",
    ),
    _doubt(
        "provisional_effect",
        (
            "Ein Antrag wirkt als Fiktion oder eine Fiktionsbescheinigung gilt.",
            "An application has provisional effect or a certificate is valid.",
        ),
        any_of(
            use(d.STAY_BY_APPLICATION),
            use("AufenthG/81/3/2"),
            all_of(
                is_in("provisional_certificate", "permitted", "suspended", "continued"),
                day("provisional_valid_until").not_before(TODAY),
            ),
        ),
        ("application_pending", "provisional_certificate", "provisional_valid_until"),
        "AufenthG/81/4",
    ),
    _doubt(
        "court_order",
        ("Eine gerichtliche Entscheidung steht entgegen.", "A court decision stands against it."),
        any_of(fact("court_prohibits_removal"), use("asylum_court_protection_on_record")),
        (
            "court_prohibits_removal",
            "asylum_urgent_outcome",
            "asylum_stay_permitted_by_court",
            "transfer_suspended_by_court",
        ),
        "VwGO/80/5",
    ),
    _doubt(
        "urgent_application",
        ("Ein Eilantrag oder Abänderungsantrag ist anhängig.", "An urgent application to a court is pending."),
        any_of(
            fact("urgent_application_pending"),
            fact("urgent_change_application_pending", cite="VwGO/80/7"),
            use("asylum_urgent_application_on_record"),
        ),
        ("urgent_application_pending", "urgent_change_application_pending", "asylum_urgent_outcome"),
        "VwGO/80/5",
    ),
    _doubt(
        "hardship",
        ("Die Härtefallkommission ist befasst.", "The hardship commission is dealing with the case."),
        fact("hardship_pending"),
        ("hardship_pending",),
        "AufenthG/23a/1",
    ),
    _doubt(
        "petition",
        ("Eine Petition ist anhängig.", "A petition is pending."),
        fact("petition_pending"),
        ("petition_pending",),
        "GG/17",
    ),
    _doubt(
        "minor",
        (
            "Eine unbegleitete minderjährige Person ohne gesicherte Übergabe.",
            "An unaccompanied minor without an assured handover.",
        ),
        use("AufenthG/58/1a"),
        ("minor", "unaccompanied", "minor_handover_assured"),
        "AufenthG/58/1a",
    ),
    _doubt(
        "unserved_decision",
        ("Der Bescheid ist nicht nachweislich zugestellt.", "The decision has not been served provably."),
        all_of(is_in("obligation_basis", *_TITLE_BASES), not_(fact("decision_service_proven"))),
        ("obligation_basis", "decision_service_proven"),
        "VwVfG/41/1",
    ),
    _doubt(
        "temporary_protection",
        ("Vorübergehender Schutz kommt in Betracht.", "Temporary protection is possible."),
        fact("temporary_protection"),
        ("temporary_protection",),
        "AufenthG/24/1",
    ),
    _doubt(
        "association_right",
        ("Ein Recht aus dem Assoziationsrecht kommt in Betracht.", "A right under the association is possible."),
        fact("association_right"),
        ("association_right",),
        "AufenthG/4/2",
    ),
    _doubt(
        "withdrawal_agreement",
        (
            "Ein Recht aus dem Austrittsabkommen kommt in Betracht.",
            "A right under the withdrawal agreement is possible.",
        ),
        fact("withdrawal_agreement_right"),
        ("withdrawal_agreement_right",),
        "FreizügG/EU/16/1",
    ),
    _doubt(
        "derived_union_right",
        (
            "Ein abgeleitetes Recht aus Artikel 20 AEUV kommt in Betracht.",
            "A derived right under Article 20 TFEU is possible.",
        ),
        fact("derived_union_right"),
        ("derived_union_right",),
        "AEUV/20",
    ),
    *(
        _doubt(
            key,
            (f"Ein Antrag nach § {number} ist anhängig.", f"An application under section {number} is pending."),
            fact(f"application_{number}_pending"),
            (f"application_{number}_pending",),
            f"AufenthG/{number}/1",
        )
        for key, number in (
            ("training", "60c"),
            ("employment", "60d"),
            ("integrated_youth", "25a"),
            ("lasting_integration", "25b"),
        )
    ),
    _doubt(
        "victim",
        (
            "Anhaltspunkte, dass die Person Opfer einer Straftat ist.",
            "Indications that the person is a victim of an offence.",
        ),
        fact("victim_indications"),
        ("victim_indications",),
        "AufenthG/59/7",
    ),
    _doubt(
        "paternity",
        ("Ein Verfahren zur Vaterschaftsanerkennung läuft.", "A paternity consent procedure is running."),
        fact("paternity_procedure_pending"),
        ("paternity_procedure_pending",),
        "AufenthG/60a/2/4",
    ),
    _doubt(
        "human_rights_court",
        ("Der EGMR hat eine vorläufige Maßnahme angezeigt.", "The Court of Human Rights has indicated a measure."),
        fact("human_rights_court_measure"),
        ("human_rights_court_measure",),
        "EMRK/34",
    ),
    _doubt(
        "united_nations",
        (
            "Ein UN-Ausschuss hat um eine vorläufige Maßnahme ersucht.",
            "A UN committee has asked for an interim measure.",
        ),
        fact("united_nations_measure"),
        ("united_nations_measure",),
        "VwVfG/24/1",
    ),
)
"""One doubt for each class of error, in the order of the plausibility check."""

LOOKED_AT = Definition(
    "every_class_looked_at",
    "Jeder Punkt der Plausibilitätsprüfung wurde von einem Menschen angesehen.",
    "Every item of the plausibility check was looked at by a human.",
    any_of(
        looked_at("enforceability_checked_on"),
        all_of(*(looked_at(f"checked_{key}_on") for key, _, _ in CLASSES)),
    ),
    _PRACTICE,
)
RELIABLE = Definition(
    "no_doubt_and_looked_at",
    "Keine der bekannten Fehlerklassen trifft zu und jede wurde angesehen.",
    "None of the known classes of error applies and each was looked at.",
    all_of(none_of(*(use(doubt) for doubt in DOUBTS)), use(LOOKED_AT)),
    _PRACTICE,
)
RECHECKED = Definition(
    "recheck_current_enough",
    f"Die Vollziehbarkeit wurde in den letzten {RECHECK_DAYS} Tagen geprüft.",
    f"Enforceability was checked within the last {RECHECK_DAYS} days.",
    fresh("enforceability_checked_on", RECHECK_DAYS),
    _PRACTICE,
)
EVERY_PROSPECT_EXCLUDED = Definition(
    "every_prospect_excluded",
    "Jede Aufenthaltsperspektive wurde einzeln angesehen und scheidet aus.",
    "Each prospect of residence was looked at by itself and is excluded.",
    all_of(*(not_(assessment(assessed(key), cite=cite)) for key, _, _, cite in EACH_PROSPECT)),
    "AufenthG/25/5",
)
NO_PROSPECT = Definition(
    "no_prospect_freshly_checked",
    f"In den letzten {PROSPECT_DAYS} Tagen wurde geprüft, dass kein Aufenthaltsrecht in Betracht kommt.",
    f"Within the last {PROSPECT_DAYS} days it was checked that no right of residence is possible.",
    all_of(
        fresh("prospects_checked_on", PROSPECT_DAYS),
        not_(assessment("residence_prospect")),
        use(EVERY_PROSPECT_EXCLUDED),
    ),
    "AufenthG/25/5",
)
HARDSHIP_FIRST = Definition(
    "hardship_and_petition_first",
    "Auf die Härtefallkommission ist hingewiesen, und nach Härtefallverfahren und Petition wurde frisch gesehen: Keines läuft.",
    "The person was told of the hardship commission, and hardship and petition were freshly looked at: neither is pending.",
    all_of(
        # A date once fixed excludes hardship as a rule, so the notice has to come before anything is booked.
        done("hardship_informed_on", cite="AufenthG/23a/1/3"),
        any_of(
            fresh("enforceability_checked_on", RECHECK_DAYS),
            all_of(fresh("checked_hardship_on", RECHECK_DAYS), fresh("checked_petition_on", RECHECK_DAYS)),
        ),
        none_of(use("doubt_hardship"), use("doubt_petition")),
    ),
    "AufenthG/23a/1",
)
DEFINITIONS = (LOOKED_AT, RELIABLE, RECHECKED, EVERY_PROSPECT_EXCLUDED, NO_PROSPECT, HARDSHIP_FIRST)
