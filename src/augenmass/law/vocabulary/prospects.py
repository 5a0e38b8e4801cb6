"""Prospects of residence: what their conditions rest on. Outcomes and days only; who decides is in the norm."""

from augenmass.law.vocabulary.declaring import Chapter, Traits, Words

PROSPECTS = Chapter("prospects", "residence")

_PROTECTS: Traits = {"protective": True}
_JUDGED: Traits = {"assessment": True}
_JUDGED_AND_PROTECTS: Traits = {"assessment": True, "protective": True}
_BY_PAPER: Traits = {"protective": True, "evidence": ("other", "correspondence")}

_DAYS: tuple[tuple[str, Words, Words, Traits], ...] = (
    (
        "countable_stay_since",
        ("Anrechenbarer Aufenthalt ununterbrochen seit", "Countable stay without a break since"),
        (
            "Der Tag, seit dem der Aufenthalt ohne Unterbrechung erlaubt, geduldet oder gestattet ist.",
            "The day since which the stay has been permitted, tolerated or allowed for asylum, without a break.",
        ),
        {"protective": True, "headers": ("Voraufenthalt seit", "ununterbrochener Aufenthalt seit")},
    ),
    (
        "identity_suspension_ended_on",
        ("Zusatz „ungeklärte Identität“ beendet am", "Addition “identity not clarified” ended on"),
        (
            "Der letzte Tag, an dem die Duldung den Zusatz für Personen mit ungeklärter Identität trug.",
            "The last day on which the suspension carried the addition for persons whose identity is not clarified.",
        ),
        _PROTECTS,
    ),
    (
        "application_25a_filed_on",
        ("Antrag nach § 25a gestellt am", "Application under section 25a filed on"),
        ("Der Tag, an dem der Antrag nach § 25a einging.", "The day on which the application was received."),
        {"protective": True, "evidence": ("application",)},
    ),
    (
        "employment_suspension_since",
        ("Beschäftigungsduldung ununterbrochen seit", "Suspension for employment without a break since"),
        (
            "Der Tag, seit dem eine Duldung nach § 60d ohne Unterbrechung besteht.",
            "The day since which a suspension under section 60d has been held without a break.",
        ),
        _PROTECTS,
    ),
    (
        "hardship_informed_on",
        ("Auf die Härtefallkommission hingewiesen am", "Told of the hardship commission on"),
        (
            "Der Tag, an dem die Person auf die Härtefallkommission und ihre Ausschlussgründe hingewiesen wurde.",
            "The day on which the person was told of the hardship commission and of what excludes it.",
        ),
        {"evidence": ("letter",), "headers": ("Hinweis auf Härtefallkommission",)},
    ),
    (
        "return_support_notice_on",
        ("Auf Folgen eines Förderantrags hingewiesen am", "Told of the effects of applying for return support on"),
        (
            "Der Tag des Hinweises, dass ein Antrag auf Förderung der Ausreise Möglichkeiten verschließen kann.",
            "The day of the notice that an application for return support can close possibilities.",
        ),
        {"evidence": ("letter",)},
    ),
    (
        "land_stop_from",
        ("Abschiebungsstopp gilt ab", "Stop ordered by the Land holds from"),
        ("Der erste Tag der Anordnung.", "The first day of the order."),
        {"evidence": ("decision",)},
    ),
    (
        "land_stop_until",
        ("Abschiebungsstopp gilt bis", "Stop ordered by the Land holds until"),
        ("Der letzte Tag der Anordnung.", "The last day of the order."),
        {"evidence": ("decision",)},
    ),
)
_FACTS: tuple[tuple[str, Words, Words, Traits], ...] = (
    (
        "identity_suspension_times",
        ("Zeiten mit Zusatz „ungeklärte Identität“", "Times with the addition “identity not clarified”"),
        (
            "In der Zeit der Duldung gab es Zeiten mit dem Zusatz für Personen mit ungeklärter Identität.",
            "The time of suspension includes times with the addition for persons whose identity is not clarified.",
        ),
        {},
    ),
    (
        "permit_104c",
        ("Chancen-Aufenthaltsrecht (§ 104c) erteilt", "Permit under section 104c granted"),
        (
            "Der zuletzt erteilte Titel ist eine Aufenthaltserlaubnis nach § 104c.",
            "The title granted last is a permit under section 104c.",
        ),
        {"headers": ("§ 104c", "Chancenaufenthalt")},
    ),
    (
        "permit_16g",
        ("Aufenthaltserlaubnis zur Ausbildung (§ 16g) erteilt", "Permit for training (section 16g) granted"),
        (
            "Der zuletzt erteilte Titel ist eine Aufenthaltserlaubnis nach § 16g.",
            "The title granted last is a permit under section 16g.",
        ),
        {},
    ),
    (
        "application_16g_pending",
        ("Antrag nach § 16g anhängig", "Application under section 16g pending"),
        (
            "Ein Antrag nach § 16g des Aufenthaltsgesetzes ist noch nicht entschieden.",
            "An application under section 16g of the Residence Act is not yet decided.",
        ),
        {"protective": True, "evidence": ("application",)},
    ),
    (
        "identity_measures_in_time",
        ("Identitätsklärung rechtzeitig betrieben", "Identity pursued in time"),
        (
            "Alle nötigen und zumutbaren Schritte zur Klärung der Identität geschahen vor dem gesetzlichen Tag; dass sie später gelingt, ist nicht verschuldet.",
            "All necessary and reasonable steps to clarify identity were taken before the statutory day; that it succeeds later is nobody's fault.",
        ),
        _JUDGED_AND_PROTECTS,
    ),
    (
        "identity_measures_taken",
        ("Schritte zur Identitätsklärung ergriffen", "Steps to clarify identity taken"),
        (
            "Die nötigen und zumutbaren Schritte zur Klärung der Identität sind ergriffen, gleich wann.",
            "The necessary and reasonable steps to clarify identity have been taken, whenever that was.",
        ),
        _JUDGED_AND_PROTECTS,
    ),
    (
        "departure_impossible",
        ("Ausreise unmöglich", "Departure impossible"),
        (
            "Auch die freiwillige Ausreise ist aus rechtlichen oder tatsächlichen Gründen unmöglich.",
            "Leaving, also of one's own accord, is impossible in law or in fact.",
        ),
        _JUDGED_AND_PROTECTS,
    ),
    (
        "obstacle_lasting",
        ("Ende des Ausreisehindernisses nicht absehbar", "End of the obstacle not in sight"),
        (
            "Mit dem Wegfall des Ausreisehindernisses ist in absehbarer Zeit nicht zu rechnen.",
            "The obstacle to departure cannot be expected to end in the foreseeable future.",
        ),
        _JUDGED_AND_PROTECTS,
    ),
    (
        "departure_prevented_without_fault",
        ("Unverschuldet an der Ausreise gehindert", "Kept from leaving without fault"),
        (
            "Die Person hat das Ausreisehindernis nicht durch Angaben, Täuschung oder unterlassene Mitwirkung verschuldet.",
            "The person did not bring about the obstacle by statements, deception or omitted cooperation.",
        ),
        _JUDGED_AND_PROTECTS,
    ),
    (
        "suspended_by_own_deception",
        ("Aussetzung beruht auf eigener Täuschung", "Suspension rests on own deception"),
        (
            "Die Abschiebung ist wegen eigener falscher Angaben oder Täuschung über Identität oder Staatsangehörigkeit ausgesetzt.",
            "Removal is suspended because of own false statements or deception about identity or nationality.",
        ),
        _JUDGED,
    ),
    (
        "prohibition_permit_excluded",
        ("Ausschluss nach § 25 Abs. 3 Satz 2 oder 3", "Excluded under section 25 (3) 2 or 3"),
        (
            "Ein Ausschlussgrund nach § 25 Absatz 3 liegt vor, etwa weil die Ausreise in einen anderen Staat zumutbar ist.",
            "A ground of exclusion under section 25 (3) exists, such as reasonable departure to another state.",
        ),
        _JUDGED,
    ),
    (
        "school_three_years",
        ("Drei Jahre erfolgreicher Schulbesuch", "Three years of successful schooling"),
        (
            "Seit drei Jahren wird im Bundesgebiet erfolgreich eine Schule besucht.",
            "A school in Germany has been attended successfully for three years.",
        ),
        _BY_PAPER,
    ),
    (
        "recognised_degree",
        ("Anerkannter Schul- oder Berufsabschluss", "Recognised school or vocational degree"),
        (
            "Im Bundesgebiet wurde ein anerkannter Schul- oder Berufsabschluss erworben.",
            "A recognised school or vocational degree was obtained in Germany.",
        ),
        _BY_PAPER,
    ),
    (
        "school_condition_atypical",
        ("Ausnahme von der Schuldauer", "Exception from the time at school"),
        (
            "Der Einzelfall weicht so ab, dass die Dauer des Schulbesuchs nicht verlangt wird.",
            "The case differs so much that the time at school is not required.",
        ),
        _JUDGED_AND_PROTECTS,
    ),
    (
        "integration_expected",
        ("Einfügen in die Lebensverhältnisse gewährleistet", "Fitting in appears assured"),
        (
            "Nach Ausbildung und Lebensverhältnissen erscheint gewährleistet, dass sich die Person einfügen kann.",
            "By education and way of life it appears assured that the person can fit in.",
        ),
        _JUDGED_AND_PROTECTS,
    ),
    (
        "basic_order_declaration",
        ("Erklärung zur Grundordnung abgegeben", "Declaration on the basic order given"),
        (
            "Die gesetzlich verlangte Erklärung zur freiheitlichen demokratischen Grundordnung liegt vor.",
            "The declaration on the free democratic basic order that the law asks for has been given.",
        ),
        _BY_PAPER,
    ),
    (
        "basic_knowledge_shown",
        ("Grundkenntnisse der Rechts- und Gesellschaftsordnung", "Basic knowledge of the legal and social order"),
        (
            "Die verlangten Grundkenntnisse sind nachgewiesen, etwa durch den Test Leben in Deutschland.",
            "The basic knowledge required is shown, for example by the test on life in Germany.",
        ),
        _BY_PAPER,
    ),
    (
        "integration_comparable",
        ("Nachhaltige Integration trotz fehlender Regelvoraussetzung", "Lasting integration all the same"),
        (
            "Die Gesamtwürdigung ergibt nachhaltige Integration, obwohl eine Regelvoraussetzung fehlt.",
            "An overall appraisal finds lasting integration although a usual condition is missing.",
        ),
        _JUDGED_AND_PROTECTS,
    ),
    (
        "spouse_meets_60d",
        ("Ehegatte erfüllt § 60d", "Spouse meets section 60d"),
        (
            "Einreise, Identität, Straffreiheit und Kurs der Person in Ehe oder Lebenspartnerschaft genügen § 60d.",
            "Entry, identity, absence of convictions and course of the spouse or partner satisfy section 60d.",
        ),
        _PROTECTS,
    ),
    (
        "family_of_integrated_youth",
        ("Familie einer Person mit Titel nach § 25a", "Family of a holder under section 25a"),
        (
            "Die Person lebt als Ehegatte, Lebenspartner oder minderjähriges lediges Kind mit jemandem zusammen, der § 25a Absatz 1 nutzt.",
            "The person lives as spouse, partner or minor unmarried child with a holder under section 25a (1).",
        ),
        _PROTECTS,
    ),
    (
        "family_of_integrated_person",
        ("Familie einer Person mit Titel nach § 25b", "Family of a holder under section 25b"),
        (
            "Die Person lebt als Ehegatte, Lebenspartner oder minderjähriges lediges Kind mit jemandem zusammen, der § 25b Absatz 1 nutzt.",
            "The person lives as spouse, partner or minor unmarried child with a holder under section 25b (1).",
        ),
        _PROTECTS,
    ),
    (
        "hardship_request_made",
        ("Härtefallersuchen gestellt", "Hardship request made"),
        (
            "Die Härtefallkommission hat um eine Aufenthaltserlaubnis ersucht.",
            "The hardship commission has asked for a residence permit.",
        ),
        {"protective": True, "evidence": ("correspondence",), "headers": ("Härtefallersuchen",)},
    ),
)
for _name, _label, _meaning, _traits in _DAYS:
    PROSPECTS.day(_name, _label, _meaning, **_traits)
for _name, _label, _meaning, _traits in _FACTS:
    PROSPECTS.yes_no(_name, _label, _meaning, **_traits)
