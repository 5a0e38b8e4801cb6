"""Asylum Act §§ 56–60: the area of the permission to stay, leaving it, its end and new order, residence orders."""

from datetime import date

from augenmass.law.language import TODAY, all_of, assessment, day, fact, is_in, months, not_, use, weeks
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms.measures.writing import NOTHING, row
from augenmass.law.norms.writing import FEDERAL_OFFICE, done

OUGHT, MAY, MUST, STATE = Modality.SHALL, Modality.MAY, Modality.MUST, Modality.STATE
REFORM, DAY_BEFORE, IN_MAY = date(2026, 6, 12), date(2026, 6, 11), date(2026, 5, 20)
_ALLOWED = fact("asylum_procedure_running", cite="AsylG/55/1")
_IN_CENTRE, _OUTSIDE = fact("reception_duty"), not_(fact("reception_duty"))
_THREE_MONTHS = (day("permitted_or_tolerated_since") + months(3)).not_after(TODAY)

IN_PROCEDURE = {
    "asylum_procedure_running": "yes",
    "reception_duty": "no",
    "assigned_other_district": "no",
    "permitted_or_tolerated_since": "2026-07-01",
    "leave_purpose": "none",
    "livelihood_secured": "no",
    "distribution_place_named": "yes",
    "convicted_of_general_offence": "no",
    "narcotics_facts": "no",
    "steps_to_end_stay_imminent": "no",
    "danger_to_security_or_life": "no",
    "title_kind": "none",
}
"""In the asylum procedure since July 2026, no longer in the reception centre."""
_COMPELLING = ("family", "medical", "compelling")


NORMS = (
    row("AsylG/56/1", ("Die Gestattung ist auf den Bezirk der Aufnahmeeinrichtung beschränkt.", "The permission is limited to the district of the reception centre."), STATE,
        all_of(_ALLOWED, not_(fact("assigned_other_district")), not_(use("AsylG/59a/1/1"))), ("Der Bezirk darf nur mit Erlaubnis verlassen werden.", "The district may be left only with permission."),
        IN_PROCEDURE, ("Seit sieben Wochen gestattet", ("Seit März gestattet", {"permitted_or_tolerated_since": "2026-03-02"}), ("Beginn unbekannt", {"permitted_or_tolerated_since": None})), decider=""),
    row("AsylG/56/2", ("Die Gestattung ist auf den Bezirk der anderen Ausländerbehörde beschränkt.", "The permission is limited to the district of the other authority."), STATE,
        all_of(_ALLOWED, fact("assigned_other_district"), not_(use("AsylG/59a/1/1"))), ("Es gilt der Bezirk, in dem Aufenthalt zu nehmen ist.", "The district of the assigned stay counts."), {**IN_PROCEDURE, "assigned_other_district": "yes"},
        ("Verteilt", ("Nicht verteilt", {"assigned_other_district": "no"}), ("Verteilung offen", {"assigned_other_district": None})), decider=""),
    row("AsylG/57/1", ("Das Bundesamt erlaubt das Verlassen bei dringenden Gründen.", "The Federal Office permits leaving on urgent grounds."), MUST, all_of(_ALLOWED, _IN_CENTRE, is_in("leave_purpose", *_COMPELLING)),
        ("Die Erlaubnis ist vorübergehend zu erteilen.", "The permission is to be granted for a time."), {**IN_PROCEDURE, "reception_duty": "yes", "leave_purpose": "medical"},
        ("Behandlung in anderer Stadt", ("Kein besonderer Zweck", {"leave_purpose": "none"}), ("Zweck nicht genannt", {"leave_purpose": None})), decider=FEDERAL_OFFICE, since=REFORM),
    row("AsylG/57/1@2026-05-04", ("Das Bundesamt kann das Verlassen bei zwingenden Gründen erlauben.", "The Federal Office can permit leaving on compelling grounds."), MAY, all_of(_ALLOWED, _IN_CENTRE, is_in("leave_purpose", *_COMPELLING)),
        ("Nach Ermessen.", "By discretion."), {**IN_PROCEDURE, "reception_duty": "yes", "leave_purpose": "compelling"},
        ("Zwingender Grund", ("Kein besonderer Zweck", {"leave_purpose": "none"}), ("Zweck nicht genannt", {"leave_purpose": None})), decider=FEDERAL_OFFICE, until=DAY_BEFORE, on=IN_MAY),
    row("AsylG/57/2", ("Für Bevollmächtigte und Hilfsorganisationen soll unverzüglich erlaubt werden.", "For representatives and support organisations permission shall come without delay."), OUGHT, all_of(_ALLOWED, _IN_CENTRE, is_in("leave_purpose", "counsel")),
        ("Im Regelfall ist zu erlauben.", "As a rule it is permitted."), {**IN_PROCEDURE, "reception_duty": "yes", "leave_purpose": "counsel"},
        ("Termin bei der Anwältin", ("Kein besonderer Zweck", {"leave_purpose": "none"}), ("Zweck nicht genannt", {"leave_purpose": None})), decider=FEDERAL_OFFICE),
    row("AsylG/57/3/1", ("Termine bei Behörden und Gerichten gehen ohne Erlaubnis.", "Appointments at authorities and courts need no permission."), STATE, all_of(_ALLOWED, _IN_CENTRE, is_in("leave_purpose", "appointment")),
        ("Sie sind der Einrichtung und dem Bundesamt anzuzeigen.", "They are notified to the centre and the Federal Office."), {**IN_PROCEDURE, "reception_duty": "yes", "leave_purpose": "appointment"},
        ("Gerichtstermin", ("Kein besonderer Zweck", {"leave_purpose": "none"}), ("Zweck nicht genannt", {"leave_purpose": None})), decider=""),
    row("AsylG/58/1/1", ("Die Ausländerbehörde kann das Verlassen erlauben.", "The foreigners' authority can permit leaving."), MAY, all_of(_ALLOWED, _OUTSIDE),
        ("Nach Ermessen, vorübergehend oder allgemein in einem anderen Bezirk.", "By discretion, for a time or generally in another district."), IN_PROCEDURE,
        ("Nicht mehr in der Einrichtung", ("In der Einrichtung", {"reception_duty": "yes"}), ("Wohnpflicht offen", {"reception_duty": None}))),
    row("AsylG/58/1/2", ("Bei dringenden Gründen ist zu erlauben.", "On urgent grounds it is to be permitted."), MUST, all_of(_ALLOWED, _OUTSIDE, is_in("leave_purpose", "public", *_COMPELLING)),
        ("Die Erlaubnis ist zu erteilen.", "The permission is to be granted."), {**IN_PROCEDURE, "leave_purpose": "family"}, ("Schwer kranke Mutter", ("Kein besonderer Zweck", {"leave_purpose": "none"}), ("Zweck nicht genannt", {"leave_purpose": None})), since=REFORM),
    row("AsylG/58/1/2@2026-05-04", ("Bei zwingenden Gründen oder unbilliger Härte ist zu erlauben.", "On compelling grounds or undue hardship it is to be permitted."), MUST, all_of(_ALLOWED, _OUTSIDE, is_in("leave_purpose", "public", "hardship", *_COMPELLING)),
        ("Die Erlaubnis ist zu erteilen.", "The permission is to be granted."), {**IN_PROCEDURE, "leave_purpose": "hardship"}, ("Unbillige Härte", ("Kein besonderer Zweck", {"leave_purpose": "none"}), ("Zweck nicht genannt", {"leave_purpose": None})), until=DAY_BEFORE, on=IN_MAY),
    row("AsylG/58/1/3", ("Für Arbeit, Schule, Ausbildung oder Studium wird in der Regel erlaubt.", "For work, school, training or studies it is permitted as a rule."), OUGHT, all_of(_ALLOWED, _OUTSIDE, is_in("leave_purpose", "work", "school")),
        ("Mit Zustimmung der Behörde des anderen Bezirks, wenn der Aufenthalt dort allgemein erlaubt wird.", "With consent of the authority of the other district where the stay there is permitted generally."), {**IN_PROCEDURE, "leave_purpose": "work"},
        ("Erlaubte Beschäftigung", ("Kein besonderer Zweck", {"leave_purpose": "none"}), ("Zweck nicht genannt", {"leave_purpose": None}))),
    row("AsylG/58/2", ("Für Bevollmächtigte und Hilfsorganisationen soll erlaubt werden.", "For representatives and support organisations it shall be permitted."), OUGHT, all_of(_ALLOWED, _OUTSIDE, is_in("leave_purpose", "counsel")),
        ("Im Regelfall ist zu erlauben.", "As a rule it is permitted."), {**IN_PROCEDURE, "leave_purpose": "counsel"}, ("Termin bei der Anwältin", ("Kein besonderer Zweck", {"leave_purpose": "none"}), ("Zweck nicht genannt", {"leave_purpose": None}))),
    row("AsylG/58/3", ("Termine bei Behörden und Gerichten gehen ohne Erlaubnis.", "Appointments at authorities and courts need no permission."), STATE, all_of(_ALLOWED, _OUTSIDE, is_in("leave_purpose", "appointment")),
        ("Das persönliche Erscheinen muss erforderlich sein.", "Personal appearance must be required."), {**IN_PROCEDURE, "leave_purpose": "appointment"}, ("Gerichtstermin", ("Kein besonderer Zweck", {"leave_purpose": "none"}), ("Zweck nicht genannt", {"leave_purpose": None})), decider=""),
    row("AsylG/58/4/1", ("Nach gerichtlicher Verpflichtung darf der Bereich vorübergehend verlassen werden.", "After a court obliged to protect, the area may be left for a time."), STATE, all_of(_ALLOWED, _OUTSIDE, fact("court_obliged_to_protect")),
        ("Ohne Erlaubnis, auch vor Unanfechtbarkeit.", "Without permission, even before finality."), {**IN_PROCEDURE, "court_obliged_to_protect": "yes"}, ("Verwaltungsgericht verpflichtet", ("Kein Urteil", {"court_obliged_to_protect": "no"}), ("Nicht erfasst", {"court_obliged_to_protect": None})), decider=""),
    row("AsylG/59a/1/1", ("Die räumliche Beschränkung ist nach drei Monaten erloschen.", "The limit of movement has ended after three months."), STATE, all_of(_THREE_MONTHS, not_(use("AsylG/59a/1/2"))),
        ("Drei Monate ununterbrochen erlaubt, geduldet oder gestattet.", "Three months permitted, suspended or allowed without a break."), {**IN_PROCEDURE, "permitted_or_tolerated_since": "2026-03-02"},
        ("Seit März gestattet", ("Seit Juli gestattet", {"permitted_or_tolerated_since": "2026-07-01"}), ("Beginn unbekannt", {"permitted_or_tolerated_since": None})), decider=""),
    row("AsylG/59a/1/2", ("Während der Wohnpflicht in der Einrichtung erlischt die Beschränkung nicht.", "While the duty to live in the centre lasts, the limit does not end."), STATE, _IN_CENTRE,
        ("Die drei Monate helfen erst nach dem Ende der Wohnpflicht.", "The three months help only after that duty ends."), NOTHING, (("In der Einrichtung", {"reception_duty": "yes"}), ("Verteilt", {"reception_duty": "no"}), "Nicht erfasst"), decider=""),
    row("AsylG/59a/2/1", ("Die Beschränkung überdauert das Ende der Gestattung, längstens bis drei Monate erreicht sind.", "The limit outlives the permission, until three months are reached at most."), STATE,
        all_of(not_(_ALLOWED), fact("asylum_ever_applied"), not_(use("AsylG/59a/1/1")), not_(use("AsylG/59a/2/2"))), ("Bis sie aufgehoben wird oder erlischt.", "Until it is lifted or ends."),
        {**IN_PROCEDURE, "asylum_procedure_running": "no", "asylum_ever_applied": "yes"}, ("Gestattung erloschen, sieben Wochen Aufenthalt", ("Gestattung besteht", {"asylum_procedure_running": "yes"}), ("Beginn unbekannt", {"permitted_or_tolerated_since": None})), decider=""),
    row("AsylG/59a/2/2", ("Mit einem Titel erlischt die Beschränkung.", "With a title the limit ends."), STATE, use(d.VALID_TITLE), ("Auch wenn der Aufenthalt nach der Anerkennung als erlaubt gilt.", "Also where the stay is deemed permitted after recognition."),
        {**IN_PROCEDURE, "title_kind": "residence_permit", "title_valid_until": "2027-06-30", "title_ended_by": "none"}, ("Titel erteilt", ("Kein Titel", {"title_kind": "none"}), ("Titel unbekannt", {"title_kind": None})), decider=""),
    *(row("AsylG/59b/1" + f"/1/{number}", (f"{de} kann neu beschränkt werden.", f"{en} a limit can be ordered anew."), MAY, all_of(_ALLOWED, condition),
          ("Nach Ermessen, unabhängig von den drei Monaten.", "By discretion, whatever the three months say."), {**IN_PROCEDURE, name: "yes"},
          ("Liegt vor", ("Liegt nicht vor", {name: "no"}), ("Nicht beurteilt", {name: None})))
      for number, name, condition, de, en in (
          ("1", "convicted_of_general_offence", fact("convicted_of_general_offence"), "Nach einer Verurteilung", "After a conviction"),
          ("2", "narcotics_facts", assessment("narcotics_facts"), "Bei Tatsachen für Betäubungsmitteldelikte", "With facts for narcotics offences"),
          ("3", "steps_to_end_stay_imminent", assessment("steps_to_end_stay_imminent"), "Bei bevorstehenden Maßnahmen zur Aufenthaltsbeendigung", "With steps to end the stay imminent"),
          ("4", "danger_to_security_or_life", assessment("danger_to_security_or_life"), "Bei erheblicher Gefahr für Sicherheit, Leib oder Leben", "With a considerable danger to security, life or limb"))),
    row("AsylG/60/1/1", ("Ohne gesicherten Lebensunterhalt wird eine Wohnsitzauflage erteilt.", "Without a secured livelihood a residence order is made."), MUST, all_of(_ALLOWED, _OUTSIDE, not_(fact("livelihood_secured")), fact("distribution_place_named")),
        ("Ort ist der in der Verteilentscheidung genannte.", "The place is that of the distribution decision."), IN_PROCEDURE, ("Lebt von Leistungen", ("Verdient selbst", {"livelihood_secured": "yes"}), ("Einkommen unbekannt", {"livelihood_secured": None})), decider="Landesbehörde (§ 50 AsylG)"),
    row("AsylG/60/2/1", ("Gemeinde, Wohnung, Unterkunft oder Bezirk können bestimmt werden.", "Town, flat, accommodation or district can be determined."), MAY, all_of(_ALLOWED, _OUTSIDE, not_(fact("livelihood_secured"))),
        ("Nach Ermessen.", "By discretion."), IN_PROCEDURE, ("Lebt von Leistungen", ("Verdient selbst", {"livelihood_secured": "yes"}), ("Einkommen unbekannt", {"livelihood_secured": None}))),
    row("AsylG/60/2/2", ("Vor einem Umzug nach mehr als sechs Monaten ist anzuhören.", "Before a move after more than six months the person is heard."), MUST,
        all_of(use("AsylG/60/2/1"), fact("relocation_intended"), (day("assigned_place_since") + months(6)).before(TODAY), not_(use("AsylG/60/2/3"))), ("Die Anhörung steht aus.", "The hearing is outstanding."),
        {**IN_PROCEDURE, "relocation_intended": "yes", "assigned_place_since": "2025-11-03"}, ("Seit neun Monaten in der Wohnung", ("Erst seit Mai dort", {"assigned_place_since": "2026-05-04"}), ("Einzug unbekannt", {"assigned_place_since": None}))),
    row("AsylG/60/2/3", ("Die Anhörung gilt nach zwei Wochen als erfolgt.", "The hearing counts as held after two weeks."), STATE, all_of(done("relocation_hearing_on"), (day("relocation_hearing_on") + weeks(2)).before(TODAY)),
        ("Wenn Gelegenheit zur Äußerung bestand.", "If there was an opportunity to respond."), NOTHING, (("Vor drei Wochen Gelegenheit gegeben", {"relocation_hearing_on": "2026-07-30"}), ("Vor einer Woche Gelegenheit gegeben", {"relocation_hearing_on": "2026-08-13"}), ("Nur der Monat bekannt", {"relocation_hearing_on": "2026-08"}))),
)  # fmt: skip
