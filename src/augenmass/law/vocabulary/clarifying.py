"""Clarifying identity, competence and participation (AufenthG §§ 48, 49, 71, 72, 80, 82)."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter
from augenmass.law.vocabulary.tables import declare

CLARIFYING = Chapter("clarifying", "identity")

CLARIFYING.choice(
    "found_at",
    ("Wo angetroffen", "Where found"),
    ("Wo die Person nach der Einreise angetroffen wurde.", "Where the person was found after entry."),
    (
        Choice(
            "border",
            "im grenznahen Raum, unmittelbar nach unerlaubter Einreise",
            "near the border, directly after unlawful entry",
        ),
        Choice(
            "internal_border",
            "an oder nach einer Binnengrenze aufgegriffen",
            "picked up at or after an internal border",
        ),
        Choice("other_border", "in anderem Grenzraum, Flughafen oder Hafen", "in another border area, airport or port"),
        Choice("inland", "im Inland", "inland"),
        Choice("abroad", "im Ausland", "abroad"),
    ),
)
CLARIFYING.day(
    "end_of_work_known_on",
    ("Kenntnis vom Ende der Beschäftigung oder Ausbildung am", "Knew of the end of work or training on"),
    (
        "Der Tag, an dem die Person vom vorzeitigen Ende erfuhr.",
        "The day on which the person learned of the early end.",
    ),
)
declare(
    CLARIFYING,
    (
        ("passport_obtainable", "Pass in zumutbarer Weise zu erlangen", "Passport reasonably obtainable",
         "Ein Pass oder Passersatz ist in der Beurteilung der Behörde in zumutbarer Weise zu erlangen.", "In the assessment of the authority a passport can reasonably be obtained.", "A"),
        ("identity_cooperation_refused", "Vorlage von Unterlagen verweigert", "Handing over papers refused",
         "Die Person legt verlangte Unterlagen oder Datenträger nicht vor.", "The person does not hand over papers or data carriers asked for.", ""),
        ("papers_possession_indicated", "Anhaltspunkte für den Besitz von Unterlagen", "Signs of possession of papers",
         "Tatsächliche Anhaltspunkte für den Besitz solcher Unterlagen oder Datenträger bestehen.", "There are factual signs that such papers or data carriers are possessed.", "A"),
        ("search_ordered_by_judge", "Durchsuchung der Wohnung richterlich angeordnet", "Search of the home ordered by a judge",
         "Ein Gericht hat die Durchsuchung der Wohnung angeordnet.", "A court has ordered the search of the home.", ""),
        ("reading_necessary", "Auslesen zur Identitätsklärung erforderlich", "Reading needed to clarify identity",
         "Das Auslesen ist in der Beurteilung der Behörde erforderlich.", "In the assessment of the authority the reading is necessary.", "A"),
        ("evaluator_qualified_as_judge", "Auswertung durch Person mit Befähigung zum Richteramt", "Evaluation by a person qualified as judge",
         "Wer auswertet, hat die Befähigung zum Richteramt.", "Whoever evaluates is qualified for judicial office.", ""),
        ("read_data_still_needed", "Ausgelesene Daten noch erforderlich", "Read data still needed",
         "Die ausgelesenen Daten sind für Identität oder Rückkehr noch erforderlich.", "The data read are still needed for identity or return.", ""),
        ("data_carriers_read", "Datenträger ausgelesen", "Data carriers read", "Datenträger wurden ausgelesen.", "Data carriers were read.", ""),
        ("identity_doubts", "Zweifel über Person, Alter oder Staatsangehörigkeit", "Doubts about person, age or nationality",
         "Zweifel bestehen in der Beurteilung der Behörde.", "In the assessment of the authority there are doubts.", "A"),
        ("false_document_used", "Mit falschem Pass eingereist", "Entered with a false passport",
         "Die Person ist mit gefälschtem oder verfälschtem Pass eingereist oder wollte es.", "The person entered, or meant to, with a forged or falsified passport.", ""),
        ("identified_otherwise", "Identität anders feststellbar", "Identity can be established otherwise",
         "Die Identität ist anders, rechtzeitig und ohne erhebliche Schwierigkeiten feststellbar.", "Identity can be established otherwise, in time and without considerable difficulty.", "P"),
        ("appearance_needed", "Persönliches Erscheinen erforderlich", "Personal appearance needed",
         "Das Erscheinen bei Behörde oder Vertretung ist in der Beurteilung der Behörde erforderlich.", "In the assessment of the authority appearance at authority or mission is needed.", "A"),
        ("appearance_missed", "Angeordnetem Erscheinen nicht gefolgt", "Ordered appearance missed",
         "Der Anordnung zum Erscheinen wurde nicht gefolgt.", "The order to appear was not followed.", ""),
        ("application_suspended_incomplete", "Antrag wegen fehlender Angaben ausgesetzt", "Application suspended for missing statements",
         "Die Bearbeitung eines Titelantrags ist wegen fehlender Angaben ausgesetzt.", "Work on a title application is suspended for missing statements.", ""),
        ("screening_due", "Überprüfung nach der Screening-Verordnung", "Screening under the Screening Regulation",
         "Die Person ist nach dieser Verordnung zu überprüfen.", "The person is to be screened under this regulation.", ""),
        ("under_consent_reservation", "Geschäftsunfähig oder Einwilligungsvorbehalt", "Without capacity or under reservation of consent",
         "Die volljährige Person ist geschäftsunfähig oder stünde unter Einwilligungsvorbehalt.", "The adult lacks capacity or would be under a reservation of consent.", "P"),
        ("prosecution_participated", "Staatsanwaltschaft oder Gericht beteiligt", "Prosecution or court took part",
         "Vor der Entscheidung wurde die Staatsanwaltschaft oder das Strafgericht beteiligt.", "Before the decision the prosecution or criminal court took part.", ""),
        ("prosecution_known", "Zuständige Staatsanwaltschaft bekannt", "Competent prosecution known",
         "Die zuständige Staatsanwaltschaft ist bekannt.", "The competent prosecution is known.", ""),
    ),
)  # fmt: skip
