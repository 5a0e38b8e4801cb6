"""Conditions that several norms and questions share."""

from augenmass.law.language import (
    TODAY,
    Definition,
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
from augenmass.law.norms.writing import done, on_record
from augenmass.law.vocabulary.countries import FREE_MOVEMENT_STATES
from augenmass.law.vocabulary.stay import LIMITED_TITLES, TITLE_ENDED_BY, UNLIMITED_TITLES

_BY_ABSENCE = ("departure", "absence")
_ENDED_IN_ANY_CASE = tuple(choice.key for choice in TITLE_ENDED_BY if choice.key not in ("none", *_BY_ABSENCE))
_VISA = is_in("title_kind", "visa_schengen", "visa_national")
PROTECTED = ("asylum", "refugee", "subsidiary", "national", "foreign_refugee")
SUSPENSIONS = (
    "impossible",
    "criminal_trial",
    "discretion",
    "paternity",
    "land_order",
    "failed_removal",
    "parent_of_minor",
    "identity",
    "training",
    "employment",
)

TITLE_GRANTED = Definition(
    "title_granted",
    "Ein Aufenthaltstitel ist erteilt und seine Geltungsdauer läuft.",
    "A residence title has been granted and its validity has not run out.",
    any_of(
        is_in("title_kind", *UNLIMITED_TITLES, cite="AufenthG/9/1"),
        all_of(is_in("title_kind", *LIMITED_TITLES), day("title_valid_until").not_before(TODAY)),
    ),
    "AufenthG/4/1",
)
TITLE_ENDED = Definition(
    "title_ended_early",
    "Der Aufenthaltstitel ist vor Ablauf seiner Geltungsdauer erloschen.",
    "The residence title ended before its validity ran out.",
    all_of(
        any_of(
            is_in("title_ended_by", *_ENDED_IN_ANY_CASE),
            all_of(is_in("title_ended_by", *_BY_ABSENCE), not_(_VISA)),
            # A visa for several entries or for more than 90 days outlives absence; which visa it was, the record does not say.
            unverified(all_of(is_in("title_ended_by", *_BY_ABSENCE), _VISA)),
            # A day without what ended the title: somebody has to say it before the title counts as gone.
            unverified(all_of(not_(established("title_ended_by")), day("title_ended_on").not_after(TODAY))),
        ),
        not_(all_of(established("title_ended_on"), day("title_ended_on").after(TODAY))),
    ),
    "AufenthG/51/1",
)
VALID_TITLE = Definition(
    "valid_title",
    "Ein gültiger Aufenthaltstitel besteht.",
    "A valid residence title exists.",
    presumed(use(TITLE_GRANTED), unless=use(TITLE_ENDED), cite="AufenthG/51/1"),
    "AufenthG/51/1",
)
FREE_MOVEMENT = Definition(
    "free_movement_not_lost",
    "Freizügigkeit besteht und ihr Verlust ist nicht vollziehbar festgestellt.",
    "Freedom of movement exists and its loss has not been found enforceably.",
    presumed(
        any_of(
            fact("free_movement", cite="FreizügG/EU/2/1"),
            fact("family_of_union_citizen", cite="FreizügG/EU/3/1"),
            is_in("nationality", *FREE_MOVEMENT_STATES, cite="FreizügG/EU/1/1"),
            all_of(established("second_nationality"), is_in("second_nationality", *FREE_MOVEMENT_STATES)),
        ),
        unless=fact("loss_of_free_movement_enforceable"),
        cite="FreizügG/EU/7/1",
    ),
    "FreizügG/EU/2/1",
)
GERMAN = Definition(
    "german_national",
    "Die Person ist Deutsche oder Deutscher.",
    "The person is German.",
    any_of(
        is_in("nationality", "DE"),
        all_of(established("second_nationality"), is_in("second_nationality", "DE")),
    ),
    "AufenthG/2/1",
)
STAY_BY_APPLICATION = Definition(
    "stay_lawful_by_application",
    "Wegen eines Antrags gilt der Aufenthalt als erlaubt oder der Titel als fortbestehend.",
    "Because of an application the stay is deemed permitted or the title deemed continuing.",
    any_of(use("AufenthG/81/3/1"), use("AufenthG/81/4/1"), use("AufenthG/81/4/3")),
    "AufenthG/81/4",
)
DECISION_FINAL = Definition(
    "decision_final",
    "Der aufenthaltsbeendende Bescheid ist unanfechtbar.",
    "The decision that ends the stay is final.",
    all_of(day("decision_final_since").not_after(TODAY), not_(fact("decision_remedy_pending"))),
    "VwGO/74/1",
)
DECISION_ENFORCEABLE = Definition(
    "decision_enforceable",
    "Der aufenthaltsbeendende Bescheid ist nachweislich zugestellt und vollziehbar.",
    "The decision that ends the stay has been served provably and is enforceable.",
    all_of(
        fact("decision_service_proven", cite="VwVfG/41/1"),
        day("decision_served_on").not_after(TODAY, cite="VwVfG/41/1"),
        any_of(
            all_of(is_in("obligation_basis", "application_refused", "asylum_refused"), use("AufenthG/84/1/1/1")),
            use(DECISION_FINAL),
            fact("decision_immediate_execution", cite="VwGO/80/2/1/4"),
        ),
        any_of(
            not_(fact("decision_suspensive_effect_restored", cite="VwGO/80/5/1")),
            all_of(use(DECISION_FINAL), not_(on_record("decision_suspensive_effect_restored"))),
        ),
    ),
    "AufenthG/58/2/2",
)
WARNING_FINAL = Definition(
    "warning_final",
    "Die Abschiebungsandrohung ist unanfechtbar.",
    "The warning of removal is final.",
    all_of(day("warning_final_since").not_after(TODAY), not_(fact("warning_remedy_pending"))),
    "VwGO/74/1",
)
WARNING_SERVED = Definition(
    "warning_served",
    "Die Abschiebungsandrohung ist nachweislich zugestellt.",
    "The warning of removal has been served provably.",
    all_of(fact("warning_service_proven"), day("warning_served_on").not_after(TODAY)),
    "VwVfG/41/1",
)
ASYLUM_WARNING_ENFORCEABLE = Definition(
    "asylum_warning_enforceable_now",
    "Die Abschiebungsandrohung des Bundesamtes ist nach dessen Mitteilung vollziehbar.",
    "The Federal Office's warning of removal is enforceable, by its notice.",
    all_of(
        is_in("obligation_basis", "asylum_refused"),
        fact("asylum_warning_enforceable"),
        none_of(
            on_record("warning_suspensive_effect_restored", "VwGO/80/5/1"),
            on_record("decision_suspensive_effect_restored", "VwGO/80/5/1"),
            all_of(
                established("asylum_warning_enforceable_since"), day("asylum_warning_enforceable_since").after(TODAY)
            ),
        ),
    ),
    "AsylG/34/1",
)
WARNING_ENFORCEABLE = Definition(
    "warning_enforceable",
    "Die Abschiebungsandrohung ist vollziehbar.",
    "The warning of removal is enforceable.",
    any_of(
        all_of(
            use(WARNING_SERVED),
            any_of(
                fact("land_excludes_suspensive_effect", cite="VwGO/80/2/2"),
                use(WARNING_FINAL),
                fact("warning_immediate_execution", cite="VwGO/80/2/1/4"),
            ),
            any_of(
                not_(fact("warning_suspensive_effect_restored", cite="VwGO/80/5/1")),
                all_of(use(WARNING_FINAL), not_(on_record("warning_suspensive_effect_restored"))),
            ),
        ),
        use(ASYLUM_WARNING_ENFORCEABLE),
    ),
    "AufenthG/59/1",
)
DEPARTED = Definition(
    "departed_and_not_back",
    "Die Person ist ausgereist und nicht wieder eingereist.",
    "The person has departed and not come back.",
    all_of(
        done("departed_on"),
        not_(all_of(established("entered_on"), day("entered_on").after(day("departed_on")))),
    ),
    "AufenthG/50/2",
)
_AFTER_GRANT = any_of(
    not_(established("suspension_granted_on")),
    day("suspension_revoked_on").not_before(day("suspension_granted_on")),
)
SUSPENSION_HELD = Definition(
    "suspension_held",
    "Eine gültige Duldung besteht.",
    "A valid suspension of removal is held.",
    presumed(
        all_of(
            is_in("suspension_kind", *SUSPENSIONS),
            day("suspension_valid_until").not_before(TODAY),
            not_(use(DEPARTED), cite="AufenthG/60a/5/1"),
        ),
        unless=all_of(
            day("suspension_revoked_on").not_after(TODAY),
            _AFTER_GRANT,
            not_(fact("revocation_remedy_suspends", cite="VwGO/80/1")),
        ),
        cite="AufenthG/60a/5/2",
    ),
    "AufenthG/60a/4",
)
SUSPENSION_UNDOUBTED = Definition(
    "suspension_held_undoubted",
    "Eine Duldung besteht, und kein Widerruf stellt sie in Frage.",
    "A suspension is held, and no revocation calls it into question.",
    all_of(
        use(SUSPENSION_HELD),
        not_(
            all_of(
                done("suspension_revoked_on"),
                _AFTER_GRANT,
                not_(fact("revocation_remedy_suspends", cite="VwGO/80/1")),
            )
        ),
    ),
    "AufenthG/60a/5/2",
)
"""For measures against holders of a suspension: the presumption that it stands protects them and opens nothing."""
PROHIBITED = Definition(
    "prohibition_found",
    "Ein Abschiebungsverbot besteht.",
    "A prohibition of removal exists.",
    any_of(
        use("AufenthG/60/1/1"),
        use("AufenthG/60/2/1"),
        use("AufenthG/60/5"),
        use("AufenthG/60/7/1"),
        is_in("protection_status", "national", cite="AufenthG/60/5"),
    ),
    "AufenthG/60",
)
HEALTH_CLEAR = Definition(
    "health_does_not_oppose",
    "Gesundheitliche Gründe stehen der Abschiebung nicht entgegen.",
    "Reasons of health do not stand against the removal.",
    all_of(
        any_of(not_(assessment("health_opposes_removal")), use("AufenthG/60a/2c/1")),
        none_of(
            all_of(established("travel_fitness"), is_in("travel_fitness", "unfit")),
            on_record("serious_illness_indicated", "AufenthG/60a/2d/2"),
        ),
    ),
    "AufenthG/60a/2c",
)
PROSECUTION_CLEAR = Definition(
    "prosecution_does_not_oppose",
    "Ein erforderliches Einvernehmen von Staatsanwaltschaft und Zeugenschutz liegt vor.",
    "Consent of prosecution and witness protection, where needed, is given.",
    none_of(use("AufenthG/72/4/1"), use("AufenthG/72/4/2")),
    "AufenthG/72/4",
)
CASE_OPEN = Definition(
    "case_open",
    "Der Vorgang ist offen.",
    "The case is open.",
    none_of(done("case_closed_on"), done("died_on"), all_of(use(DEPARTED), on_record("departure_proven"))),
    "VwVfG/9",
)
DEFINITIONS = (
    TITLE_GRANTED,
    TITLE_ENDED,
    VALID_TITLE,
    FREE_MOVEMENT,
    GERMAN,
    STAY_BY_APPLICATION,
    DECISION_FINAL,
    DECISION_ENFORCEABLE,
    WARNING_FINAL,
    WARNING_SERVED,
    ASYLUM_WARNING_ENFORCEABLE,
    WARNING_ENFORCEABLE,
    DEPARTED,
    SUSPENSION_HELD,
    SUSPENSION_UNDOUBTED,
    PROHIBITED,
    HEALTH_CLEAR,
    PROSECUTION_CLEAR,
    CASE_OPEN,
)
"""Definitions that norms use, in the order of the statute."""
