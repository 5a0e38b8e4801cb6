"""Residence Act § 61: limits of movement, residence orders and conditions while the obligation to leave is enforceable."""

from augenmass.law.language import TODAY, Definition, all_of, any_of, assessment, day, fact, is_in, months, not_, use
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms.measures.writing import row
from augenmass.law.norms.specimens import OBLIGED, with_facts

OUGHT, MAY, MUST, STATE = Modality.SHALL, Modality.MAY, Modality.MUST, Modality.STATE
_ENFORCEABLE = use("AufenthG/58/2")
THREE_MONTHS = months(3)

TOLERATED = with_facts(
    OBLIGED,
    suspension_kind="impossible",
    suspension_valid_until="2026-11-30",
    suspension_since="2026-07-01",
    permitted_or_tolerated_since="2026-07-01",
    livelihood_secured="no",
    convicted_of_general_offence="no",
    narcotics_facts="no",
    steps_to_end_stay_imminent="no",
    steps_directly_imminent="no",
    own_deception_or_no_cooperation="no",
    movement_exception="none",
)
"""Enforceably obliged to leave, suspended since July 2026, livelihood not secured."""
LONG = {"permitted_or_tolerated_since": "2026-03-02", "suspension_since": "2026-03-02"}

LIMITED = Definition(
    "movement_limited_by_law",
    "Der Aufenthalt ist kraft Gesetzes räumlich beschränkt.",
    "Movement is limited by law.",
    any_of(use("AufenthG/61/1/1"), use("AufenthG/61/1a/1"), use("AsylG/56/1"), use("AsylG/56/2")),
    "AufenthG/61/1/1",
)

NORMS = (
    row("AufenthG/61/1/1", ("Der Aufenthalt ist auf das Land beschränkt.", "The stay is limited to the Land."), STATE, all_of(_ENFORCEABLE, not_(use("AufenthG/61/1b"))),
        ("Das Land darf nur mit Ausnahme verlassen werden.", "The Land may be left only with an exception."), TOLERATED,
        ("Seit sieben Wochen geduldet", ("Seit März geduldet", LONG), ("Beginn unbekannt", {"permitted_or_tolerated_since": None, "suspension_since": None}))),
    row("AufenthG/61/1/2", ("Für Arbeit, Schule, Ausbildung oder Studium kann abgewichen werden.", "For work, school, training or studies it can be departed from."), MAY,
        all_of(use("AufenthG/61/1/1"), is_in("movement_exception", "work", "school")), ("Der Bereich kann erweitert werden.", "The area can be widened."), {**TOLERATED, "movement_exception": "school"},
        ("Berufsschule im Nachbarland", ("Kein Grund", {"movement_exception": "none"}), ("Nicht gefragt", {"movement_exception": None}))),
    row("AufenthG/61/1/3", ("Zur Familieneinheit kann abgewichen werden.", "For family unity it can be departed from."), MAY,
        all_of(use("AufenthG/61/1/1"), is_in("movement_exception", "family")), ("Der Bereich kann erweitert werden.", "The area can be widened."), {**TOLERATED, "movement_exception": "family"},
        ("Familie im Nachbarland", ("Kein Grund", {"movement_exception": "none"}), ("Nicht gefragt", {"movement_exception": None}))),
    row("AufenthG/61/1a/1", ("Nach gescheiterter Abschiebung ist der Aufenthalt auf den Bezirk beschränkt.", "After a failed removal the stay is limited to the district."), STATE,
        all_of(use("AufenthG/60a/2a"), not_(use("AufenthG/61/1b"))), ("Bezirk der zuletzt zuständigen Ausländerbehörde; dorthin ist unverzüglich zu reisen.", "The district of the authority last competent; the person goes there without delay."),
        {**TOLERATED, "removal_failed_on": "2026-08-18", "readmission_duty": "yes"}, ("Vor zwei Tagen gescheitert", ("Keine Rückübernahmepflicht", {"readmission_duty": "no"}), ("Rückübernahme offen", {"readmission_duty": None}))),
    row("AufenthG/61/1b", ("Die Beschränkung ist nach drei Monaten erloschen.", "The limit has ended after three months."), STATE,
        any_of((day("permitted_or_tolerated_since") + THREE_MONTHS).not_after(TODAY), all_of(use(d.SUSPENSION_HELD), (day("suspension_since") + THREE_MONTHS).not_after(TODAY))),
        ("Der Aufenthalt ist nur noch durch Anordnung beschränkt.", "The stay is limited only by an order from then on."), {**TOLERATED, **LONG},
        ("Seit März geduldet", ("Seit Juli geduldet", {"permitted_or_tolerated_since": "2026-07-01", "suspension_since": "2026-07-01"}), ("Beginn unbekannt", {"permitted_or_tolerated_since": None, "suspension_since": None}))),
    row("AufenthG/61/1c/1/1", ("Nach einer Verurteilung kann neu beschränkt werden.", "After a conviction a limit can be ordered anew."), MAY, all_of(_ENFORCEABLE, fact("convicted_of_general_offence")),
        ("Nach Ermessen; Taten, die nur Ausländer begehen können, zählen nicht.", "By discretion; offences that only foreigners can commit do not count."), {**TOLERATED, "convicted_of_general_offence": "yes"},
        ("Rechtskräftig verurteilt", ("Nicht verurteilt", {"convicted_of_general_offence": "no"}), ("Nicht bekannt", {"convicted_of_general_offence": None})), suspensive=False),
    row("AufenthG/61/1c/1/2", ("Bei Tatsachen für Betäubungsmitteldelikte kann neu beschränkt werden.", "With facts for narcotics offences a limit can be ordered anew."), MAY, all_of(_ENFORCEABLE, assessment("narcotics_facts")),
        ("Nach Ermessen.", "By discretion."), {**TOLERATED, "narcotics_facts": "yes"}, ("Tatsachen liegen vor", ("Keine Tatsachen", {"narcotics_facts": "no"}), ("Nicht beurteilt", {"narcotics_facts": None})), suspensive=False),
    row("AufenthG/61/1c/1/3", ("Bei bevorstehenden Maßnahmen kann neu beschränkt werden.", "With steps imminent a limit can be ordered anew."), MAY, all_of(_ENFORCEABLE, assessment("steps_to_end_stay_imminent")),
        ("Nach Ermessen.", "By discretion."), {**TOLERATED, "steps_to_end_stay_imminent": "yes"}, ("Maßnahmen stehen bevor", ("Keine Maßnahmen", {"steps_to_end_stay_imminent": "no"}), ("Nicht beurteilt", {"steps_to_end_stay_imminent": None})), suspensive=False),
    row("AufenthG/61/1c/2", ("Bei eigener Täuschung oder verweigerter Mitwirkung soll auf den Bezirk beschränkt werden.", "With own deception or refused cooperation the stay shall be limited to the district."), OUGHT,
        all_of(_ENFORCEABLE, assessment("own_deception_or_no_cooperation")), ("Im Regelfall auf den Bezirk der Ausländerbehörde.", "As a rule to the district of the authority."), {**TOLERATED, "own_deception_or_no_cooperation": "yes"},
        ("Über Staatsangehörigkeit getäuscht", ("Wirkt mit", {"own_deception_or_no_cooperation": "no"}), ("Nicht beurteilt", {"own_deception_or_no_cooperation": None})), suspensive=False),
    row("AufenthG/61/1d/1", ("Ohne gesicherten Lebensunterhalt besteht eine Wohnsitzauflage.", "Without a secured livelihood there is a residence order."), MUST, all_of(_ENFORCEABLE, not_(fact("livelihood_secured"))),
        ("Der gewöhnliche Aufenthalt ist an einem bestimmten Ort zu nehmen.", "Habitual residence is to be taken at a certain place."), TOLERATED,
        ("Lebt von Leistungen", ("Verdient selbst", {"livelihood_secured": "yes"}), ("Einkommen unbekannt", {"livelihood_secured": None})), decider="", suspensive=False),
    row("AufenthG/61/1d/2", ("Ort ist der Wohnort bei der Entscheidung über die Duldung.", "The place is where the person lived when the suspension was decided."), STATE, all_of(use("AufenthG/61/1d/1"), use(d.SUSPENSION_HELD)),
        ("Sofern die Behörde nichts anderes anordnet.", "Unless the authority orders otherwise."), TOLERATED, ("Geduldet", ("Keine Duldung", {"suspension_kind": "none"}), ("Ende der Duldung unbekannt", {"suspension_valid_until": None}))),
    row("AufenthG/61/1d/3", ("Die Wohnsitzauflage kann geändert werden.", "The residence order can be changed."), MAY, use("AufenthG/61/1d/1"),
        ("Haushaltsgemeinschaft und humanitäre Gründe sind zu berücksichtigen.", "A shared household and humanitarian reasons are to be considered."), TOLERATED,
        ("Lebt von Leistungen", ("Verdient selbst", {"livelihood_secured": "yes"}), ("Einkommen unbekannt", {"livelihood_secured": None})), suspensive=False),
    row("AufenthG/61/1d/4", ("Der Ort darf ohne Erlaubnis vorübergehend verlassen werden.", "The place may be left for a time without permission."), STATE, use("AufenthG/61/1d/1"),
        ("Das gilt nicht gegen eine räumliche Beschränkung.", "It does not hold against a limit of movement."), TOLERATED,
        ("Lebt von Leistungen", ("Verdient selbst", {"livelihood_secured": "yes"}), ("Einkommen unbekannt", {"livelihood_secured": None})), decider=""),
    row("AufenthG/61/1e/1", ("Bei unmittelbar bevorstehenden Maßnahmen können Auflagen angeordnet werden.", "With steps directly imminent conditions can be ordered."), MAY, all_of(_ENFORCEABLE, assessment("steps_directly_imminent")),
        ("Zur Sicherung und Durchsetzung der Ausreisepflicht.", "To secure and enforce the obligation to leave."), {**TOLERATED, "steps_directly_imminent": "yes"},
        ("Maßnahmen stehen unmittelbar bevor", ("Keine Maßnahmen", {"steps_directly_imminent": "no"}), ("Nicht beurteilt", {"steps_directly_imminent": None})), suspensive=False),
    row("AufenthG/61/1e/2", ("Eine Meldepflicht ist höchstens wöchentlich.", "A duty to report is weekly at most."), STATE, use("AufenthG/61/1e/1"),
        ("Einmal in der Woche oder in längeren Abständen, bei der Ausländerbehörde des Aufenthaltsorts.", "Once a week or less often, at the authority of the place of stay."), {**TOLERATED, "steps_directly_imminent": "yes"},
        ("Maßnahmen stehen unmittelbar bevor", ("Keine Maßnahmen", {"steps_directly_imminent": "no"}), ("Nicht beurteilt", {"steps_directly_imminent": None}))),
    row("AufenthG/61/1f", ("Weitere Bedingungen und Auflagen können angeordnet werden.", "Further conditions can be ordered."), MAY, all_of(_ENFORCEABLE, assessment("further_condition_justified")),
        ("Nach Ermessen und verhältnismäßig.", "By discretion and in proportion."), {**TOLERATED, "further_condition_justified": "yes"},
        ("Begründet", ("Nicht begründet", {"further_condition_justified": "no"}), ("Nicht beurteilt", {"further_condition_justified": None}))),
)  # fmt: skip
DEFINITIONS = (LIMITED,)
