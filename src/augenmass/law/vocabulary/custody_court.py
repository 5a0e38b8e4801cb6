"""Custody before the court: what the application states, who takes part, who was heard and told. Each entry is one duty of the FamFG."""

from augenmass.law.vocabulary.declaring import Chapter

CUSTODY_COURT = Chapter("custody_court", "court")

CUSTODY_COURT.day(
    "custody_application_on",
    ("Haftantrag vom", "Application for custody of"),
    ("Der Tag des Antrags der Behörde beim Amtsgericht.", "The day of the authority's application to the local court."),
    evidence=("authority",),
    headers=("Haftantrag vom",),
)
for _name, _de, _en in (
    ("application_states_identity", "Identität der Person", "identity of the person"),
    ("application_states_residence", "gewöhnlicher Aufenthaltsort", "habitual residence"),
    ("application_states_necessity", "Erforderlichkeit der Freiheitsentziehung", "need for the deprivation of liberty"),
    ("application_states_duration", "erforderliche Dauer", "needed duration"),
    (
        "application_states_obligation",
        "Verlassenspflicht, Voraussetzungen und Durchführbarkeit",
        "obligation to leave, conditions and feasibility",
    ),
):
    CUSTODY_COURT.yes_no(
        _name,
        (f"Haftantrag begründet: {_de}", f"Application gives reasons: {_en}"),
        (
            f"Die Begründung des Haftantrags enthält Tatsachen hierzu: {_de}.",
            f"The reasons of the application hold facts on this: {_en}.",
        ),
        protective=True,
    )
CUSTODY_COURT.day(
    "custody_file_presented_on",
    ("Akte dem Haftgericht vorgelegt am", "File presented to the custody court on"),
    ("Der Tag, an dem die Akte vorgelegt wurde.", "The day on which the file was presented."),
)
CUSTODY_COURT.yes_no(
    "custody_lawyer",
    ("Im Haftverfahren anwaltlich vertreten", "Represented by a lawyer in the custody procedure"),
    (
        "Rechtsanwältin, Rechtsanwalt oder eine andere geeignete bevollmächtigte Person vertritt im Haftverfahren.",
        "A lawyer or another suitable authorised person represents in the custody procedure.",
    ),
    evidence=("court",),
    protective=True,
)
CUSTODY_COURT.yes_no(
    "custody_guardian_needed",
    ("Verfahrenspfleger erforderlich", "Guardian for the procedure needed"),
    (
        "Eine Verfahrenspflegerin oder ein Verfahrenspfleger ist zur Wahrnehmung der Interessen erforderlich.",
        "A guardian for the procedure is needed to look after the person's interests.",
    ),
    assessment=True,
    protective=True,
)
CUSTODY_COURT.day(
    "custody_guardian_appointed_on",
    ("Verfahrenspfleger bestellt am", "Guardian for the procedure appointed on"),
    ("Der Tag der Bestellung durch das Gericht.", "The day of appointment by the court."),
    evidence=("court",),
)
CUSTODY_COURT.day(
    "custody_heard_on",
    ("Vom Haftgericht angehört am", "Heard by the custody court on"),
    ("Der Tag der persönlichen Anhörung durch das Gericht.", "The day on which the court heard the person."),
    evidence=("court",),
)
CUSTODY_COURT.yes_no(
    "custody_hearing_waived",
    ("Gerichtliche Anhörung unterblieben (§ 420 Abs. 2 FamFG)", "No hearing by the court (420 (2))"),
    (
        "Das Gericht sieht aus den gesetzlichen Gründen von der persönlichen Anhörung ab (nur Ergebnis).",
        "For the statutory reasons the court does without hearing the person (outcome only).",
    ),
    evidence=("court",),
)
CUSTODY_COURT.yes_no(
    "custody_participants_heard",
    ("Weitere Beteiligte angehört", "Other participants heard"),
    ("Das Gericht hat die sonstigen Beteiligten angehört.", "The court heard the other participants."),
    evidence=("court",),
    protective=True,
)
CUSTODY_COURT.yes_no(
    "custody_participants_exist",
    ("Weitere Beteiligte vorhanden", "Other participants exist"),
    (
        "Am Haftverfahren sind Angehörige, eine Vertrauensperson oder weitere Personen beteiligt.",
        "Relatives, a trusted person or others take part in the custody procedure.",
    ),
    protective=True,
)
CUSTODY_COURT.yes_no(
    "trusted_person_named",
    ("Vertrauensperson benannt", "Trusted person named"),
    ("Die Person hat eine Person ihres Vertrauens benannt.", "The person named somebody whom they trust."),
    protective=True,
)
CUSTODY_COURT.yes_no(
    "close_family_known",
    ("Nahe Angehörige bekannt", "Close relatives known"),
    (
        "Ehegatte, Lebenspartner, Eltern, Kinder oder Pflegeeltern, mit denen die Person lebt, sind bekannt.",
        "Spouse, partner, parents, children or foster parents with whom the person lives are known.",
    ),
    protective=True,
)
CUSTODY_COURT.day(
    "custody_relative_notified_on",
    ("Angehörige oder Vertrauensperson benachrichtigt am", "Relative or trusted person told on"),
    (
        "Der Tag, an dem das Gericht eine angehörige oder vertraute Person benachrichtigt hat.",
        "The day on which the court told a relative or a trusted person.",
    ),
    evidence=("court",),
)
CUSTODY_COURT.day(
    "custody_order_notified_on",
    ("Haftbeschluss schriftlich bekannt gegeben am", "Custody order made known in writing on"),
    (
        "Der Tag der schriftlichen Bekanntgabe an die Person oder ihre Vertretung.",
        "The day on which the order was made known in writing to the person or their lawyer.",
    ),
    evidence=("court", "service"),
)
CUSTODY_COURT.yes_no(
    "custody_complaint_filed",
    ("Beschwerde gegen den Haftbeschluss eingelegt", "Complaint against the custody order filed"),
    ("Gegen den Haftbeschluss ist Beschwerde eingelegt.", "A complaint against the custody order was filed."),
    evidence=("court",),
)
CUSTODY_COURT.day(
    "brought_to_judge_on",
    ("Dem Richter vorgeführt am", "Brought before the judge on"),
    (
        "Der Tag der Vorführung zur Entscheidung über die Haft.",
        "The day on which the person was brought before the judge.",
    ),
    evidence=("court",),
)
CUSTODY_COURT.day(
    "release_reported_on",
    ("Freilassung dem Gericht mitgeteilt am", "Release reported to the court on"),
    ("Der Tag der Mitteilung der Freilassung.", "The day on which the release was reported."),
)
CUSTODY_COURT.yes_no(
    "custody_review_interest",
    ("Berechtigtes Interesse an der Feststellung", "Legitimate interest in a finding"),
    (
        "Nach Ende der Haft besteht ein berechtigtes Interesse an der Feststellung der Rechtsverletzung.",
        "After the end of custody there is a legitimate interest in a finding that rights were violated.",
    ),
    assessment=True,
    protective=True,
)
