"""Limits of movement and residence orders (AufenthG §§ 12a, 50, 61; AsylG §§ 56–60)."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter
from augenmass.law.vocabulary.tables import declare

MOVEMENT = Chapter("movement", "residence")
MOVEMENT_LIVELIHOOD = Chapter("movement", "benefits")
MOVEMENT_OFFENCES = Chapter("movement", "criminal")

for _name, _label, _meaning in (
    (
        "permitted_or_tolerated_since",
        (
            "Ununterbrochen erlaubt, geduldet oder gestattet seit",
            "Permitted, suspended or allowed without a break since",
        ),
        (
            "Seit wann der Aufenthalt ununterbrochen erlaubt, geduldet oder gestattet ist.",
            "Since when the stay has been permitted, suspended or allowed without a break.",
        ),
    ),
    (
        "residence_rule_from",
        ("Anerkennung oder erste Aufenthaltserlaubnis am", "Recognition or first permit on"),
        (
            "Der Tag, mit dem die drei Jahre der Wohnsitzregelung beginnen.",
            "The day with which the three years of the residence rule begin.",
        ),
    ),
    (
        "assigned_place_since",
        ("In Gemeinde, Wohnung oder Unterkunft seit", "In town, flat or accommodation since"),
        (
            "Seit wann die Person in der Gemeinde, Wohnung oder Unterkunft lebt.",
            "Since when the person has lived in the town, flat or accommodation.",
        ),
    ),
    (
        "relocation_hearing_on",
        ("Zur Unterbringung angehört am", "Heard on the accommodation on"),
        (
            "Der Tag, an dem Gelegenheit zur Äußerung zur Unterbringung gegeben wurde.",
            "The day on which an opportunity to respond on the accommodation was given.",
        ),
    ),
    (
        "move_consent_requested_on",
        ("Ersuchen um Zustimmung zum Zuzug am", "Request for consent to the move on"),
        (
            "Der Tag, an dem das Ersuchen der Behörde des Zuzugsorts zuging.",
            "The day on which the request reached the authority of the new place.",
        ),
    ),
):
    MOVEMENT.day(_name, _label, _meaning, protective=_name == "permitted_or_tolerated_since")
MOVEMENT.choice(
    "movement_exception",
    ("Grund für einen größeren Bereich", "Reason for a wider area"),
    (
        "Weshalb von der Beschränkung auf das Land abgewichen werden kann.",
        "Why the limit to the Land can be departed from.",
    ),
    (
        Choice("none", "kein Grund", "no reason"),
        Choice("work", "Beschäftigung ohne Vorrangprüfung", "work without a priority check"),
        Choice("school", "Schule, Ausbildung, Weiterbildung oder Studium", "school, training or studies"),
        Choice("family", "Familieneinheit", "family unity"),
    ),
)
MOVEMENT.choice(
    "leave_purpose",
    ("Zweck des Verlassens des Bereichs", "Purpose of leaving the area"),
    ("Wofür der Bereich der Gestattung verlassen werden soll.", "What the area of the permission is to be left for."),
    (
        Choice("none", "kein besonderer Zweck", "no particular purpose"),
        Choice("family", "dringende und schwerwiegende familiäre Gründe", "urgent and serious family reasons"),
        Choice("medical", "notwendige medizinische Behandlung", "necessary medical treatment"),
        Choice("compelling", "sonstige zwingende Gründe", "other compelling reasons"),
        Choice("hardship", "unbillige Härte", "undue hardship"),
        Choice("public", "dringendes öffentliches Interesse", "urgent public interest"),
        Choice(
            "counsel",
            "Bevollmächtigte, UNHCR, Betreuungsorganisationen",
            "representatives, UNHCR, support organisations",
        ),
        Choice("appointment", "Termin bei Behörde oder Gericht", "appointment at an authority or court"),
        Choice("work", "erlaubte Beschäftigung", "permitted work"),
        Choice("school", "Schule, Ausbildung oder Studium (Bereich)", "school, training or studies (area)"),
    ),
)
MOVEMENT.choice(
    "residence_rule_basis",
    ("Grundlage der Wohnsitzregelung", "Basis of the residence rule"),
    ("Woraus die Wohnsitzregelung des § 12a folgt.", "What the residence rule of section 12a follows from."),
    (
        Choice("none", "keine", "none"),
        Choice("protection", "internationaler Schutz oder Asylberechtigung", "international protection or asylum"),
        Choice(
            "permit",
            "erste Erlaubnis nach §§ 22, 23, 24 Abs. 1 oder 25 Abs. 3",
            "first permit under sections 22, 23, 24 (1) or 25 (3)",
        ),
    ),
)
MOVEMENT.choice(
    "move_consent",
    ("Antwort der Behörde des Zuzugsorts", "Answer of the authority of the new place"),
    ("Was die Behörde des Zuzugsorts geantwortet hat.", "What the authority of the new place answered."),
    (
        Choice("silent", "keine Antwort", "no answer"),
        Choice("given", "zugestimmt", "consented"),
        Choice("refused", "widersprochen", "objected"),
    ),
)
declare(
    MOVEMENT,
    (
        ("steps_to_end_stay_imminent", "Konkrete Maßnahmen zur Aufenthaltsbeendigung bevorstehend", "Concrete steps to end the stay imminent",
         "Konkrete Maßnahmen zur Beendigung des Aufenthalts stehen in der Beurteilung der Behörde bevor.", "In the assessment of the authority concrete steps to end the stay are imminent.", "A"),
        ("steps_directly_imminent", "Konkrete Maßnahmen unmittelbar bevorstehend", "Concrete steps directly imminent",
         "Konkrete Maßnahmen der Aufenthaltsbeendigung stehen in der Beurteilung der Behörde unmittelbar bevor.", "In the assessment of the authority concrete steps to end the stay are directly imminent.", "A"),
        ("further_condition_justified", "Weitere Auflage begründet", "Further condition justified",
         "Eine weitere Bedingung oder Auflage ist in der Beurteilung der Behörde verhältnismäßig.", "In the assessment of the authority a further condition is proportionate.", "A"),
        ("reception_duty", "Pflicht, in der Aufnahmeeinrichtung zu wohnen", "Duty to live in the reception centre",
         "Die Pflicht, in der zuständigen Aufnahmeeinrichtung zu wohnen, besteht.", "The duty to live in the competent reception centre exists.", ""),
        ("assigned_other_district", "Aufenthalt in anderem Bezirk zu nehmen", "To stay in another district",
         "Die Person ist verpflichtet, im Bezirk einer anderen Ausländerbehörde Aufenthalt zu nehmen.", "The person must stay in the district of another foreigners' authority.", ""),
        ("court_obliged_to_protect", "Gericht hat zur Zuerkennung verpflichtet", "Court has ordered protection",
         "Ein Gericht hat das Bundesamt zu Anerkennung, Schutz oder Abschiebungsverbot verpflichtet; unanfechtbar muss es nicht sein.",
         "A court has obliged the Federal Office to recognise, protect or find a prohibition; it need not be final.", "P"),
        ("distribution_place_named", "Ort in der Verteilentscheidung genannt", "Place named in the distribution decision",
         "Die Verteilentscheidung nennt den Ort des gewöhnlichen Aufenthalts.", "The distribution decision names the place of habitual residence.", ""),
        ("relocation_intended", "Umzug in andere Gemeinde, Wohnung oder Unterkunft vorgesehen", "Move to another town, flat or accommodation intended",
         "Die Person soll in eine andere Gemeinde, Wohnung oder Unterkunft umziehen.", "The person is to move to another town, flat or accommodation.", ""),
        ("residence_rule_exempt", "Von der Wohnsitzregelung befreit", "Exempt from the residence rule",
         "Arbeit, Ausbildung, Studium oder ein Kurs nach § 12a Abs. 1 Satz 2 liegt bei der Person oder einem Familienmitglied vor.",
         "Work, training, studies or a course under section 12a (1) sentence 2 exists for the person or a family member.", "P"),
        ("residence_rule_broken", "Wohnsitzpflicht nicht befolgt", "Residence duty not observed",
         "Die Pflicht, im Land zu wohnen, wurde zeitweise nicht befolgt.", "The duty to live in the Land was at times not observed.", ""),
        ("temporary_accommodation", "Aufnahmeeinrichtung oder vorübergehende Unterkunft", "Reception centre or temporary accommodation",
         "Die Person wohnt in einer Aufnahmeeinrichtung oder vorübergehenden Unterkunft.", "The person lives in a reception centre or temporary accommodation.", ""),
        ("place_helps_integration", "Zuweisung fördert Wohnraum, Sprache und Arbeit", "Assignment helps housing, language and work",
         "Die Verpflichtung erleichtert in der Beurteilung der Behörde Wohnraum, Deutscherwerb und Erwerbstätigkeit.", "In the assessment of the authority the duty helps housing, German and work.", "A"),
        ("place_hinders_integration", "Zuweisung steht der Integration entgegen", "Assignment stands against integration",
         "Die Verpflichtung steht in der Beurteilung der Behörde der Integration entgegen.", "In the assessment of the authority the duty stands against integration.", "PA"),
        ("exclusion_to_be_avoided", "Ausgrenzung am Ort zu vermeiden", "Exclusion at the place to be avoided",
         "Am Ort ist in der Beurteilung der Behörde soziale und gesellschaftliche Ausgrenzung zu erwarten.", "In the assessment of the authority social exclusion is to be expected at the place.", "A"),
        ("other_place_work_or_course", "Arbeit, Ausbildung, Kurs oder Familie am anderen Ort", "Work, training, course or family at the other place",
         "Ein Aufhebungsgrund nach § 12a Abs. 5 Satz 1 Nr. 1 ist nachgewiesen.", "A ground of lifting under section 12a (5) sentence 1 no. 1 is proven.", "P"),
        ("residence_rule_hardship", "Härte durch die Wohnsitzregelung", "Hardship by the residence rule",
         "Die Aufhebung ist in der Beurteilung der Behörde zur Vermeidung einer Härte nötig.", "In the assessment of the authority lifting is needed to avoid a hardship.", "PA"),
        ("lifting_requested", "Aufhebung der Wohnsitzpflicht beantragt", "Lifting of the residence duty applied for",
         "Die Person hat die Aufhebung der Verpflichtung oder Zuweisung beantragt.", "The person has applied for the lifting of the duty or assignment.", ""),
        ("sis_alert_exists", "Ausschreibung im Schengener Informationssystem", "Alert in the Schengen Information System",
         "Zum selben Zweck besteht eine Ausschreibung im Schengener Informationssystem.", "There is an alert in the Schengen Information System for the same purpose.", ""),
        ("listing_needed_for_identity", "Ausschreibung zur Identitätsklärung erforderlich", "Listing needed to clarify identity",
         "Die Ausschreibung ist in der Beurteilung der Behörde zur Feststellung der Identität erforderlich.", "In the assessment of the authority the listing is needed to establish identity.", "A"),
        ("papers_relevant_for_return", "Papiere für Identität oder Rückkehr bedeutsam", "Papers matter for identity or return",
         "Die Person besitzt Papiere, Urkunden oder Datenträger, die dafür von Bedeutung sind.", "The person holds papers, deeds or data carriers that matter for it.", ""),
        ("ordered_by_other_authority", "Maßnahme einer anderen Behörde", "Measure of another authority",
         "Die Maßnahme, die geändert oder aufgehoben werden soll, hat eine andere Behörde angeordnet.", "The measure to be changed or lifted was ordered by another authority.", ""),
        ("ordering_authority_consents", "Einvernehmen der anordnenden Behörde", "Consent of the ordering authority",
         "Die anordnende Behörde hat ihr Einvernehmen erteilt.", "The ordering authority has given consent.", ""),
    ),
)  # fmt: skip
declare(
    MOVEMENT_LIVELIHOOD,
    (
        ("livelihood_secured", "Lebensunterhalt gesichert", "Livelihood secured",
         "Der Lebensunterhalt ist ohne öffentliche Mittel gesichert.", "The livelihood is secured without public funds.", "P"),
    ),
)  # fmt: skip
declare(
    MOVEMENT_OFFENCES,
    (
        ("convicted_of_general_offence", "Rechtskräftig verurteilt (nicht nur ausländerrechtlich)", "Convicted (not only under foreigners' law)",
         "Rechtskräftig wegen einer Straftat verurteilt, die nicht nur Ausländer begehen können.", "Finally convicted of an offence that not only foreigners can commit.", ""),
        ("narcotics_facts", "Tatsachen für Verstoß gegen das Betäubungsmittelgesetz", "Facts for a breach of the Narcotics Act",
         "Tatsachen rechtfertigen in der Beurteilung der Behörde diese Schlussfolgerung.", "In the assessment of the authority facts justify this conclusion.", "A"),
        ("danger_to_security_or_life", "Erhebliche Gefahr für innere Sicherheit, Leib oder Leben", "Considerable danger to internal security, life or limb",
         "Eine solche Gefahr geht in der Beurteilung der Behörde von der Person aus.", "In the assessment of the authority the person poses such a danger.", "A"),
    ),
)  # fmt: skip
