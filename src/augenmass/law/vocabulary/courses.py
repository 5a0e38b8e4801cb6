"""Language, integration course, job-related language support."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter, Traits, Words

COURSES = Chapter("courses", "residence")

COURSE_TITLES = (
    Choice("none", "keiner der genannten Titel", "none of the titles named"),
    Choice("work", "zur Erwerbstätigkeit (§§ 18a–18d, 18g, 19c, 21)", "for work (18a–18d, 18g, 19c, 21)"),
    Choice("family", "Familiennachzug (§§ 28, 29, 30, 32, 36, 36a)", "family (28, 29, 30, 32, 36, 36a)"),
    Choice("family_spouse", "Nachzug zum Ehegatten (§§ 28, 30, 36a)", "joining a spouse (28, 30, 36a)"),
    Choice("protection", "Schutz (§ 25 Abs. 1, 2)", "protection (25 (1), (2))"),
    Choice("victim", "Opfer (§ 25 Abs. 4a Satz 3)", "victim (25 (4a) sentence 3)"),
    Choice("integration", "nachhaltige Integration (§ 25b)", "lasting integration (25b)"),
    Choice("long_term", "langfristig aufenthaltsberechtigt (§ 38a)", "long-term resident (38a)"),
    Choice("admitted", "Aufnahme (§ 23 Abs. 2)", "admission (23 (2))"),
    Choice("resettled", "Neuansiedlung (§ 23 Abs. 4)", "resettlement (23 (4))"),
    Choice("temporary_protection", "vorübergehender Schutz (§ 24)", "temporary protection (24)"),
    Choice("humanitarian", "Ausreisehindernis (§ 25 Abs. 5)", "obstacle to departure (25 (5))"),
)

_PROTECTS: Traits = {"protective": True}
_JUDGED: Traits = {"assessment": True}
_JUDGED_AND_PROTECTS: Traits = {"assessment": True, "protective": True}
_BY_PAPER: Traits = {"protective": True, "evidence": ("other",)}

COURSES.choice(
    "course_title",
    ("Titel für den Integrationskurs", "Title for the integration course"),
    (
        "Der zuletzt erteilte Titel nach den Gruppen, auf die es für den Integrationskurs ankommt.",
        "The title granted last, by the groups that matter for the integration course.",
    ),
    COURSE_TITLES,
    protective=True,
)
_DAYS: tuple[tuple[str, Words, Words, Traits], ...] = (
    (
        "course_title_granted_on",
        ("Dieser Titel erteilt am", "That title granted on"),
        ("Der Tag der erstmaligen Erteilung dieses Titels.", "The day on which that title was first granted."),
        {"evidence": ("decision",)},
    ),
    (
        "course_demanded_on",
        ("Zum Kurs aufgefordert oder verpflichtet am", "Asked or obliged to take a course on"),
        (
            "Der Tag, an dem eine Stelle zum Kurs aufforderte oder verpflichtete.",
            "The day on which a body asked or obliged the person to take a course.",
        ),
        {"evidence": ("letter",)},
    ),
    (
        "course_effects_told_on",
        ("Auf Folgen versäumter Teilnahme hingewiesen am", "Told of the effects of missing the course on"),
        (
            "Der Tag des Hinweises vor der Verlängerung der Aufenthaltserlaubnis.",
            "The day of the notice before the permit is extended.",
        ),
        {"evidence": ("letter",)},
    ),
)
_FACTS: tuple[tuple[str, Words, Words, Traits], ...] = (
    (
        "lasting_stay",
        ("Dauerhafter Aufenthalt", "Lasting stay"),
        (
            "Die Erlaubnis gilt mindestens ein Jahr oder wird über 18 Monate besessen, und der Aufenthalt ist nicht vorübergehend.",
            "The permit is for a year or more or was held over 18 months, and the stay is not temporary by nature.",
        ),
        _PROTECTS,
    ),
    (
        "course_registration_prevented",
        ("Unverschuldet nicht zum Kurs angemeldet", "Not registered for the course without fault"),
        (
            "Die Anmeldung war aus nicht zu vertretenden Gründen nicht möglich.",
            "Registration was not possible for reasons for which the person does not answer.",
        ),
        _PROTECTS,
    ),
    (
        "german_simple",
        ("Einfache Verständigung auf Deutsch", "Can communicate simply in German"),
        (
            "Die Person kann sich zumindest auf einfache Art auf Deutsch verständigen.",
            "The person can communicate in German at least in a simple way.",
        ),
        _PROTECTS,
    ),
    (
        "german_oral_sufficient",
        ("Hinreichende mündliche Deutschkenntnisse (A2)", "Spoken German at level A2"),
        (
            "Die mündlichen Kenntnisse entsprechen dem Niveau A2.",
            "Spoken German is at level A2.",
        ),
        {"protective": True, "evidence": ("other",), "headers": ("Deutsch A2",)},
    ),
    (
        "german_written_sufficient",
        ("Hinreichende schriftliche Deutschkenntnisse", "Written German sufficient for section 25b (6)"),
        (
            "Die schriftlichen Kenntnisse genügen § 25b Absatz 6.",
            "Written German satisfies section 25b (6).",
        ),
        _BY_PAPER,
    ),
    (
        "german_b1",
        ("Ausreichende Deutschkenntnisse (B1)", "German at level B1"),
        ("Die Kenntnisse entsprechen dem Niveau B1.", "German is at level B1."),
        {"protective": True, "evidence": ("other",), "headers": ("Deutsch B1",)},
    ),
    (
        "school_career",
        ("Schulische Ausbildung im Bundesgebiet", "School education in Germany"),
        (
            "Eine junge Person nimmt eine schulische Ausbildung auf oder setzt ihre Schullaufbahn fort.",
            "A young person takes up or continues schooling.",
        ),
        {},
    ),
    (
        "integration_need_low",
        ("Integrationsbedarf erkennbar gering", "Need for integration evidently low"),
        ("Ein Kurs ist erkennbar kaum nötig.", "A course is evidently hardly needed."),
        _JUDGED,
    ),
    (
        "integration_need_special",
        ("In besonderer Weise integrationsbedürftig", "In special need of integration"),
        ("Ein Kurs ist in besonderer Weise nötig.", "A course is needed in a special way."),
        _JUDGED,
    ),
    (
        "course_demanded_by_authority",
        ("Ausländerbehörde fordert zum Kurs auf", "Authority asks to take the course"),
        ("Die Ausländerbehörde hat zur Teilnahme aufgefordert.", "The authority has asked to take part."),
        {"evidence": ("letter",)},
    ),
    (
        "course_demanded_by_benefits_office",
        ("Leistungsbehörde fordert zum Kurs auf", "Benefits office asks to take the course"),
        ("Die Leistungsbehörde hat zur Teilnahme aufgefordert.", "The benefits office has asked to take part."),
        {"category": "benefits", "evidence": ("letter",)},
    ),
    (
        "course_demanded_by_job_centre",
        ("Träger der Grundsicherung fordert oder verpflichtet zum Kurs", "Job centre asks for or orders a course"),
        (
            "Der Träger der Grundsicherung hat zum Kurs aufgefordert oder verpflichtet.",
            "The job centre has asked for or ordered a course.",
        ),
        {"category": "benefits", "evidence": ("letter",)},
    ),
    (
        "basic_income_received",
        ("Grundsicherung für Arbeitsuchende bezogen", "Basic income for jobseekers received"),
        (
            "Die Person bezieht Leistungen nach dem Zweiten Buch Sozialgesetzbuch.",
            "The person receives benefits under the Second Book of the Social Code.",
        ),
        {"category": "benefits"},
    ),
    (
        "course_excused",
        ("Von der Kurspflicht ausgenommen", "Excused from the course"),
        (
            "Ausbildung, ein vergleichbares Angebot oder dauernde Unzumutbarkeit nehmen von der Pflicht aus.",
            "Training, a comparable course or lasting unreasonableness excuse from the duty.",
        ),
        _PROTECTS,
    ),
    (
        "course_completed",
        ("Integrationskurs erfolgreich abgeschlossen", "Integration course completed"),
        ("Der Kurs ist erfolgreich abgeschlossen.", "The course has been completed successfully."),
        _BY_PAPER,
    ),
    (
        "course_stopped_without_fault",
        ("Kurs unverschuldet abgebrochen", "Course broken off without fault"),
        ("Den Abbruch hat die Person nicht zu vertreten.", "The person does not answer for breaking it off."),
        _PROTECTS,
    ),
    (
        "course_missed_by_fault",
        ("Kurspflicht schuldhaft verletzt oder Test nicht bestanden", "Course missed by fault or test not passed"),
        (
            "Die Teilnahme unterblieb aus zu vertretenden Gründen, oder der Abschlusstest ist nicht bestanden.",
            "The course was missed for reasons for which the person answers, or the final test was not passed.",
        ),
        _JUDGED,
    ),
    (
        "course_was_possible",
        ("Besuch eines Integrationskurses war möglich", "An integration course could be attended"),
        (
            "Es bestand die Möglichkeit, einen Integrationskurs zu besuchen.",
            "There was a possibility to attend an integration course.",
        ),
        {},
    ),
    (
        "school_age_children",
        ("Kinder im schulpflichtigen Alter", "Children of school age"),
        (
            "Kinder im schulpflichtigen Alter leben mit der Person zusammen.",
            "Children of school age live with the person.",
        ),
        {},
    ),
    (
        "school_attendance_shown",
        ("Schulbesuch der Kinder nachgewiesen", "Children's school attendance shown"),
        ("Der tatsächliche Schulbesuch ist nachgewiesen.", "That the children attend school is shown."),
        _BY_PAPER,
    ),
)

for _name, _label, _meaning, _traits in _DAYS:
    COURSES.day(_name, _label, _meaning, **_traits)
for _name, _label, _meaning, _traits in _FACTS:
    COURSES.yes_no(_name, _label, _meaning, **_traits)
