"""Entry ban: its ground, length and course, and what a human weighs about it (AufenthG § 11)."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter
from augenmass.law.vocabulary.tables import declare

ENTRY_BAN = Chapter("entry_ban", "decision")

GROUNDS = (
    Choice("none", "kein Anlass", "no ground"),
    Choice("expulsion", "Ausweisung", "expulsion"),
    Choice("removal", "Abschiebung", "removal"),
    Choice("return_after_entry", "Zurückschiebung", "return after unlawful entry"),
    Choice("order_58a", "Abschiebungsanordnung (§ 58a)", "removal order (section 58a)"),
    Choice(
        "refusal_false_documents",
        "Zurückweisung bei falschen oder verfälschten Dokumenten",
        "refusal of entry with false or falsified documents",
    ),
    Choice("overstay", "Ausreisefrist versäumt (§ 11 Abs. 6)", "period for departure missed (section 11 (6))"),
    Choice("federal_office", "Anordnung des Bundesamtes (§ 11 Abs. 7)", "order of the Federal Office (section 11 (7))"),
)
OFFICE_GROUNDS = (
    Choice("none", "keiner", "none"),
    Choice("section_29a", "offensichtlich unbegründet nach § 29a AsylG", "manifestly unfounded, section 29a"),
    Choice("section_29b", "offensichtlich unbegründet nach § 29b AsylG", "manifestly unfounded, section 29b"),
    Choice("section_30", "offensichtlich unbegründet nach § 30 AsylG", "manifestly unfounded, section 30"),
    Choice("follow_up", "wiederholter Folgeantrag (§ 71 AsylG)", "repeated follow-up application (section 71)"),
    Choice(
        "second", "wiederholter Zweitantrag (§ 71a AsylG a. F.)", "repeated second application (former section 71a)"
    ),
)

ENTRY_BAN.choice(
    "entry_ban_ground",
    ("Anlass des Einreise- und Aufenthaltsverbots", "Ground of the entry ban"),
    ("Woraus das Verbot folgt oder folgen soll.", "What the entry ban follows from, or is to."),
    GROUNDS,
    retention="removal_data",
)
ENTRY_BAN.choice(
    "entry_ban_office_ground",
    ("Grund der Anordnung des Bundesamtes", "Ground of the Federal Office's order"),
    (
        "Welchen Fall der Bescheid des Bundesamtes für sein Verbot nennt.",
        "Which case the Federal Office's notice names for its ban.",
    ),
    OFFICE_GROUNDS,
    retention="removal_data",
)
for _name, _label, _meaning in (
    (
        "entry_ban_ordered_on",
        ("Einreise- und Aufenthaltsverbot erlassen am", "Entry ban issued on"),
        ("Der Tag, an dem das Verbot erlassen wurde.", "The day on which the ban was issued."),
    ),
    (
        "entry_ban_until",
        ("Einreise- und Aufenthaltsverbot bis", "Entry ban until"),
        ("Der letzte Tag des Verbots, berechnet ab der Ausreise.", "The last day of the ban, counted from departure."),
    ),
    (
        "entry_ban_longer_until",
        ("Längere Befristung bis", "Longer limit until"),
        (
            "Der letzte Tag, wenn die mit der Befristung verbundene Bedingung nicht eintritt.",
            "The last day if the condition tied to the limit is not met.",
        ),
    ),
    (
        "refused_entry_on",
        ("Zurückgewiesen am", "Refused entry on"),
        ("Der Tag der Zurückweisung an der Grenze.", "The day of refusal at the border."),
    ),
    (
        "removed_on",
        ("Ab- oder zurückgeschoben am", "Removed or returned on"),
        ("Der Tag der durchgeführten Ab- oder Zurückschiebung.", "The day of the removal or return carried out."),
    ),
):
    ENTRY_BAN.day(_name, _label, _meaning, retention="removal_data")
ENTRY_BAN.number(
    "entry_ban_length_months",
    ("Länge des Einreise- und Aufenthaltsverbots", "Length of the entry ban"),
    ("Die festgesetzte oder vorgesehene Länge in vollen Monaten.", "The length set or intended, in full months."),
    unit="months",
    retention="removal_data",
)
declare(
    ENTRY_BAN,
    (
        ("entry_ban_unlimited", "Verbot unbefristet", "Ban without limit",
         "Das Verbot ist ohne Befristung erlassen oder soll es werden.", "The ban was issued without a limit, or is to be.", ""),
        ("entry_ban_lifted", "Verbot aufgehoben", "Ban lifted",
         "Das Verbot ist aufgehoben.", "The ban has been lifted.", "P"),
        ("left_since_entry_ban", "Seit dem Verbot ausgereist", "Left since the ban",
         "Die Person ist nach dem Erlass des Verbots ausgereist.", "The person left after the ban was issued.", ""),
        ("entry_ban_ordered_before", "Früher schon ein solches Verbot", "Such a ban before",
         "Ein Verbot nach derselben Vorschrift wurde früher schon angeordnet.", "A ban under the same provision was ordered before.", ""),
        ("entry_ban_condition_set", "Befristung mit Bedingung", "Limit with a condition",
         "Die Befristung ist mit einer Bedingung und einer längeren Frist für den Fall ihres Ausbleibens verbunden.",
         "The limit is tied to a condition, with a longer limit if it is not met.", ""),
        ("entry_ban_condition_met", "Bedingung der Befristung erfüllt", "Condition of the limit met",
         "Die mit der Befristung verbundene Bedingung ist eingetreten.", "The condition tied to the limit was met.", "P"),
        ("left_within_period", "Innerhalb der Ausreisefrist ausgereist", "Left within the period",
         "Die Person ist innerhalb der gesetzten Ausreisefrist ausgereist.", "The person left within the period that was set.", "P"),
        ("late_departure_without_fault", "An der Ausreise unverschuldet gehindert", "Prevented from leaving without fault",
         "Die Person war ohne Verschulden an der fristgerechten Ausreise gehindert.", "The person was prevented from leaving in time without fault.", "P"),
        ("overstay_insignificant", "Fristüberschreitung nicht erheblich", "Overstay not considerable",
         "Die Ausreisefrist wurde in der Beurteilung der Behörde nicht erheblich überschritten.",
         "In the assessment of the authority the period was not exceeded considerably.", "PA"),
        ("obstacle_at_fault", "Aussetzungsgrund verschuldet", "At fault for the obstacle",
         "Die Person hat die Gründe der Aussetzung in der Beurteilung der Behörde verschuldet.",
         "In the assessment of the authority the person is at fault for the grounds of suspension.", "A"),
        ("expelled_core_crime_or_terror", "Ausgewiesen wegen Völkerstraftat oder Sicherheitsgefahr", "Expelled for a crime under international law or a danger to security",
         "Die Ausweisung beruht auf einem der Gründe des § 11 Abs. 5a.", "The expulsion rests on one of the grounds of section 11 (5a).", ""),
        ("expelled_grave_interest", "Ausgewiesen nach § 54 Abs. 1 Nr. 1, 2 oder 2a", "Expelled under section 54 (1) no. 1, 2 or 2a",
         "Die Ausweisung beruht auf einem dieser Ausweisungsinteressen.", "The expulsion rests on one of these interests.", ""),
        ("grave_danger_to_order", "Schwerwiegende Gefahr für Sicherheit und Ordnung", "Grave danger to security and order",
         "Von der Person geht in der Beurteilung der Behörde eine schwerwiegende Gefahr für die öffentliche Sicherheit und Ordnung aus.",
         "In the assessment of the authority the person poses a grave danger to public security and order.", "A"),
        ("entry_ban_condition_needed", "Bedingung zur Gefahrenabwehr nötig", "Condition needed to avert a danger",
         "Die Befristung braucht in der Beurteilung der Behörde zur Abwehr einer Gefahr eine Bedingung.",
         "In the assessment of the authority the limit needs a condition to avert a danger.", "A"),
        ("entry_ban_relief_justified", "Aufhebung oder Verkürzung des Verbots angezeigt", "Lifting or shortening the ban justified",
         "Schutzwürdige Belange verlangen die Aufhebung oder Verkürzung, oder der Zweck erfordert das Verbot nicht mehr.",
         "Interests that deserve protection call for lifting or shortening, or the purpose no longer needs the ban.", "PA"),
        ("entry_ban_extension_justified", "Verlängerung des Verbots nötig", "Extension of the ban needed",
         "Gründe der öffentlichen Sicherheit und Ordnung verlangen eine längere Frist.",
         "Reasons of public security and order call for a longer period.", "A"),
        ("humanitarian_title_conditions_met", "Voraussetzungen eines humanitären Titels erfüllt", "Conditions of a humanitarian title met",
         "Die Voraussetzungen eines Titels nach Kapitel 2 Abschnitt 5 liegen in der Beurteilung der Behörde vor.",
         "In the assessment of the authority the conditions of a title under chapter 2 part 5 are met.", "PA"),
        ("supreme_authority_exception", "Ausnahme der obersten Landesbehörde", "Exception by the supreme Land authority",
         "Die oberste Landesbehörde hat im Einzelfall eine Ausnahme zugelassen.", "The supreme Land authority has allowed an exception in the single case.", "PA"),
        ("short_entry_imperative", "Kurze Einreise zwingend nötig", "Short entry imperative",
         "Zwingende Gründe erfordern die Anwesenheit, oder die Versagung wäre eine unbillige Härte.",
         "Compelling reasons require presence, or refusal would be an undue hardship.", "PA"),
        ("short_entry_consented", "Zustimmung zur Betretenserlaubnis", "Consent to the short entry",
         "Die Ausländerbehörde des vorgesehenen Aufenthaltsorts hat zugestimmt.", "The authority of the intended place of stay has consented.", ""),
        ("short_entry_permitted", "Betretenserlaubnis erteilt", "Short entry permitted",
         "Für die Einreise bestand eine Betretenserlaubnis.", "There was a permission for the entry.", "P"),
    ),
    retention="removal_data",
)  # fmt: skip
