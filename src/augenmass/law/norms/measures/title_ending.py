"""Residence Act § 51 (1)–(4), (9), (10): what ended a title, absence with its longer periods and exceptions."""

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
    months,
    none_of,
    not_,
    use,
    years,
)
from augenmass.law.nodes import Condition, Period
from augenmass.law.norm import Modality
from augenmass.law.norms.measures.writing import by_choice, row

OUGHT, STATE = Modality.SHALL, Modality.STATE
_NOT_VISA = ("residence_permit", "blue_card", "ict", "settlement_permit")
_INTERESTS = none_of(*(use(f"AufenthG/54/1/1/{number}") for number in ("2", "2a", "3", "4", "5")), *(use(f"AufenthG/54/2/1/{number}") for number in ("5", "6", "7")))  # fmt: skip


def away(period: Period) -> Condition:
    """Return the condition that the person did not come back within the period after departure, nor within a longer one that was set."""
    end = day("departed_on") + period
    return all_of(
        any_of(
            all_of(fact("still_abroad"), end.before(TODAY)),
            all_of(
                not_(fact("still_abroad")), day("entered_on").after(end), day("entered_on").after(day("departed_on"))
            ),
        ),
        any_of(
            not_(established("reentry_period_until")),
            all_of(fact("still_abroad"), day("reentry_period_until").before(TODAY)),
            all_of(not_(fact("still_abroad")), day("entered_on").after(day("reentry_period_until"))),
        ),
    )


KEPT = Definition(
    "title_survives_absence",
    "Der Titel überdauert die Abwesenheit.",
    "The title survives the absence.",
    any_of(*(use(f"AufenthG/51/{place}") for place in ("1a/1", "2/1", "2/2", "4/2", "7/1"))),
    "AufenthG/51/2",
)
GONE = {
    "title_kind": "residence_permit",
    "departed_on": "2025-11-03",
    "still_abroad": "yes",
    "departure_not_temporary": "yes",
    "eu_mobility_used": "no",
    "lawful_fifteen_years": "no",
    "sixty_years_old": "no",
    "livelihood_secured": "yes",
    "german_spouse": "no",
    "military_service_abroad": "no",
    "forced_marriage_kept_away": "no",
    "protection_status": "none",
    "german_refugee_document": "no",
    "blue_card_family": "no",
    **{f"interest_54_{number}": "no" for number in ("1_2", "1_2a", "1_3", "1_4", "1_5", "2_5", "2_6", "2_7")},
}
"""Left in November 2025 with a permit and did not come back."""
_SETTLED = {"title_kind": "settlement_permit", "lawful_fifteen_years": "yes"}
_EU = {**GONE, "title_kind": "eu_long_term", "outside_eu_since": "2025-06-02", "former_blue_card": "no", "eu_status_by_deception": "no", "eu_status_elsewhere": "no", "title_ended_by": "none"}  # fmt: skip
_BLUE = any_of(is_in("title_kind", "blue_card"), fact("blue_card_family"))
_OLD = all_of(is_in("title_kind", "settlement_permit"), fact("lawful_fifteen_years"), fact("sixty_years_old"))

NORMS = (
    *(by_choice(f"AufenthG/51/1/1/{number}", (f"Der Titel ist erloschen: {de}.", f"The title has ended: {en}."), STATE, "title_ended_by", (key,), ("Der Titel besteht nicht mehr.", "The title no longer exists."), (de, "Nicht erloschen", "none"), decider="")
      for number, key, de, en in (
          ("2", "condition", "auflösende Bedingung eingetreten", "resolutory condition met"), ("3", "withdrawal", "Rücknahme", "withdrawal"), ("4", "revocation", "Widerruf", "revocation"),
          ("5", "expulsion", "Ausweisung", "expulsion"), ("5a", "order_58a", "Abschiebungsanordnung bekannt gegeben", "removal order made known"), ("8", "asylum_application", "Asylantrag nach humanitärem Titel", "asylum application after a humanitarian title"))),
    row("AufenthG/51/1/1/6", ("Der Titel ist durch nicht vorübergehende Ausreise erloschen.", "The title ended by a departure that is not temporary."), STATE,
        all_of(is_in("title_kind", *_NOT_VISA), day("departed_on").not_after(TODAY), assessment("departure_not_temporary"), not_(use(KEPT))), ("Mit der Ausreise, ohne Bescheid.", "On departure, without a decision."), GONE,
        ("Haushalt aufgelöst", ("Urlaub", {"departure_not_temporary": "no"}), ("Grund nicht beurteilt", {"departure_not_temporary": None})), decider=""),
    row("AufenthG/51/1/1/7", ("Der Titel ist durch Abwesenheit erloschen.", "The title ended by absence."), STATE,
        all_of(is_in("title_kind", *_NOT_VISA), any_of(all_of(none_of(_BLUE, _OLD), away(months(6))), use("AufenthG/51/10/1"), use("AufenthG/51/10/2")), none_of(use(KEPT), use("AufenthG/51/3"))),
        ("Sechs Monate, zwölf in den Fällen des Absatzes 10, oder die bestimmte längere Frist.", "Six months, twelve in the cases of paragraph 10, or the longer period set."), GONE,
        ("Seit neun Monaten fort", ("Längere Frist läuft", {"reentry_period_until": "2026-11-30"}), ("Tag der Ausreise unbekannt", {"departed_on": None})), decider=""),
    row("AufenthG/51/1a/1", ("Mobilität nach Unionsrecht erhält den Titel.", "Mobility under Union law keeps the title."), STATE, all_of(is_in("title_kind", "ict", "residence_permit"), fact("eu_mobility_used")), ("Nummern 6 und 7 gelten nicht.", "Numbers 6 and 7 do not apply."),
        {**GONE, "eu_mobility_used": "yes"}, ("Semester in Frankreich", ("Keine Mobilität", {"eu_mobility_used": "no"}), ("Nicht geprüft", {"eu_mobility_used": None})), decider=""),
    row("AufenthG/51/2/1", ("Nach fünfzehn Jahren überdauert die Niederlassungserlaubnis die Abwesenheit.", "After fifteen years the settlement permit survives absence."), STATE,
        all_of(is_in("title_kind", "settlement_permit"), fact("lawful_fifteen_years"), fact("livelihood_secured"), _INTERESTS), ("Bei gesichertem Lebensunterhalt und ohne die genannten Ausweisungsinteressen; auf Antrag mit Bescheinigung.", "With a secured livelihood and without the listed interests; certified on application."),
        {**GONE, **_SETTLED}, ("Zwanzig Jahre hier", ("Lebensunterhalt nicht gesichert", {"livelihood_secured": "no"}), ("Lebensunterhalt unbekannt", {"livelihood_secured": None})), decider=""),
    row("AufenthG/51/2/2", ("Bei deutschem Ehegatten überdauert die Niederlassungserlaubnis die Abwesenheit.", "With a German spouse the settlement permit survives absence."), STATE, all_of(is_in("title_kind", "settlement_permit"), fact("german_spouse"), _INTERESTS),
        ("Ohne die genannten Ausweisungsinteressen.", "Without the listed interests."), {**GONE, **_SETTLED, "german_spouse": "yes"}, ("Mit Deutschem verheiratet", ("Nicht verheiratet", {"german_spouse": "no"}), ("Nicht geprüft", {"german_spouse": None})), decider=""),
    row("AufenthG/51/3", ("Wehrpflicht erhält den Titel, wenn die Rückkehr binnen drei Monaten folgt.", "Military service keeps the title if return follows within three months."), STATE,
        all_of(fact("military_service_abroad"), any_of(all_of(fact("still_abroad"), TODAY.not_after(day("military_discharge_on") + months(3))), all_of(not_(fact("still_abroad")), day("entered_on").not_after(day("military_discharge_on") + months(3))))),
        ("Nummer 7 gilt nicht.", "Number 7 does not apply."), {**GONE, "military_service_abroad": "yes", "military_discharge_on": "2026-07-31"}, ("Vor drei Wochen entlassen", ("Kein Wehrdienst", {"military_service_abroad": "no"}), ("Entlassung unbekannt", {"military_discharge_on": None})), decider=""),
    row("AufenthG/51/4/1", ("In der Regel ist eine längere Frist zu bestimmen.", "As a rule a longer period is set."), OUGHT, all_of(is_in("title_kind", *_NOT_VISA), assessment("leaving_for_temporary_reason")),
        ("Bei Niederlassungserlaubnis und vorübergehendem Grund, oder wenn der Aufenthalt deutschen Interessen dient.", "With a settlement permit and a temporary reason, or where the stay serves German interests."),
        {**GONE, "leaving_for_temporary_reason": "yes"}, ("Entsendung durch den Bund", ("Kein solcher Grund", {"leaving_for_temporary_reason": "no"}), ("Nicht beurteilt", {"leaving_for_temporary_reason": None}))),
    row("AufenthG/51/4/2", ("Nach Zwangsehe bleibt der Titel bei rechtzeitiger Rückkehr erhalten.", "After a forced marriage the title is kept with timely return."), STATE,
        all_of(fact("forced_marriage_kept_away"), any_of(all_of(fact("still_abroad"), TODAY.not_after(day("coercion_ended_on") + months(3))), all_of(not_(fact("still_abroad")), day("entered_on").not_after(day("coercion_ended_on") + months(3)), day("entered_on").not_after(day("departed_on") + years(10))))),
        ("Drei Monate nach Wegfall der Zwangslage, höchstens zehn Jahre nach der Ausreise.", "Three months after the coercion ended, ten years after departure at most."),
        {**GONE, "forced_marriage_kept_away": "yes", "coercion_ended_on": "2026-07-31"}, ("Zwangslage seit Juli vorbei", ("Keine Zwangsehe", {"forced_marriage_kept_away": "no"}), ("Ende der Zwangslage unbekannt", {"coercion_ended_on": None})), decider=""),
    row("AufenthG/51/9/1/2", ("Der Daueraufenthalt ist durch Ausweisung oder Anordnung erloschen.", "The EU long-term permit ended by expulsion or order."), STATE, all_of(is_in("title_kind", "eu_long_term"), is_in("title_ended_by", "expulsion", "order_58a")),
        ("Die Erlaubnis besteht nicht mehr.", "The permit no longer exists."), {**_EU, "title_ended_by": "expulsion"}, ("Ausgewiesen", ("Nicht erloschen", {"title_ended_by": "none"}), ("Nicht geprüft", {"title_ended_by": None}))),
    row("AufenthG/51/9/1/1", ("Der Daueraufenthalt ist wegen Täuschung, Drohung oder Bestechung zurückgenommen.", "The EU long-term permit was withdrawn for deception, threat or bribery."), STATE, all_of(is_in("title_kind", "eu_long_term"), fact("eu_status_by_deception")),
        ("Die Erlaubnis besteht nicht mehr.", "The permit no longer exists."), {**_EU, "eu_status_by_deception": "yes"}, ("Zurückgenommen", ("Nicht zurückgenommen", {"eu_status_by_deception": "no"}), ("Nicht erfasst", {"eu_status_by_deception": None}))),
    row("AufenthG/51/9/1/3", ("Der Daueraufenthalt ist durch Aufenthalt außerhalb der EU erloschen.", "The EU long-term permit ended by a stay outside the EU."), STATE,
        all_of(is_in("title_kind", "eu_long_term"), any_of(all_of(not_(fact("former_blue_card")), (day("outside_eu_since") + months(12)).not_after(TODAY)), (day("outside_eu_since") + months(24)).not_after(TODAY)), none_of(use(KEPT), use("AufenthG/51/3"))),
        ("Zwölf Monate am Stück, vierundzwanzig nach Blauer Karte.", "Twelve months without a break, twenty-four after a Blue Card."), _EU, ("Seit vierzehn Monaten fort", ("Früher Blaue Karte", {"former_blue_card": "yes"}), ("Beginn unbekannt", {"outside_eu_since": None})), decider=""),
    row("AufenthG/51/9/1/4", ("Der Daueraufenthalt ist nach sechs Jahren außerhalb des Bundesgebiets erloschen.", "The EU long-term permit ended after six years outside Germany."), STATE,
        all_of(is_in("title_kind", "eu_long_term"), fact("still_abroad"), (day("departed_on") + years(6)).not_after(TODAY), none_of(use(KEPT), use("AufenthG/51/3"))), ("Die Erlaubnis besteht nicht mehr.", "The permit no longer exists."),
        {**_EU, "departed_on": "2020-05-04"}, ("Seit 2020 fort", ("Erst seit 2025 fort", {"departed_on": "2025-05-05"}), ("Ausreise unbekannt", {"departed_on": None})), decider=""),
    row("AufenthG/51/9/1/5", ("Der Daueraufenthalt ist durch Erwerb in anderem Staat erloschen.", "The EU long-term permit ended by acquisition elsewhere."), STATE, all_of(is_in("title_kind", "eu_long_term"), fact("eu_status_elsewhere")), ("Die Erlaubnis besteht nicht mehr.", "The permit no longer exists."),
        {**_EU, "eu_status_elsewhere": "yes"}, ("In Österreich erworben", ("Nicht erworben", {"eu_status_elsewhere": "no"}), ("Nicht geprüft", {"eu_status_elsewhere": None})), decider=""),
    row("AufenthG/51/10/1", ("Bei Blauer Karte und ihrer Familie sind es zwölf Monate.", "With a Blue Card and its family it is twelve months."), STATE, all_of(_BLUE, away(months(12))), ("Die zwölf Monate sind vorbei.", "The twelve months are over."),
        {**GONE, "title_kind": "blue_card", "departed_on": "2025-05-05"}, ("Seit fünfzehn Monaten fort", ("Seit neun Monaten fort", {"departed_on": "2025-11-03"}), ("Ausreise unbekannt", {"departed_on": None})), decider=""),
    row("AufenthG/51/10/2", ("Mit sechzig Jahren und fünfzehn Jahren Aufenthalt sind es zwölf Monate.", "At sixty and with fifteen years of stay it is twelve months."), STATE, all_of(_OLD, away(months(12))), ("Die zwölf Monate sind vorbei.", "The twelve months are over."),
        {**GONE, **_SETTLED, "sixty_years_old": "yes", "departed_on": "2025-05-05"}, ("Seit fünfzehn Monaten fort", ("Seit neun Monaten fort", {"departed_on": "2025-11-03"}), ("Alter unbekannt", {"sixty_years_old": None})), decider=""),
)  # fmt: skip
DEFINITIONS = (KEPT,)
