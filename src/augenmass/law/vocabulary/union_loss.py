"""Loss of freedom of movement: what a human found and weighed (FreizügG/EU §§ 2–7)."""

from augenmass.law.vocabulary.declaring import Chapter
from augenmass.law.vocabulary.tables import declare

LOSS = Chapter("loss", "residence")
LOSS_OFFENCES = Chapter("loss", "criminal")

LOSS.day(
    "union_stay_since",
    ("Ständiger rechtmäßiger Aufenthalt als Unionsbürger seit", "Continuous lawful stay under Union law since"),
    ("Seit wann der ständige rechtmäßige Aufenthalt besteht.", "Since when the continuous lawful stay has existed."),
    protective=True,
)
LOSS.day(
    "reentry_ban_request_on",
    ("Antrag auf Aufhebung oder Verkürzung der Sperre am", "Application to lift or shorten the bar on"),
    ("Der Tag des Antrags nach § 7 Abs. 2 FreizügG/EU.", "The day of the application under section 7 (2)."),
)
declare(
    LOSS,
    (
        ("free_movement_feigned", "Freizügigkeit vorgetäuscht", "Freedom of movement feigned",
         "Es steht fest, dass eine Voraussetzung durch falsche Dokumente oder Tatsachen vorgetäuscht wurde.", "It is certain that a condition was feigned by false documents or facts.", "A"),
        ("no_family_life_intended", "Kein Nachzug zur Familie", "Not joining the family",
         "Es steht fest, dass die Person nicht zur familiären Lebensgemeinschaft nachzieht oder begleitet.", "It is certain that the person does not join or accompany for family life.", "A"),
        ("free_movement_conditions_lapsed", "Voraussetzungen der Freizügigkeit entfallen", "Conditions of free movement lapsed",
         "Die Voraussetzungen sind entfallen oder lagen in der Beurteilung der Behörde nie vor.", "The conditions lapsed or, in the assessment of the authority, never existed.", "A"),
        ("public_order_grounds", "Gründe der öffentlichen Ordnung oder Sicherheit", "Grounds of public order or security",
         "Solche Gründe liegen im persönlichen Verhalten; eine Verurteilung allein genügt nicht.", "Such grounds lie in personal conduct; a conviction alone is not enough.", "A"),
        ("threat_to_fundamental_interest", "Hinreichend schwere Gefährdung eines Grundinteresses", "Sufficiently serious threat to a fundamental interest",
         "Die Gefährdung ist gegenwärtig, tatsächlich und hinreichend schwer.", "The threat is present, genuine and sufficiently serious.", "A"),
        ("loss_finding_justified", "Feststellung nach Ermessen gerechtfertigt", "Finding justified by discretion",
         "Nach Würdigung von Dauer, Alter, Gesundheit, Familie, Wirtschaft, Integration und Bindungen ist die Feststellung gerechtfertigt.",
         "After weighing length, age, health, family, economy, integration and ties the finding is justified.", "A"),
        ("permanent_residence_right", "Daueraufenthaltsrecht nach Unionsrecht", "Permanent residence under Union law",
         "Das Daueraufenthaltsrecht ist erworben und nicht verloren.", "The right of permanent residence was acquired and not lost.", "P"),
        ("grave_grounds_for_loss", "Schwerwiegende Gründe für den Verlust", "Serious grounds for the loss",
         "Schwerwiegende Gründe liegen in der Beurteilung der Behörde vor.", "In the assessment of the authority there are serious grounds.", "A"),
        ("ten_years_resident", "Aufenthalt in den letzten zehn Jahren", "Resident for the last ten years",
         "Die Person hatte ihren Aufenthalt in den letzten zehn Jahren im Bundesgebiet.", "The person was resident in Germany for the last ten years.", "P"),
        ("compelling_public_security", "Zwingende Gründe der öffentlichen Sicherheit", "Imperative grounds of public security",
         "Solche Gründe liegen in der Beurteilung der Behörde vor.", "In the assessment of the authority there are such grounds.", "A"),
        ("loss_needed_for_child", "Verlust zum Wohl des Kindes notwendig", "Loss needed for the child",
         "Der Verlust ist in der Beurteilung der Behörde zum Wohl des minderjährigen Kindes notwendig.", "In the assessment of the authority the loss is needed for the minor's well-being.", "A"),
        ("loss_for_economic_ends", "Verlust zu wirtschaftlichen Zwecken", "Loss for economic ends",
         "Die Feststellung würde wirtschaftlichen Zwecken dienen.", "The finding would serve economic ends.", "P"),
        ("especially_serious_deception", "Besonders schwerer Fall der Täuschung", "Especially serious deception",
         "Ein besonders schwerer Fall oder eine erhebliche Beeinträchtigung der Ordnung liegt in der Beurteilung der Behörde vor.", "In the assessment of the authority there is an especially serious case or a considerable impairment of order.", "A"),
    ),
)  # fmt: skip
declare(
    LOSS_OFFENCES,
    (
        ("imperative_threshold_met", "Schwelle für zwingende Gründe erreicht", "Threshold for imperative grounds reached",
         "Fünf Jahre Strafe wegen vorsätzlicher Taten, Sicherungsverwahrung, Sicherheit der Bundesrepublik oder terroristische Gefahr nach § 6 Abs. 5.",
         "Five years' sentence for intentional offences, preventive detention, security of Germany or a terrorist danger under section 6 (5).", ""),
    ),
)  # fmt: skip
