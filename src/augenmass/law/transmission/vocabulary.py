"""What an enquiry about a transmission holds: who, to whom, what for, what, and what opens or bars it.

These are facts of an enquiry, not of a case; they are never kept in a case's record. A fact that bars is ``protective``: nothing is
transmitted while it is open.
"""

from collections.abc import Mapping
from types import MappingProxyType

from augenmass.law.transmission.bodies import BODIES
from augenmass.law.transmission.classes import DATA_CLASSES, OCCASIONS, PURPOSES
from augenmass.law.vocabulary.declaration import Choice, FactDeclaration
from augenmass.law.vocabulary.declaring import Chapter

WAY = Chapter("way", "organisation")
CONDITIONS = Chapter("conditions", "organisation")
BRAKES = Chapter("brakes", "organisation")

WAY.choice(
    "sender_kind",
    ("Absendende Stelle", "Sender"),
    ("Die Art der Stelle, die übermittelt.", "The kind of body that transmits."),
    BODIES,
)
WAY.choice(
    "receiver_kind",
    ("Empfangende Stelle", "Receiver"),
    ("Die Art der Stelle, die empfängt.", "The kind of body that receives."),
    BODIES,
)
WAY.choice(
    "purpose", ("Zweck", "Purpose"), ("Der Zweck der Übermittlung.", "The purpose of the transmission."), PURPOSES
)
WAY.choice(
    "data_class",
    ("Datenart", "Class of data"),
    ("Die Art der Daten; je Datenart wird einzeln gefragt.", "The class of data; each class is asked by itself."),
    tuple(Choice(key, de, en) for key, (de, en) in DATA_CLASSES.items()),
)
WAY.choice("occasion", ("Anlass", "Occasion"), ("Was die Mitteilung auslöst.", "What causes the notice."), OCCASIONS)


def _declare(
    chapter: Chapter, name: str, de: str, en: str, meaning: str, meaning_en: str, *, assessment: bool = False
) -> None:
    chapter.yes_no(name, (de, en), (meaning, meaning_en), assessment=assessment, protective=chapter is BRAKES)


# fmt: off
for _name, _de, _en, _meaning, _meaning_en, _assessed in (
    ("on_request", "Auf Ersuchen", "On request", "Die empfangende Stelle hat um die Daten ersucht.", "The receiver asked for the data.", False),
    ("request_names_purpose", "Ersuchen nennt den Zweck", "Request names the purpose", "Das Ersuchen nennt den Zweck.", "The request names the purpose.", False),
    ("necessity_affirmed", "Erforderlich", "Necessary", "Eine benannte Person hat bejaht, dass genau diese Daten für den Zweck erforderlich sind.", "A named officer affirmed that just these data are needed for the purpose.", True),
    ("only_named_items", "Nur Angaben der gesetzlichen Liste", "Only items of the statutory list", "Die Sendung enthält nur Angaben, die die Vorschrift aufzählt.", "The transmission holds only items that the provision lists.", False),
    ("learned_on_duty", "Bei eigener Aufgabe erfahren", "Learned on duty", "Die Stelle erfuhr den Umstand im Zusammenhang mit ihren Aufgaben.", "The body learned of it in connection with its tasks.", False),
    ("same_purpose", "Zweck der Erhebung", "Purpose of collection", "Die Daten wurden zu demselben Zweck erhoben.", "The data were collected for the same purpose.", False),
    ("change_of_purpose_permitted", "Zweckänderung zulässig", "Change of purpose permitted", "Ein Grund des § 23 Abs. 1 BDSG liegt vor.", "A ground of section 23 (1) of the Data Protection Act is given.", True),
    ("special_category_ground", "Ausnahme für besondere Kategorien", "Exception for special categories", "Für Gesundheits- oder biometrische Daten liegt eine Ausnahme nach Art. 9 Abs. 2 DSGVO oder § 22 BDSG vor.", "For data of health or biometry there is an exception of Article 9 (2) GDPR or section 22.", True),
    ("land_law_permits", "Landesrecht erlaubt", "Land law permits", "Das Datenschutzrecht des Landes erlaubt die Übermittlung.", "The Land's data protection law permits the transmission.", True),
    ("concrete_indications", "Konkrete Anhaltspunkte", "Concrete indications", "Im Einzelfall bestehen konkrete tatsächliche Anhaltspunkte.", "In this case there are concrete factual indications.", True),
    ("police_measure_possible", "Maßnahme der Polizei kommt in Betracht", "Police measure possible", "Eine Maßnahme nach § 71 Abs. 5 AufenthG kommt in Betracht.", "A measure of section 71 (5) comes into question.", True),
    ("stored_in_register", "Schon im Register gespeichert", "Already in the register", "Der Umstand ist im Ausländerzentralregister schon gespeichert.", "The circumstance is already stored in the Central Register.", False),
    ("obliged_to_attend", "Zur Teilnahme verpflichtet", "Obliged to attend", "Die Person ist zur Teilnahme am Kurs verpflichtet oder die Teilnahme steht im Kooperationsplan.", "The person is obliged to attend, or attendance stands in the cooperation plan.", False),
    ("serious_criminal_case", "Strafsache nach § 8 Abs. 1a AsylG", "Criminal case of section 8 (1a)", "Strafe und Tat erfüllen die gesetzlichen Schwellen.", "Sentence and offence reach the statutory thresholds.", True),
    ("asylum_or_protection", "Asylverfahren oder Schutz", "Asylum or protection", "Die Person hat einen Asylantrag gestellt, Schutz erhalten oder ein Abschiebungsverbot.", "The person applied for asylum or holds protection or a prohibition of removal.", False),
    ("collected_under_asylum_law", "Nach dem Asylgesetz erhoben", "Collected under the Asylum Act", "Die Daten wurden nach dem Asylgesetz erhoben.", "The data were collected under the Asylum Act.", False),
    ("registry_asked_first", "Melderegister half nicht", "Registry of no help", "Die ersuchende Stelle bestätigt, dass sie die Angabe von der Meldebehörde nicht erhält.", "The requesting office confirms that it cannot get it from the registration office.", False),
    ("same_district", "Gleicher Bezirk", "Same district", "Beide Behörden sind für denselben Bezirk zuständig.", "Both authorities have the same district.", False),
    ("before_residence_decision", "Vor Titel, Duldung oder Gestattung", "Before a decision on stay", "Ein Titel, eine Duldung oder Gestattung soll erteilt oder verlängert werden.", "A title, suspension or permission is to be granted or extended.", False),
    ("administrative_rule_covers", "Verwaltungsvorschrift erfasst den Fall", "Administrative rule covers the case", "Die allgemeine Verwaltungsvorschrift nach § 73 Abs. 4 AufenthG erfasst den Fall.", "The general administrative rule of section 73 (4) covers the case.", False),
    ("own_task_alien_law", "Ausländerrecht als eigene Aufgabe", "Alien law as own task", "Die oberste Behörde führt Ausländer-, Asyl- oder Passrecht als eigene Aufgabe aus.", "The supreme authority carries out alien, asylum or passport law as its own task.", False),
    ("other_sources_fail", "Anders nicht zu erlangen", "Not to be had otherwise", "Die Daten sind aus anderen Quellen nicht oder nur schwerer oder belastender zu erlangen.", "Other sources do not give the data, or only at greater effort or burden.", True),
    ("document_indispensable", "Dokument unerlässlich", "Document indispensable", "Die Kenntnis des Dokuments ist unerlässlich und die Akte nicht rechtzeitig zu haben.", "Knowing the document is indispensable and the file is not to be had in time.", True),
    ("source_body_agrees", "Eingebende Stelle einverstanden", "Body of origin agrees", "Die Stelle, die die Daten in das Register gab, ist einverstanden.", "The body that gave the data to the register agrees.", False),
    ("chapter_five_met", "Kapitel V DSGVO eingehalten", "Chapter V GDPR met", "Die Voraussetzungen des Kapitels V der DSGVO liegen vor.", "The conditions of Chapter V of the GDPR are met.", True),
    ("identity_data_match", "Person eindeutig", "Person is certain", "Die Angaben des Ersuchens stimmen mit den gespeicherten überein oder die Identität ist unzweifelhaft.", "The request's data match those stored, or identity is beyond doubt.", False),
    ("onward_allowed_directly", "Unmittelbar zulässig gewesen", "Direct transmission allowed", "Das Register hätte diese Daten der Stelle zu diesem Zweck unmittelbar übermitteln dürfen.", "The register could have transmitted these data to the body directly for this purpose.", True),
    ("delay_unjustifiable", "Verzögerung unvertretbar", "Delay not justifiable", "Sonst entstünde eine unvertretbare Verzögerung oder erhebliche Erschwerung.", "Otherwise there would be unjustifiable delay or considerable difficulty.", True),
    ("monitoring_breach", "Verstoß gegen die Beschränkung", "Breach of the restriction", "Die Übermittlung ist zur Durchsetzung oder Verfolgung eines Verstoßes nach § 56a Abs. 4 AufenthG erforderlich.", "The transmission is needed to enforce against or prosecute a breach of section 56a (4).", True),
    ("present_grave_danger", "Erhebliche gegenwärtige Gefahr", "Present grave danger", "Für Leib, Leben oder Freiheit einer dritten Person besteht eine erhebliche gegenwärtige Gefahr.", "There is a present grave danger to life, limb or liberty of a third person.", True),
    ("serious_listed_offence", "Schwere Straftat der Liste", "Serious offence of the list", "Es geht um eine Straftat nach § 56a Abs. 4 Nr. 5 AufenthG.", "It concerns an offence of section 56a (4) no. 5.", True),
    ("research_conditions_met", "Voraussetzungen der Forschung", "Conditions of research", "Anonymisierung, Abwägung, Zustimmung des Ministeriums und Einwilligung sind geprüft.", "Anonymisation, balance, the ministry's approval and consent were examined.", True),
    ("enforcement_documents", "Unterlagen für den Vollzug", "Documents for enforcement", "Die Unterlagen sind für die Abschiebung erforderlich.", "The documents are needed for the removal.", False),
):
    _declare(CONDITIONS, _name, _de, _en, _meaning, _meaning_en, assessment=_assessed)

for _name, _de, _en, _meaning, _meaning_en, _assessed in (
    ("special_rule_opposes", "Besondere Regel steht entgegen", "Special rule opposes", "Eine besondere gesetzliche Verarbeitungsregel steht entgegen.", "A special statutory rule of processing opposes.", True),
    ("professional_secret", "Von Schweigepflichtigen", "From holders of professional secrets", "Die Daten stammen von einem Arzt oder einer anderen Person des § 203 StGB.", "The data come from a doctor or another person of section 203 of the Criminal Code.", False),
    ("grave_danger_to_life", "Erhebliche Gefahr für Leib und Leben", "Grave danger to life and limb", "Die Übermittlung ist zur Abwehr erheblicher Gefahren für Leib und Leben erforderlich.", "The transmission is needed to avert grave dangers to life and limb.", True),
    ("public_health_endangered", "Öffentliche Gesundheit gefährdet", "Public health endangered", "Die Person gefährdet die öffentliche Gesundheit und Schutzmaßnahmen sind unmöglich oder werden nicht eingehalten.", "The person endangers public health and protective measures are impossible or not kept.", True),
    ("needed_for_drug_interest", "Für § 54 Abs. 2 Nr. 4 AufenthG erforderlich", "Needed for section 54 (2) no. 4", "Die Daten sind für die Feststellung nach § 54 Abs. 2 Nr. 4 AufenthG erforderlich.", "The data are needed for the finding of section 54 (2) no. 4.", True),
    ("tax_secret", "Steuergeheimnis", "Tax secrecy", "Die Daten unterliegen dem Steuergeheimnis.", "The data are under tax secrecy.", False),
    ("tax_offence_pursued", "Steuerverstoß verfolgt", "Tax offence pursued", "Wegen eines Verstoßes läuft ein Strafverfahren oder ist eine Geldbuße von mindestens 500 Euro verhängt.", "For a violation criminal proceedings were opened or a fine of 500 euros or more imposed.", False),
    ("social_data", "Sozialdaten", "Social data", "Die Daten sind Sozialdaten eines Leistungsträgers.", "The data are social data of a benefits body.", False),
    ("youth_welfare_entrusted", "In der Jugendhilfe anvertraut", "Entrusted in youth welfare", "Die Daten wurden zum Zweck persönlicher und erzieherischer Hilfe anvertraut.", "The data were entrusted for personal and educational help.", False),
    ("social_code_permits", "Sozialgesetzbuch erlaubt", "Social Code permits", "Die verantwortliche Stelle hat eine Vorschrift des Sozialgesetzbuchs benannt, die die Übermittlung erlaubt.", "The responsible body named a provision of the Social Code that permits the transmission.", True),
    ("counselling_content", "Inhalt von Beratungsgesprächen", "Content of counselling", "Die Daten geben den Inhalt eines Beratungsgesprächs wieder.", "The data reproduce what was said in counselling.", False),
    ("secret_recipient_named", "Empfänger des Geheimnisses benannt", "Recipient of the secret named", "Die empfangende Stelle wirkt am Vollzug mit und ist für diese Angabe einzeln benannt.", "The receiver takes part in the removal and is named for this item.", False),
    ("departure_period_over", "Ausreisefrist abgelaufen", "Period for departure over", "Die Frist zur freiwilligen Ausreise ist abgelaufen.", "The period for voluntary departure is over.", False),
    ("persecution_feared_there", "Verfolgung im Empfängerstaat", "Persecution in the receiving state", "Der Person droht im Empfängerstaat Verfolgung oder ein ernsthafter Schaden.", "The person has to fear persecution or serious harm in the receiving state.", True),
    ("protection_interests_prevail", "Schutzinteressen überwiegen", "Interests of protection prevail", "Schutzwürdige Interessen, insbesondere Schutz vor Verfolgung, überwiegen.", "Interests worthy of protection prevail, above all protection from persecution.", True),
    ("fundamental_rights_at_risk", "Grundrechte gefährdet", "Fundamental rights at risk", "Die Übermittlung stünde im Widerspruch zu Grundrechten, Flüchtlings- oder Menschenrechtskonvention.", "The transmission would conflict with fundamental rights or the conventions.", True),
    ("register_block", "Übermittlungssperre", "Block of transmission", "Im Register ist eine Übermittlungssperre gespeichert.", "The register holds a block of transmission.", False),
    ("block_against_public_bodies", "Sperre auch für öffentliche Stellen", "Block against public bodies too", "Die Sperre wirkt auch gegenüber öffentlichen Stellen.", "The block works against public bodies too.", False),
    ("overriding_public_interest", "Überwiegendes öffentliches Interesse", "Overriding public interest", "Ein überwiegendes öffentliches Interesse an der Übermittlung besteht.", "There is an overriding public interest in the transmission.", True),
    ("free_movement_citizen", "Freizügigkeitsberechtigt", "Free movement", "Die Person ist Unionsbürger ohne Feststellung des Verlusts oder Nichtbestehens.", "The person is a Union citizen without a finding of loss.", False),
    ("register_suffices", "Registerabruf genügt", "Register suffices", "Ein Abruf aus dem Ausländerzentralregister genügt für die Aufgabe.", "Retrieval from the Central Register suffices for the task.", True),
    ("inquiry_endangered", "Untersuchungszweck gefährdet", "Inquiry endangered", "Die Mitteilung gefährdet den Zweck der Untersuchung.", "The notice endangers the purpose of the inquiry.", True),
    ("own_task_endangered", "Eigene Aufgabe gefährdet", "Own task endangered", "Die Mitteilung gefährdet die Erfüllung der eigenen Aufgaben der Beauftragten.", "The notice endangers the commissioner's own tasks.", True),
    ("petty_regulatory_case", "Geringfügige Ordnungswidrigkeit", "Petty regulatory offence", "Geldbuße höchstens 1.000 Euro, § 24 StVG oder fahrlässig § 24a StVG.", "A fine of at most 1,000 euros, section 24 of the Road Traffic Act, or section 24a by negligence.", False),
    ("private_life_interests", "Überwiegende Interessen der Person", "Prevailing interests of the person", "Überwiegende schutzwürdige Interessen der Person stehen entgegen.", "Prevailing interests of the person oppose.", True),
    ("automated_retrieval", "Automatisierter Abruf", "Automated retrieval", "Die Daten sollen im automatisierten Verfahren abgerufen werden.", "The data are to be retrieved automatically.", False),
):
    _declare(BRAKES, _name, _de, _en, _meaning, _meaning_en, assessment=_assessed)
# fmt: on

ENQUIRY: Mapping[str, FactDeclaration] = MappingProxyType(
    {declaration.name: declaration for chapter in (WAY, CONDITIONS, BRAKES) for declaration in chapter.facts}
)
"""Every fact of an enquiry, by name."""
