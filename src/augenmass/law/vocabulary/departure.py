"""Leaving of one's own accord, counselling, information about rights, hearing."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

DEPARTURE = Chapter("departure", "departure")
COUNSELLING = Chapter("counselling", "notices")

DEPARTURE.day(
    "departure_declared_on",
    ("Freiwillige Ausreise erklärt am", "Voluntary departure declared on"),
    (
        "Der Tag, an dem die Person erklärt hat, freiwillig auszureisen; die Erklärung ist bis zuletzt möglich.",
        "The day on which the person declared that they will leave of their own accord; possible to the last.",
    ),
    established_by=("caseworker", "return_counsellor", "duty_officer"),
    evidence=("correspondence",),
    headers=("Ausreiseerklärung", "Freiwillige Ausreise erklärt am", "Ausreisebereitschaft am"),
)
DEPARTURE.choice(
    "departure_declaration_answer",
    ("Entscheidung über die Erklärung", "Decision on the declaration"),
    (
        "Was ein Mensch auf die Erklärung entschieden hat.",
        "What a human decided on the declaration.",
    ),
    (
        Choice("accepted", "angenommen", "accepted"),
        Choice("declined", "nicht angenommen, mit Gründen", "declined, with reasons"),
        Choice("withdrawn", "von der Person zurückgenommen", "withdrawn by the person"),
    ),
)
DEPARTURE.day(
    "departure_declaration_answered_on",
    ("Über die Erklärung entschieden am", "Declaration decided on"),
    (
        "Der Tag dieser Entscheidung; eine spätere Erklärung ist eine neue.",
        "The day of that decision; a later declaration is a new one.",
    ),
)
DEPARTURE.day(
    "departure_planned_on",
    ("Freiwillige Ausreise geplant am", "Voluntary departure planned on"),
    (
        "Der mit der Person vereinbarte Tag der freiwilligen Ausreise.",
        "The day of voluntary departure agreed with the person.",
    ),
    headers=("Geplante Ausreise", "Ausreisetermin freiwillig"),
)
DEPARTURE.yes_no(
    "voluntary_departure_assured",
    ("Freiwillige Ausreise gesichert", "Voluntary departure assured"),
    (
        "Nach Einschätzung der Behörde ist gesichert, dass die Person freiwillig ausreist.",
        "In the assessment of the authority it is assured that the person leaves voluntarily.",
    ),
    assessment=True,
    protective=True,
    headers=("freiwillige Ausreise gesichert",),
)
DEPARTURE.yes_no(
    "return_support_applied",
    ("Förderung der Ausreise beantragt", "Support for departure applied for"),
    (
        "Eine staatliche Förderung der freiwilligen Ausreise ist beantragt.",
        "State support for the voluntary departure has been applied for.",
    ),
    headers=("REAG/GARP beantragt", "Förderung beantragt"),
)
DEPARTURE.yes_no(
    "supervision_for_public_order",
    ("Überwachung der Ausreise erforderlich", "Supervision of departure needed"),
    (
        "Aus weiteren Gründen der öffentlichen Sicherheit und Ordnung erscheint eine Überwachung der Ausreise erforderlich.",
        "For further reasons of public security and order supervision of the departure appears necessary.",
    ),
    assessment=True,
)
DEPARTURE.yes_no(
    "in_custody",
    ("In Haft oder öffentlichem Gewahrsam", "In custody"),
    (
        "Die Person ist auf richterliche Anordnung in Haft oder sonstigem öffentlichen Gewahrsam.",
        "The person is in detention or other public custody by order of a judge.",
    ),
    evidence=("court",),
    headers=("in Haft", "Haft", "JVA"),
)
DEPARTURE.yes_no(
    "destitute",
    ("Mittellos", "Destitute"),
    (
        "Die Person hat keine eigenen Mittel für die Ausreise.",
        "The person has no means of their own for the departure.",
    ),
    headers=("mittellos",),
)
DEPARTURE.yes_no(
    "false_statements_to_authority",
    ("Unrichtige Angaben zur Täuschung oder Angaben verweigert", "False or refused statements"),
    (
        "Gegenüber der Ausländerbehörde wurden zur Täuschung unrichtige Angaben gemacht oder Angaben verweigert.",
        "False statements were made to deceive the authority, or statements were refused.",
    ),
    assessment=True,
)
DEPARTURE.yes_no(
    "declared_not_to_leave",
    ("Ausreise erkennbar verweigert", "Made known not to leave"),
    (
        "Die Person hat zu erkennen gegeben, dass sie der Ausreisepflicht nicht nachkommen wird.",
        "The person has made known that they will not fulfil the obligation to leave.",
    ),
    evidence=("other",),
)
DEPARTURE.yes_no(
    "expelled_for_grave_interest",
    ("Ausweisung wegen besonders schwerwiegenden Interesses", "Expelled for a particularly grave interest"),
    (
        "Die Ausweisung beruht auf einem besonders schwerwiegenden Ausweisungsinteresse.",
        "The expulsion rests on a particularly grave public interest.",
    ),
    evidence=("decision",),
)

COUNSELLING.day(
    "rights_informed_on",
    ("Über Rechte und Pflichten informiert am", "Informed about rights and duties on"),
    (
        "Der Tag, an dem die Person in einer ihr verständlichen Sprache über Rechte und Pflichten informiert wurde.",
        "The day on which the person was informed of rights and duties in a language they understand.",
    ),
    evidence=("service",),
    headers=("Belehrung am", "Belehrung § 82 Abs. 3", "informiert am"),
)
COUNSELLING.day(
    "counselling_offered_on",
    ("Rückkehrberatung angeboten am", "Return counselling offered on"),
    (
        "Der Tag, an dem eine unabhängige Rückkehrberatung angeboten wurde; ob und worüber gesprochen wird, steht hier nicht.",
        "The day on which independent counselling was offered; whether and what is talked about is not held here.",
    ),
    headers=("Rückkehrberatung angeboten am", "Rückkehrberatung"),
)
COUNSELLING.day(
    "hearing_letter_on",
    ("Anhörung eingeleitet am", "Hearing opened on"),
    (
        "Der Tag des letzten Anhörungsschreibens; die Frist darin lässt Zeit für die Post.",
        "The day of the last hearing letter; the time it sets allows for the post.",
    ),
    evidence=("letter",),
    headers=("Anhörung vom", "Anhörungsschreiben vom"),
)
COUNSELLING.day(
    "hearing_until",
    ("Äußerungsfrist bis", "Time to respond until"),
    ("Der letzte Tag der gesetzten Äußerungsfrist.", "The last day of the period set for a response."),
    headers=("Anhörungsfrist", "Äußerungsfrist bis"),
)
COUNSELLING.day(
    "heard_on",
    ("Angehört am", "Heard on"),
    (
        "Der Tag der Äußerung oder des mündlichen Gesprächs zur Anhörung.",
        "The day of the response or of the talk by which the person was heard.",
    ),
    evidence=("other", "letter"),
    headers=("angehört am", "Anhörung am", "Anhörung"),
)
COUNSELLING.yes_no(
    "hearing_dispensable",
    ("Anhörung entbehrlich", "Hearing dispensable"),
    (
        "Nach den Umständen des Einzelfalls wird von der Anhörung abgesehen; die Gründe stehen im Vermerk.",
        "In the circumstances of the case the hearing is dispensed with; the reasons are in the note.",
    ),
    assessment=True,
)
COUNSELLING.yes_no(
    "hearing_barred",
    ("Zwingendes öffentliches Interesse gegen Anhörung", "Compelling public interest against a hearing"),
    (
        "Der Anhörung steht ein zwingendes öffentliches Interesse entgegen.",
        "A compelling public interest stands against the hearing.",
    ),
    assessment=True,
)
COUNSELLING.day(
    "cooperation_period_until",
    ("Frist zur Vorlage von Nachweisen bis", "Period for evidence until"),
    (
        "Der letzte Tag der Frist, günstige Umstände und Nachweise vorzubringen.",
        "The last day of the period to present favourable circumstances and evidence.",
    ),
    headers=("Mitwirkungsfrist", "Frist § 82 Abs. 1"),
)
COUNSELLING.yes_no(
    "cooperation_notice_given",
    ("Auf Folgen der Fristversäumung hingewiesen", "Told of the effect of missing the period"),
    (
        "Mit der Fristsetzung wurde auf die Folgen der Fristversäumung hingewiesen.",
        "When the period was set, the person was told of the effect of missing it.",
    ),
    evidence=("letter",),
)
COUNSELLING.yes_no(
    "late_submission_disregarded",
    ("Verspätetes Vorbringen bleibt unberücksichtigt", "Late submission disregarded"),
    (
        "Die Behörde hat nach Ermessen entschieden, verspätetes Vorbringen nicht zu berücksichtigen.",
        "The authority has decided by discretion to disregard late submissions.",
    ),
    assessment=True,
)
