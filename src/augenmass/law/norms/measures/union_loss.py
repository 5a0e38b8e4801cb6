"""Freedom of Movement Act §§ 2, 5–7, 11, 16: when its loss or absence can be found, raised bars, period, bar to re-entry."""

from augenmass.law.language import (
    TODAY,
    all_of,
    any_of,
    assessment,
    day,
    fact,
    is_in,
    months,
    none_of,
    not_,
    number,
    use,
    years,
)
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms.measures.writing import NOT_RECORDED, NOTHING, row
from augenmass.law.norms.specimens import NO_OBSTACLE, NO_RIGHT, PERSON, TALKED_TO, with_facts

OUGHT, MAY, MUST, NO, STATE = Modality.SHALL, Modality.MAY, Modality.MUST, Modality.FORBIDDEN, Modality.STATE
_FREE = use(d.FREE_MOVEMENT)
_LOST = is_in("decision_kind", "loss_of_free_movement")

CITIZEN = with_facts(
    {**PERSON, **NO_RIGHT, **NO_OBSTACLE, **TALKED_TO},
    nationality="IT",
    free_movement="yes",
    loss_of_free_movement_enforceable="no",
    public_order_grounds="yes",
    threat_to_fundamental_interest="yes",
    loss_finding_justified="yes",
    permanent_residence_right="no",
    ten_years_resident="no",
    grave_grounds_for_loss="no",
    compelling_public_security="no",
    imperative_threshold_met="no",
    loss_needed_for_child="no",
    loss_for_economic_ends="no",
    free_movement_feigned="no",
    no_family_life_intended="no",
    free_movement_conditions_lapsed="no",
    union_stay_since="2024-01-15",
)
"""A Union citizen whose conduct is found a present and serious threat, without permanent residence."""
LOST = with_facts(
    CITIZEN,
    decision_kind="loss_of_free_movement",
    loss_of_free_movement_enforceable="yes",
    urgent_application_pending="no",
)
_LAPSED = {"public_order_grounds": "no", "free_movement_conditions_lapsed": "yes"}

NORMS = (
    row("FreizügG/EU/2/4/1", ("Das Nichtbestehen kann nach Täuschung festgestellt werden.", "Absence of the right can be found after deception."), MAY, all_of(_FREE, assessment("free_movement_feigned")),
        ("Schriftlich, nach Ermessen.", "In writing, by discretion."), {**CITIZEN, "free_movement_feigned": "yes"}, ("Täuschung steht fest", ("Keine Täuschung", {"free_movement_feigned": "no"}), ("Nicht beurteilt", {"free_movement_feigned": None}))),
    row("FreizügG/EU/2/4/2", ("Das Nichtbestehen kann festgestellt werden, wenn kein Familienleben gewollt ist.", "Absence of the right can be found where no family life is intended."), MAY, all_of(_FREE, fact("family_of_union_citizen"), assessment("no_family_life_intended")),
        ("Nur bei Angehörigen, die nicht Unionsbürger sind.", "Only for relatives who are not Union citizens."), with_facts(CITIZEN, nationality="GE", free_movement="no", family_of_union_citizen="yes", no_family_life_intended="yes"),
        ("Nur zum Schein nachgezogen", ("Familienleben gewollt", {"no_family_life_intended": "no"}), ("Nicht beurteilt", {"no_family_life_intended": None}))),
    row("FreizügG/EU/5/4/1", ("Der Verlust kann in den ersten fünf Jahren bei entfallenen Voraussetzungen festgestellt werden.", "Within the first five years loss can be found where the conditions lapsed."), MAY,
        all_of(_FREE, assessment("free_movement_conditions_lapsed"), not_(fact("permanent_residence_right")), TODAY.before(day("union_stay_since") + years(5))), ("Nach Ermessen; nach fünf Jahren nicht mehr.", "By discretion; no more after five years."),
        {**CITIZEN, **_LAPSED}, ("Arbeitet nicht mehr", ("Seit 2015 hier", {"union_stay_since": "2015-01-15"}), ("Beginn unbekannt", {"union_stay_since": None}))),
    row("FreizügG/EU/6/1/1", ("Der Verlust kann nur aus Gründen der öffentlichen Ordnung oder Sicherheit festgestellt werden.", "Loss can be found only on grounds of public order or security."), MAY,
        all_of(_FREE, assessment("public_order_grounds"), use("FreizügG/EU/6/2/3"), assessment("loss_finding_justified", cite="FreizügG/EU/6/3"), none_of(use("FreizügG/EU/6/4"), use("FreizügG/EU/6/5/1"), use("FreizügG/EU/6/6"))),
        ("Persönliches Verhalten, gegenwärtige Gefahr und alle Umstände werden von einem Menschen beurteilt.", "Personal conduct, present threat and all circumstances are judged by a human."), CITIZEN,
        ("Gegenwärtige schwere Gefahr", ("Keine Gründe", {"public_order_grounds": "no"}), ("Daueraufenthalt nicht geprüft", {"permanent_residence_right": None}))),
    row("FreizügG/EU/6/2/1", ("Eine Verurteilung allein genügt nicht.", "A conviction alone is not enough."), STATE, all_of(_FREE, assessment("public_order_grounds")),
        ("Zu berücksichtigen sind nur nicht getilgte Verurteilungen und das Verhalten dahinter.", "Only convictions not yet expunged count, and the conduct behind them."), CITIZEN, ("Verlust wird geprüft", ("Keine Gründe", {"public_order_grounds": "no"}), ("Nicht beurteilt", {"public_order_grounds": None}))),
    row("FreizügG/EU/6/2/3", ("Eine hinreichend schwere Gefährdung eines Grundinteresses muss vorliegen.", "There must be a sufficiently serious threat to a fundamental interest."), STATE, assessment("threat_to_fundamental_interest"),
        ("Tatsächlich und gegenwärtig.", "Genuine and present."), CITIZEN, ("Bejaht", ("Verneint", {"threat_to_fundamental_interest": "no"}), ("Nicht beurteilt", {"threat_to_fundamental_interest": None}))),
    row("FreizügG/EU/6/4", ("Nach Erwerb des Daueraufenthaltsrechts nur aus schwerwiegenden Gründen.", "After permanent residence only on serious grounds."), NO, all_of(fact("permanent_residence_right"), not_(assessment("grave_grounds_for_loss"))),
        ("Die Feststellung ist ausgeschlossen.", "The finding is excluded."), {**CITIZEN, "permanent_residence_right": "yes"}, ("Keine schwerwiegenden Gründe", ("Gründe bejaht", {"grave_grounds_for_loss": "yes"}), ("Gründe nicht beurteilt", {"grave_grounds_for_loss": None}))),
    row("FreizügG/EU/6/5/1", ("Nach zehn Jahren und bei Minderjährigen nur aus zwingenden Gründen.", "After ten years and for minors only on imperative grounds."), NO,
        all_of(any_of(fact("ten_years_resident"), all_of(fact("minor"), not_(assessment("loss_needed_for_child", cite="FreizügG/EU/6/5/2")))), not_(all_of(assessment("compelling_public_security"), use("FreizügG/EU/6/5/3")))),
        ("Die Feststellung ist ausgeschlossen.", "The finding is excluded."), {**CITIZEN, "ten_years_resident": "yes"}, ("Zwölf Jahre hier", ("Erst seit 2024 hier", {"ten_years_resident": "no"}), ("Dauer nicht geprüft", {"ten_years_resident": None}))),
    row("FreizügG/EU/6/5/3", ("Zwingende Gründe setzen eine gesetzliche Schwelle voraus.", "Imperative grounds need a threshold set by law."), STATE, fact("imperative_threshold_met"),
        ("Fünf Jahre Strafe, Sicherungsverwahrung, Sicherheit der Bundesrepublik oder terroristische Gefahr.", "Five years' sentence, preventive detention, security of Germany or a terrorist danger."), NOTHING,
        (("Sechs Jahre Freiheitsstrafe", {"imperative_threshold_met": "yes"}), ("Zwei Jahre auf Bewährung", {"imperative_threshold_met": "no"}), NOT_RECORDED)),
    row("FreizügG/EU/6/6", ("Zu wirtschaftlichen Zwecken darf kein Verlust festgestellt werden.", "For economic ends no loss may be found."), NO, fact("loss_for_economic_ends"), ("Die Feststellung ist ausgeschlossen.", "The finding is excluded."), NOTHING,
        (("Wegen Leistungsbezugs", {"loss_for_economic_ends": "yes"}), ("Anderer Zweck", {"loss_for_economic_ends": "no"}), NOT_RECORDED)),
    row("FreizügG/EU/6/8/1", ("Vor der Feststellung soll angehört werden.", "Before the finding the person shall be heard."), OUGHT, all_of(_FREE, assessment("public_order_grounds"), not_(use("hearing_given"))),
        ("Die Anhörung steht aus.", "The hearing is outstanding."), with_facts(CITIZEN, heard_on=None, hearing_letter_on=None), ("Noch nicht angehört", ("Angehört", {"heard_on": "2026-06-29"}), ("Gründe nicht beurteilt", {"public_order_grounds": None}))),
    row("FreizügG/EU/7/1/1", ("Ausreisepflicht besteht erst nach der Feststellung.", "An obligation to leave exists only after the finding."), STATE, all_of(_LOST, fact("loss_of_free_movement_enforceable")),
        ("Vorher besteht keine Ausreisepflicht.", "Before there is none."), LOST, ("Verlust vollziehbar festgestellt", ("Nicht vollziehbar", {"loss_of_free_movement_enforceable": "no"}), ("Vollziehbarkeit offen", {"loss_of_free_movement_enforceable": None}))),
    row("FreizügG/EU/7/1/2", ("Im Bescheid soll die Abschiebung mit Frist angedroht werden.", "The decision shall warn of removal with a period."), OUGHT, _LOST, ("Androhung und Frist stehen im selben Bescheid.", "Warning and period stand in the same decision."), LOST,
        ("Verlustfeststellung", ("Versagung", {"decision_kind": "refusal"}), ("Art des Bescheids offen", {"decision_kind": None}))),
    row("FreizügG/EU/7/1/3", ("Die Frist beträgt mindestens einen Monat, außer in dringenden Fällen.", "The period is a month at least, save in urgent cases."), MUST, all_of(_LOST, not_(assessment("shorter_period_imperative"))),
        ("Ein Monat ist die kürzeste Frist.", "A month is the shortest period."), {**LOST, "shorter_period_imperative": "no"}, ("Kein dringender Fall", ("Dringender Fall", {"shorter_period_imperative": "yes"}), ("Dringlichkeit nicht beurteilt", {"shorter_period_imperative": None}))),
    row("FreizügG/EU/7/1/4", ("Vor der Entscheidung über den Eilantrag darf nicht abgeschoben werden.", "Before the decision on the urgent application there is no removal."), NO, all_of(_LOST, fact("urgent_application_pending")),
        ("Der Antrag selbst hält die Abschiebung auf.", "The application itself stops the removal."), {**LOST, "urgent_application_pending": "yes"}, ("Eilantrag anhängig", ("Kein Eilantrag", {"urgent_application_pending": "no"}), ("Nicht erfragt", {"urgent_application_pending": None})), decider="Verwaltungsgericht", suspensive=True),
    row("FreizügG/EU/7/2/1", ("Nach Verlust aus Gründen der Ordnung soll die Wiedereinreise untersagt werden.", "After loss on grounds of order re-entry shall be barred."), OUGHT, all_of(_LOST, assessment("public_order_grounds")), ("Die Sperre wird von Amts wegen befristet.", "The bar is limited ex officio."), LOST,
        ("Verlust nach § 6", ("Verlust nach § 5 Abs. 4", {"public_order_grounds": "no"}), ("Grund nicht beurteilt", {"public_order_grounds": None}))),
    row("FreizügG/EU/7/2/2", ("Nach Täuschung kann die Wiedereinreise untersagt werden.", "After deception re-entry can be barred."), MAY, all_of(_LOST, any_of(assessment("free_movement_feigned"), assessment("no_family_life_intended"))), ("Nach Ermessen, befristet von Amts wegen.", "By discretion, limited ex officio."), {**LOST, "free_movement_feigned": "yes"},
        ("Vorgetäuschte Arbeit", ("Keine Täuschung", {"free_movement_feigned": "no"}), ("Nicht beurteilt", {"free_movement_feigned": None}))),
    row("FreizügG/EU/7/2/3", ("In besonders schweren Fällen soll die Wiedereinreise untersagt werden.", "In especially serious cases re-entry shall be barred."), OUGHT, all_of(use("FreizügG/EU/7/2/2"), assessment("especially_serious_deception")), ("Im Regelfall, befristet von Amts wegen.", "As a rule, limited ex officio."),
        {**LOST, "free_movement_feigned": "yes", "especially_serious_deception": "yes"}, ("Wiederholt getäuscht", ("Einfacher Fall", {"especially_serious_deception": "no"}), ("Nicht beurteilt", {"especially_serious_deception": None}))),
    row("FreizügG/EU/7/2/6", ("Die Sperre darf fünf Jahre nur nach Verlust aus Gründen der Ordnung überschreiten.", "The bar may exceed five years only after loss on grounds of order."), STATE, all_of(_LOST, any_of(number("entry_ban_length_months").below(61), assessment("public_order_grounds", cite="FreizügG/EU/6/1"))),
        ("Die Länge hält die Grenze ein.", "The length keeps to the limit."), {**LOST, "public_order_grounds": "no", "entry_ban_length_months": "48"}, ("Vier Jahre", ("Sieben Jahre nach § 5 Abs. 4", {"entry_ban_length_months": "84"}), ("Länge offen", {"entry_ban_length_months": None}))),
    row("FreizügG/EU/7/2/7", ("Die Frist der Sperre beginnt mit der Ausreise.", "The bar's limit begins with departure."), STATE, all_of(_LOST, day("departed_on").not_after(TODAY)), ("Vom Tag der Ausreise an wird gezählt.", "It is counted from the day of departure."), {**LOST, "departed_on": "2026-07-31"},
        ("Ende Juli ausgereist", ("Ausreise steht bevor", {"departed_on": "2026-09-30"}), ("Ausreise unbekannt", {"departed_on": None}))),
    row("FreizügG/EU/7/2/8", ("Über den Antrag auf Aufhebung oder Verkürzung ist binnen sechs Monaten zu entscheiden.", "An application to lift or shorten is decided within six months."), MUST, all_of(_LOST, day("reentry_ban_request_on").not_after(TODAY), TODAY.not_after(day("reentry_ban_request_on") + months(6))),
        ("Nach angemessener Frist oder drei Jahren gestellt.", "Filed after a reasonable time or three years."), {**LOST, "reentry_ban_request_on": "2026-05-04"}, ("Im Mai beantragt", ("Schon 2025 beantragt", {"reentry_ban_request_on": "2025-05-05"}), ("Tag unbekannt", {"reentry_ban_request_on": None}))),
    row("FreizügG/EU/11/14/2", ("Nach der Feststellung gilt das Aufenthaltsgesetz.", "After the finding the Residence Act applies."), STATE, all_of(_LOST, fact("decision_service_proven")), ("Soweit dieses Gesetz nichts Besonderes regelt.", "Unless this act rules otherwise."), {**LOST, "decision_service_proven": "yes"},
        ("Festgestellt und zugestellt", ("Nicht zugestellt", {"decision_service_proven": "no"}), ("Zustellung offen", {"decision_service_proven": None}))),
    row("FreizügG/EU/11/12/1", ("Bei früherem Verhalten gelten für Austrittsberechtigte §§ 6 und 7.", "For earlier conduct sections 6 and 7 hold for withdrawal agreement holders."), STATE, all_of(fact("withdrawal_agreement_right"), not_(fact("conduct_after_transition_period"))), ("Sonst gilt für die Beendigung das Aufenthaltsgesetz.", "Otherwise the Residence Act governs the end of the stay."),
        {"withdrawal_agreement_right": "yes", "conduct_after_transition_period": "no"}, ("Verhalten vor Ende 2020", ("Späteres Verhalten", {"conduct_after_transition_period": "yes"}), ("Zeit des Verhaltens offen", {"conduct_after_transition_period": None}))),
)  # fmt: skip
