"""Administrative Procedure Act §§ 14, 28 (2), 31, 41 and Service Act §§ 4–10: hearing, periods, making known and serving a further measure."""

from augenmass.law.language import TODAY, all_of, day, days, fact, is_in, not_, use, weeks
from augenmass.law.norm import Modality
from augenmass.law.norms.measures.writing import NOTHING, by_choice, row

MAY, MUST, STATE = Modality.MAY, Modality.MUST, Modality.STATE
_SENT = day("measure_sent_on")
_METHOD = "measure_service_method"
SENT = {_METHOD: "post", "measure_sent_on": "2026-07-20", "letter_not_received": "no", "return_receipt_shown": "no"}
_AWAY = {"whereabouts_unknown": "yes", "service_elsewhere_impossible": "yes"}


NORMS = (
    *(by_choice("VwVfG/28/2" + f"/1/{number}", (f"Von der Anhörung kann abgesehen werden: {de}.", f"The hearing can be dispensed with: {en}."), MAY, "hearing_exception", (key,), ("Nach Ermessen; die Gründe gehören in den Vermerk.", "By discretion; the reasons belong in the note."), (de, "Keiner der Fälle", "none"))
      for number, key, de, en in (("1", "urgent", "Gefahr im Verzug oder öffentliches Interesse", "imminent danger or public interest"), ("2", "deadline", "maßgebliche Frist gefährdet", "decisive period at risk"),
          ("3", "as_stated", "keine Abweichung von eigenen Angaben", "no departure from own statements"), ("4", "many", "gleichartige Akte in größerer Zahl", "many similar acts"), ("5", "enforcement", "Verwaltungsvollstreckung", "administrative enforcement"))),
    row("VwVfG/41/2/2", ("Elektronisch gilt die Maßnahme am vierten Tag nach Absendung als bekannt gegeben.", "Electronically the measure counts as made known on the fourth day after sending."), STATE, all_of(is_in(_METHOD, "electronic"), (_SENT + days(4)).not_after(TODAY), not_(use("VwVfG/41/2/3"))),
        ("Nicht bei unterbliebenem oder späterem Zugang.", "Not where it did not arrive or arrived later."), {**SENT, _METHOD: "electronic"}, ("Im Juli gesendet", ("Gestern gesendet", {"measure_sent_on": "2026-08-19"}), ("Zugang nicht geprüft", {"letter_not_received": None}))),
    row("VwVfG/41/2/3", ("Die Vermutung der Bekanntgabe entfällt.", "The presumption of making known falls."), STATE, all_of(is_in(_METHOD, "post", "electronic"), fact("letter_not_received")), ("Im Zweifel weist die Behörde Zugang und Tag nach.", "In doubt the authority proves receipt and day."), {**SENT, "letter_not_received": "yes"},
        ("Nicht angekommen", ("Angekommen", {"letter_not_received": "no"}), ("Nicht geprüft", {"letter_not_received": None}))),
    row("VwVfG/41/2a/3", ("Zum Abruf bereitgestellt gilt die Maßnahme am Tag nach dem Abruf als bekannt gegeben.", "Made available for retrieval, the measure counts as made known on the day after it."), STATE, all_of(is_in(_METHOD, "retrieval"), (day("measure_retrieved_on") + days(1)).not_after(TODAY)),
        ("Ohne Abruf binnen zehn Tagen ist nichts bekannt gegeben.", "Without retrieval within ten days nothing is made known."), {_METHOD: "retrieval", "measure_retrieved_on": "2026-08-03"}, ("Anfang August abgerufen", ("Heute abgerufen", {"measure_retrieved_on": "2026-08-20"}), ("Abruf unbekannt", {"measure_retrieved_on": None}))),
    row("VwZG/4/2/2", ("Ohne Rückschein gilt das Einschreiben am vierten Tag als zugestellt.", "Without a return receipt registered mail counts as served on the fourth day."), STATE, all_of(is_in(_METHOD, "registered"), not_(fact("return_receipt_shown")), (_SENT + days(4)).not_after(TODAY), not_(fact("letter_not_received", cite="VwZG/4/2/3"))),
        ("Außer bei unterbliebenem oder späterem Zugang; die Behörde weist ihn im Zweifel nach.", "Save where it did not arrive or arrived later; in doubt the authority proves it."), {**SENT, _METHOD: "registered"}, ("Einschreiben im Juli", ("Nicht angekommen", {"letter_not_received": "yes"}), ("Zugang nicht geprüft", {"letter_not_received": None}))),
    row("VwZG/4/2/1", ("Der Rückschein beweist die Zustellung.", "The return receipt proves service."), STATE, all_of(is_in(_METHOD, "registered", "abroad"), fact("return_receipt_shown")), ("Es gilt der Tag auf dem Rückschein.", "The day on the receipt counts."), {**SENT, _METHOD: "registered", "return_receipt_shown": "yes"},
        ("Rückschein liegt vor", ("Kein Rückschein", {"return_receipt_shown": "no"}), ("Nicht geprüft", {"return_receipt_shown": None}))),
    row("VwZG/6/1/2", ("Für Betreute ist im Aufgabenkreis an die Betreuung zuzustellen.", "For persons under care service goes to the custodian within the scope."), MUST, fact("guardian_of_adult_appointed"), ("Die betreute Person erhält eine Abschrift.", "The person gets a copy."), NOTHING,
        (("Betreuung für Aufenthaltssachen", {"guardian_of_adult_appointed": "yes"}), ("Keine Betreuung", {"guardian_of_adult_appointed": "no"}), "Nicht erfasst")),
    row("VwZG/8", ("Ein Mangel der Zustellung ist mit dem tatsächlichen Zugang geheilt.", "A defect of service is cured by actual receipt."), STATE, day("measure_received_on").not_after(TODAY), ("Als zugestellt gilt der Tag des Zugangs bei der empfangsberechtigten Person.", "The day of receipt by the right person counts as service."), NOTHING,
        (("Im Juli in der Hand gehabt", {"measure_received_on": "2026-07-27"}), ("Noch unterwegs", {"measure_received_on": "2026-08-25"}), "Zugang unbekannt")),
    row("VwZG/10/1/1/1", ("Bei unbekanntem Aufenthalt kann öffentlich zugestellt werden.", "With whereabouts unknown service can be public."), MAY, all_of(fact("whereabouts_unknown"), fact("service_elsewhere_impossible"), not_(use("VwZG/7/1/2"))), ("Nur wenn keine Vertretung erreichbar ist; eine zeichnungsberechtigte Person ordnet es an.", "Only if no representative can be reached; an officer entitled to sign orders it."),
        {**_AWAY, "representative_appointed": "no"}, ("Unbekannt verzogen", ("Vertretung erreichbar", {"service_elsewhere_impossible": "no"}), ("Vertretung nicht geprüft", {"service_elsewhere_impossible": None}))),
    row("VwZG/10/2/6", ("Die öffentliche Zustellung gilt nach zwei Wochen.", "Public service counts after two weeks."), STATE, all_of(is_in(_METHOD, "public"), (day("measure_announced_on") + weeks(2)).not_after(TODAY)), ("Gezählt wird ab der Bekanntmachung der Benachrichtigung.", "It is counted from the announcement of the notice."), {_METHOD: "public", "measure_announced_on": "2026-07-20"},
        ("Im Juli ausgehängt", ("Gestern ausgehängt", {"measure_announced_on": "2026-08-19"}), ("Tag unbekannt", {"measure_announced_on": None}))),
)  # fmt: skip
