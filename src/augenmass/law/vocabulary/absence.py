"""Absence and what keeps a title alive through it (AufenthG § 51)."""

from augenmass.law.vocabulary.declaring import Chapter
from augenmass.law.vocabulary.tables import declare

ABSENCE = Chapter("absence", "residence")

ABSENCE.day(
    "reentry_period_until",
    ("Bestimmte längere Frist zur Wiedereinreise bis", "Longer period for re-entry until"),
    (
        "Der letzte Tag der von der Behörde bestimmten längeren Frist.",
        "The last day of the longer period set by the authority.",
    ),
    protective=True,
)
ABSENCE.day(
    "military_discharge_on",
    ("Entlassung aus dem Wehrdienst am", "Discharge from military service on"),
    (
        "Der Tag der Entlassung aus der gesetzlichen Wehrpflicht.",
        "The day of discharge from compulsory military service.",
    ),
)
ABSENCE.day(
    "coercion_ended_on",
    ("Wegfall der Zwangslage am", "End of the coercion on"),
    ("Der Tag, an dem die Zwangslage endete.", "The day on which the coercion ended."),
)
ABSENCE.day(
    "outside_eu_since",
    ("Außerhalb der Europäischen Union seit", "Outside the European Union since"),
    (
        "Seit wann die Person sich ununterbrochen außerhalb des Gebiets aufhält, in dem die Rechtsstellung erworben werden kann.",
        "Since when the person has been outside the area in which the status can be acquired, without a break.",
    ),
)
declare(
    ABSENCE,
    (
        ("still_abroad", "Weiterhin im Ausland", "Still abroad", "Die Person ist seit der Ausreise nicht wieder eingereist.", "The person has not come back since departure.", ""),
        ("departure_not_temporary", "Ausreise aus nicht vorübergehendem Grund", "Departure for a reason not temporary",
         "Der Grund der Ausreise war in der Beurteilung der Behörde seiner Natur nach nicht vorübergehend.", "In the assessment of the authority the reason for leaving was by its nature not temporary.", "A"),
        ("lawful_fifteen_years", "Fünfzehn Jahre rechtmäßiger Aufenthalt", "Fifteen years of lawful stay",
         "Die Person hielt sich mindestens fünfzehn Jahre rechtmäßig im Bundesgebiet auf, oder ihr Ehegatte mit Niederlassungserlaubnis.",
         "The person was lawfully in Germany for fifteen years or more, or the spouse with a settlement permit was.", "P"),
        ("sixty_years_old", "Sechzigstes Lebensjahr vollendet", "Sixty years old", "Die Person hat das sechzigste Lebensjahr vollendet.", "The person is sixty or older.", "P"),
        ("german_spouse", "Eheliche Gemeinschaft mit Deutschen", "Marital union with a German",
         "Die Person lebt mit einem deutschen Ehegatten in ehelicher Gemeinschaft.", "The person lives in marital union with a German spouse.", "P"),
        ("military_service_abroad", "Wehrpflicht im Heimatstaat", "Compulsory military service at home",
         "Die Frist wurde nur wegen der gesetzlichen Wehrpflicht überschritten.", "The period was exceeded only because of compulsory military service.", "P"),
        ("forced_marriage_kept_away", "Zwangsehe, von der Rückkehr abgehalten", "Forced marriage, kept from returning",
         "Die Person wurde zur Ehe genötigt und von der Rückkehr abgehalten und erfüllt § 37 Abs. 1 Satz 1 Nr. 1.", "The person was forced into marriage, kept from returning, and meets section 37 (1) sentence 1 no. 1.", "P"),
        ("leaving_for_temporary_reason", "Vorübergehender Grund oder Interessen der Bundesrepublik", "Temporary reason or interests of Germany",
         "Der Grund der Ausreise ist vorübergehend, oder der Aufenthalt dient Interessen der Bundesrepublik.", "The reason for leaving is temporary, or the stay abroad serves interests of Germany.", "PA"),
        ("german_refugee_document", "Reiseausweis für Flüchtlinge einer deutschen Behörde", "Refugee travel document of a German authority",
         "Die Person besitzt einen gültigen, von einer deutschen Behörde ausgestellten Reiseausweis für Flüchtlinge.", "The person holds a valid refugee travel document issued by a German authority.", "P"),
        ("responsibility_passed_on", "Zuständigkeit für den Reiseausweis übergegangen", "Responsibility for the travel document passed on",
         "Die Zuständigkeit für den Reiseausweis ist auf einen anderen Staat übergegangen.", "Responsibility for the travel document has passed to another state.", ""),
        ("eu_mobility_used", "Mobilität in anderem Mitgliedstaat", "Mobility in another member state",
         "Die Person nutzt die im Unionsrecht vorgesehene Mobilität mit ICT-Karte, als Studierende oder Forschende.", "The person uses mobility under Union law with an ICT card, as a student or researcher.", "P"),
        ("blue_card_family", "Titel als Familie einer Person mit Blauer Karte", "Title as family of a Blue Card holder",
         "Der Titel nach §§ 30, 32, 33 oder 36 wurde Angehörigen einer Person mit Blauer Karte EU erteilt.", "The title under sections 30, 32, 33 or 36 was granted to family of a Blue Card holder.", "P"),
        ("former_blue_card", "Früher Blaue Karte EU oder deren Familie", "Formerly Blue Card or its family",
         "Vor dem Daueraufenthalt-EU bestand eine Blaue Karte EU oder ein Titel als deren Familie.", "Before the EU long-term permit there was a Blue Card or a title as its family.", "P"),
        ("eu_status_by_deception", "Daueraufenthalt durch Täuschung, Drohung oder Bestechung", "EU long-term permit by deception, threat or bribery",
         "Die Erteilung wurde aus einem dieser Gründe zurückgenommen.", "The grant was withdrawn on one of these grounds.", ""),
        ("eu_status_elsewhere", "Rechtsstellung in anderem Mitgliedstaat erworben", "Status acquired in another member state",
         "Die Rechtsstellung eines langfristig Aufenthaltsberechtigten wurde in einem anderen Mitgliedstaat erworben.", "Long-term resident status was acquired in another member state.", ""),
        ("restrictions_lifted", "Beschränkungen und Auflagen aufgehoben", "Restrictions and conditions lifted",
         "Die früheren Beschränkungen und Auflagen sind aufgehoben.", "The former restrictions and conditions have been lifted.", "P"),
    ),
)  # fmt: skip
