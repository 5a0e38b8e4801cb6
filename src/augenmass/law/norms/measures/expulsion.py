"""Residence Act §§ 53, 51 (8): expulsion after balancing by a human, raised bars, expulsion on condition."""

from datetime import date

from augenmass.law.language import Definition, all_of, any_of, assessment, fact, is_in, none_of, not_, unverified, use
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms.measures.writing import row
from augenmass.law.norms.specimens import NO_OBSTACLE, NO_RIGHT, PERSON, TALKED_TO, with_facts

MUST, NO, STATE = Modality.MUST, Modality.FORBIDDEN, Modality.STATE
REFORM, DAY_BEFORE = date(2026, 6, 12), date(2026, 6, 11)

EXPELLABLE = with_facts(
    {**PERSON, **NO_RIGHT, **NO_OBSTACLE, **TALKED_TO},
    title_kind="residence_permit",
    title_valid_until="2027-06-30",
    stay_endangers_public_interests="yes",
    departure_interest_outweighs="yes",
    serious_present_threat="no",
    compelling_security_grounds="no",
    asylum_ever_applied="no",
    protection_status="none",
    title_38a="no",
)
"""Somebody whose stay endangers public interests and whose departure outweighs, in the balancing of a named officer."""
ORDINARY_BARRED = any_of(fact("association_right"), is_in("title_kind", "eu_long_term"))
_TRAVEL_DOCUMENT = unverified(is_in("passport_kind", "refugee"))
"""Only a travel document that a German authority issued raises the bar; who issued it, the record does not say."""

SUBJECT_TO_ACT = Definition(
    "expulsion_act_applies",
    "Die Person kann nach dem Aufenthaltsgesetz ausgewiesen werden.",
    "The person can be expelled under the Residence Act.",
    none_of(
        use(d.GERMAN, cite="AufenthG/2/1"),
        use(d.FREE_MOVEMENT, cite="FreizügG/EU/11/1"),
        all_of(
            fact("withdrawal_agreement_right"),
            not_(fact("conduct_after_transition_period")),
            cite="FreizügG/EU/11/12/1",
        ),
    ),
    "AufenthG/53/1",
)

NORMS = (
    row("AufenthG/53/1", ("Ausgewiesen wird, wessen Ausreise nach Abwägung überwiegend im öffentlichen Interesse liegt.", "Expelled is whose departure, after balancing, is predominantly in the public interest."), MUST,
        all_of(use(SUBJECT_TO_ACT), assessment("stay_endangers_public_interests"), assessment("departure_interest_outweighs"), none_of(use("AufenthG/53/3"), use("AufenthG/53/3a"), use("AufenthG/53/3a@2026-05-04"))),
        ("Gefahr und Abwägung beurteilt ein Mensch; das Gesetz rechnet nichts auf.", "Danger and balancing are judged by a human; the law adds nothing up."),
        EXPELLABLE, ("Gefahr und Überwiegen bejaht", ("Bleibeinteresse überwiegt", {"departure_interest_outweighs": "no"}), ("Nicht abgewogen", {"departure_interest_outweighs": None})),
        remedy="Widerspruch oder Klage", suspensive=True),
    row("AufenthG/53/2", ("Dauer, Bindungen, Folgen für die Familie und Rechtstreue sind zu berücksichtigen.", "Length of stay, ties, effects on the family and lawful conduct are to be considered."), MUST,
        all_of(use(SUBJECT_TO_ACT), assessment("stay_endangers_public_interests")), ("Die Abwägung nennt diese Umstände im Einzelfall.", "The balancing names these circumstances of the single case."),
        EXPELLABLE, ("Ausweisung wird geprüft", ("Keine Gefahr", {"stay_endangers_public_interests": "no"}), ("Gefahr nicht beurteilt", {"stay_endangers_public_interests": None}))),
    row("AufenthG/53/3", ("Assoziations- und Daueraufenthaltsberechtigte sind geschützt.", "Holders of an association right or EU long-term permit are protected."), NO,
        all_of(ORDINARY_BARRED, not_(assessment("serious_present_threat"))), ("Nur bei gegenwärtiger schwerwiegender Gefahr für ein Grundinteresse und wenn unerlässlich.", "Only with a present serious threat to a fundamental interest, and if indispensable."),
        {**EXPELLABLE, "association_right": "yes"}, ("Assoziationsrecht, keine solche Gefahr", ("Solche Gefahr bejaht", {"serious_present_threat": "yes"}), ("Gefahr nicht beurteilt", {"serious_present_threat": None}))),
    row("AufenthG/53/3a", ("Schutzberechtigte sind besonders geschützt.", "Holders of protection are specially protected."), NO,
        all_of(any_of(is_in("protection_status", "asylum", "refugee", "subsidiary"), _TRAVEL_DOCUMENT), not_(assessment("compelling_security_grounds"))),
        ("Nur aus zwingenden Gründen der nationalen Sicherheit oder öffentlichen Ordnung.", "Only on compelling grounds of national security or public order."),
        {**EXPELLABLE, "protection_status": "subsidiary"}, ("Subsidiär geschützt", ("Zwingende Gründe bejaht", {"compelling_security_grounds": "yes"}), ("Gründe nicht beurteilt", {"compelling_security_grounds": None})), since=REFORM),
    row("AufenthG/53/3a@2026-05-04", ("Schutzberechtigte sind besonders geschützt.", "Holders of protection are specially protected."), NO,
        all_of(any_of(is_in("protection_status", "asylum", "refugee", "subsidiary", "foreign_refugee"), _TRAVEL_DOCUMENT), not_(assessment("compelling_security_grounds"))),
        ("Nur aus zwingenden Gründen der nationalen Sicherheit oder öffentlichen Ordnung.", "Only on compelling grounds of national security or public order."),
        {**EXPELLABLE, "protection_status": "refugee"}, ("Flüchtling", ("Zwingende Gründe bejaht", {"compelling_security_grounds": "yes"}), ("Gründe nicht beurteilt", {"compelling_security_grounds": None})),
        until=DAY_BEFORE, on=date(2026, 5, 20)),
    row("AufenthG/53/4/1", ("Im Asylverfahren kann nur bedingt ausgewiesen werden.", "During an asylum procedure expulsion can only be conditional."), MUST,
        all_of(fact("asylum_ever_applied"), not_(fact("asylum_procedure_final")), none_of(assessment("compelling_security_grounds", cite="AufenthG/53/4/2/1"), fact("asylum_warning_enforceable", cite="AufenthG/53/4/2/2"))),
        ("Bedingung ist der unanfechtbare Abschluss ohne Schutz.", "The condition is a final end without protection."),
        {**EXPELLABLE, "asylum_ever_applied": "yes", "asylum_procedure_final": "no", "asylum_warning_enforceable": "no"},
        ("Asylverfahren läuft", ("Androhung vollziehbar", {"asylum_warning_enforceable": "yes"}), ("Abschluss offen", {"asylum_procedure_final": None}))),
    row("AufenthG/53/4/2", ("Von der Bedingung wird abgesehen.", "The condition is dispensed with."), STATE,
        all_of(fact("asylum_ever_applied"), any_of(assessment("compelling_security_grounds", cite="AufenthG/53/4/2/1"), fact("asylum_warning_enforceable", cite="AufenthG/53/4/2/2"))),
        ("Die Ausweisung kann unbedingt ergehen.", "The expulsion can be without condition."), {**EXPELLABLE, "asylum_ever_applied": "yes", "asylum_warning_enforceable": "yes"},
        ("Androhung des Bundesamtes vollziehbar", ("Nicht vollziehbar, keine zwingenden Gründe", {"asylum_warning_enforceable": "no"}), ("Vollziehbarkeit offen", {"asylum_warning_enforceable": None}))),
    row("AufenthG/51/8/1", ("Der Mitgliedstaat der Rechtsstellung ist vorher zu hören.", "The member state of the status is heard first."), MUST,
        all_of(fact("title_38a"), not_(fact("other_member_state_heard"))), ("Über das Bundesamt ist Gelegenheit zur Stellungnahme zu geben.", "By way of the Federal Office an opportunity to comment is given."),
        {**EXPELLABLE, "title_38a": "yes", "other_member_state_heard": "no"}, ("Noch nicht beteiligt", ("Beteiligt", {"other_member_state_heard": "yes"}), ("Beteiligung nicht erfasst", {"other_member_state_heard": None}))),
)  # fmt: skip
DEFINITIONS = (SUBJECT_TO_ACT,)
