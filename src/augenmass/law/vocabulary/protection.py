"""What protects against removal: prohibitions, health, family, minors, victims. Outcomes and dates only, never a diagnosis."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

PROHIBITION = Chapter("prohibition", "protection")
HEALTH = Chapter("health", "health")
FAMILY = Chapter("family", "family")

_OFFICER = ("caseworker", "approver")

for _name, _paragraph, _german, _english in (
    ("prohibition_refugee", "60 Abs. 1", "Verfolgung", "persecution"),
    ("prohibition_serious_harm", "60 Abs. 2", "ernsthafter Schaden", "serious harm"),
    ("prohibition_human_rights", "60 Abs. 5", "Menschenrechtskonvention", "Human Rights Convention"),
    ("prohibition_concrete_danger", "60 Abs. 7", "erhebliche konkrete Gefahr", "considerable concrete danger"),
):
    PROHIBITION.yes_no(
        _name,
        (f"Abschiebungsverbot § {_paragraph} ({_german})", f"Prohibition § {_paragraph} ({_english})"),
        (
            f"Ein Abschiebungsverbot nach § {_paragraph} des Aufenthaltsgesetzes ist für den Zielstaat festgestellt.",
            f"A prohibition of removal ({_english}) is found for the state of destination.",
        ),
        established_by=_OFFICER,
        evidence=("decision", "court"),
        protective=True,
        headers=(f"Abschiebungsverbot § {_paragraph}", f"§ {_paragraph} AufenthG"),
    )
PROHIBITION.yes_no(
    "prohibition_claimed",
    ("Zielstaatsbezogene Gefahr geltend gemacht", "Danger in the state of destination claimed"),
    (
        "Die Person macht eine Gefahr im Zielstaat geltend, über die noch nicht entschieden ist.",
        "The person claims a danger in the state of destination that has not been decided on.",
    ),
    protective=True,
    headers=("Gefahr im Zielstaat geltend gemacht",),
)
PROHIBITION.yes_no(
    "federal_office_participated",
    ("Bundesamt beteiligt", "Federal Office took part"),
    (
        "Das Bundesamt wurde vor der Entscheidung über das Abschiebungsverbot beteiligt.",
        "The Federal Office took part before the decision on the prohibition of removal.",
    ),
    evidence=("correspondence",),
)
PROHIBITION.yes_no(
    "extradition_pending",
    ("Auslieferungsverfahren anhängig", "Extradition procedure pending"),
    ("Ein Auslieferungsverfahren ist anhängig.", "An extradition procedure is pending."),
    headers=("Auslieferung",),
)
PROHIBITION.yes_no(
    "obliged_by_conviction",
    ("Ausreisepflicht wegen strafrechtlicher Verurteilung", "Obliged to leave because of a conviction"),
    (
        "Die Ausreisepflicht beruht auf einer strafrechtlichen Verurteilung oder ist deren Folge.",
        "The obligation to leave rests on or follows from a criminal conviction.",
    ),
)
PROHIBITION.yes_no(
    "victim_indications",
    ("Anhaltspunkte für Opfereigenschaft", "Indications of being a victim"),
    (
        "Es gibt konkrete Anhaltspunkte für eine Straftat des Menschenhandels oder der Ausbeutung zulasten der Person.",
        "There are concrete indications of trafficking or exploitation of the person.",
    ),
    protective=True,
    headers=("Opfer § 25 Abs. 4a/4b", "Opferzeuge"),
)
PROHIBITION.day(
    "victim_informed_on",
    ("Über Opferrechte unterrichtet am", "Informed about victims' rights on"),
    (
        "Der Tag, an dem die Person über Regelungen und Hilfen für Opfer unterrichtet wurde.",
        "The day on which the person was informed of the rules and help for victims.",
    ),
)
PROHIBITION.yes_no(
    "employed_without_permission",
    ("Ohne Berechtigung beschäftigt gewesen", "Was employed without permission"),
    (
        "Die Person war ohne die erforderliche Berechtigung beschäftigt; daraus folgen Rechte gegen den Arbeitgeber.",
        "The person was employed without the needed permission; this gives rights against the employer.",
    ),
)

HEALTH.yes_no(
    "illness_claimed",
    ("Erkrankung geltend gemacht", "Illness claimed"),
    (
        "Die Person macht geltend, dass eine Erkrankung der Abschiebung entgegensteht.",
        "The person claims that an illness stands against the removal.",
    ),
    protective=True,
)
HEALTH.day(
    "medical_certificate_presented_on",
    ("Ärztliche Bescheinigung vorgelegt am", "Medical certificate presented on"),
    (
        "Der Tag, an dem eine ärztliche Bescheinigung vorgelegt wurde.",
        "The day on which a medical certificate was presented.",
    ),
    evidence=("medical",),
    headers=("Attest vom", "Ärztliche Bescheinigung vom"),
)
HEALTH.yes_no(
    "medical_certificate_qualified",
    ("Ärztliche Bescheinigung qualifiziert", "Medical certificate qualified"),
    (
        "Die Bescheinigung erfüllt die Anforderungen des § 60a Absatz 2c.",
        "The certificate meets the requirements of section 60a (2c).",
    ),
    assessment=True,
    protective=True,
)
HEALTH.day(
    "medical_duty_notice_on",
    ("Auf Pflicht zur Bescheinigung hingewiesen am", "Told of the duty to present a certificate on"),
    (
        "Der Tag des Hinweises auf die Vorlagepflicht und die Folgen ihrer Verletzung.",
        "The day of the notice of the duty to present the certificate and of the effect of its breach.",
    ),
    evidence=("letter",),
)
HEALTH.yes_no(
    "certificate_prevented_without_fault",
    ("Unverschuldet an Bescheinigung gehindert", "Prevented from a certificate without fault"),
    (
        "Die Person war ohne Verschulden gehindert, eine Bescheinigung einzuholen.",
        "The person was prevented, without fault, from getting a certificate.",
    ),
    protective=True,
)
HEALTH.yes_no(
    "serious_illness_indicated",
    ("Anhaltspunkte für schwerwiegende Erkrankung", "Indications of serious illness"),
    (
        "Es gibt anderweitig tatsächliche Anhaltspunkte für eine lebensbedrohliche oder schwerwiegende Erkrankung.",
        "There are other factual indications of a life-threatening or serious illness.",
    ),
    established_by=("caseworker", "medical_officer", "duty_officer"),
    protective=True,
)
HEALTH.yes_no(
    "medical_examination_missed",
    ("Angeordnete Untersuchung ohne Grund versäumt", "Ordered examination missed without reason"),
    (
        "Einer angeordneten ärztlichen Untersuchung wurde ohne zureichenden Grund nicht Folge geleistet.",
        "An ordered medical examination was not attended, without sufficient reason.",
    ),
)
HEALTH.yes_no(
    "health_opposes_removal",
    ("Gesundheitliche Gründe stehen entgegen", "Health opposes the removal"),
    (
        "Nach Prüfung stehen gesundheitliche Gründe der Abschiebung entgegen (nur das Ergebnis).",
        "On examination, reasons of health stand against the removal (the outcome only).",
    ),
    established_by=("caseworker", "medical_officer"),
    assessment=True,
    protective=True,
    evidence=("medical",),
    headers=("gesundheitliches Hindernis", "reiseunfähig"),
)
HEALTH.choice(
    "travel_fitness",
    ("Reisefähigkeit", "Fitness to travel"),
    ("Das Ergebnis der Untersuchung zur Reisefähigkeit.", "The outcome of the examination of fitness to travel."),
    (
        Choice("fit", "reisefähig", "fit to travel", ("ja", "reisefähig")),
        Choice("conditional", "reisefähig mit Auflagen", "fit with conditions", ("mit Auflagen",)),
        Choice("unfit", "nicht reisefähig", "not fit to travel", ("nein", "reiseunfähig")),
    ),
    established_by=("medical_officer", "caseworker"),
    evidence=("medical",),
    protective=True,
    headers=("Reisefähigkeit", "reisefähig"),
)
HEALTH.day(
    "travel_fitness_on",
    ("Reisefähigkeit geprüft am", "Fitness to travel examined on"),
    ("Der Tag dieser Untersuchung.", "The day of that examination."),
    evidence=("medical",),
    headers=("Reisefähigkeit geprüft am",),
)

FAMILY.yes_no(
    "best_interests_of_child_oppose",
    ("Kindeswohl steht entgegen", "Best interests of the child oppose"),
    (
        "Nach Prüfung steht das Kindeswohl der Abschiebung entgegen.",
        "On examination, the best interests of the child stand against the removal.",
    ),
    established_by=_OFFICER,
    assessment=True,
    protective=True,
    headers=("Kindeswohl",),
)
FAMILY.yes_no(
    "family_ties_oppose",
    ("Familiäre Bindungen stehen entgegen", "Family ties oppose"),
    (
        "Nach Prüfung stehen familiäre Bindungen der Abschiebung entgegen.",
        "On examination, family ties stand against the removal.",
    ),
    established_by=_OFFICER,
    assessment=True,
    protective=True,
    headers=("familiäre Bindungen",),
)
FAMILY.yes_no(
    "paternity_procedure_pending",
    ("Verfahren zur Vaterschaftsanerkennung läuft", "Paternity consent procedure pending"),
    (
        "Die Zustimmung der Ausländerbehörde zu einer Vaterschaftsanerkennung ist beantragt und nicht entschieden.",
        "Consent of the authority to an acknowledgement of paternity is applied for and not decided.",
    ),
    protective=True,
    headers=("Vaterschaftsanerkennung", "Verfahren § 85a"),
)
FAMILY.yes_no(
    "parent_of_minor_with_25a",
    ("Elternteil eines Minderjährigen mit Titel nach § 25a", "Parent of a minor with a section 25a permit"),
    (
        "Die Person ist Elternteil oder minderjähriges Geschwister einer minderjährigen Person mit Titel nach § 25a Absatz 1.",
        "The person is a parent or minor sibling of a minor who holds a permit under section 25a (1).",
    ),
    protective=True,
    headers=("Eltern § 25a", "§ 60a Abs. 2b geprüft"),
)
FAMILY.yes_no(
    "unaccompanied",
    ("Unbegleitet", "Unaccompanied"),
    (
        "Die minderjährige Person ist ohne sorgeberechtigten Erwachsenen in Deutschland.",
        "The minor is in Germany without an adult who has custody.",
    ),
    protective=True,
    headers=("unbegleitet", "umA"),
)
FAMILY.yes_no(
    "minor_handover_assured",
    ("Übergabe im Rückkehrstaat sichergestellt", "Handover in the state of return assured"),
    (
        "Die Behörde hat sich der Übergabe an Familie, sorgeberechtigte Person oder geeignete Einrichtung vergewissert.",
        "The authority has made sure of the handover to family, guardian or a suitable facility.",
    ),
    evidence=("correspondence",),
)
FAMILY.number(
    "age",
    ("Alter", "Age"),
    ("Das Alter in vollendeten Jahren am Stichtag.", "Age in completed years on the day in question."),
    unit="years",
    derived=True,
)
FAMILY.yes_no(
    "minor",
    ("Minderjährig", "Minor"),
    ("Die Person hat das 18. Lebensjahr noch nicht vollendet.", "The person is not yet 18."),
    derived=True,
    protective=True,
)
FAMILY.yes_no(
    "minor_child_in_household",
    ("Minderjähriges Kind im Haushalt", "Minor child in the household"),
    ("Ein minderjähriges Kind lebt im Haushalt der Person.", "A minor child lives in the person's household."),
    derived=True,
    protective=True,
)
FAMILY.yes_no(
    "child_under_twelve",
    ("Kind unter zwölf Jahren", "Child under twelve"),
    ("Die Person hat ein Kind unter zwölf Jahren bei sich.", "The person has a child under twelve with them."),
    derived=True,
    protective=True,
)
