"""Benefits for asylum seekers: who is entitled, what reduces them, for how long."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter, Traits, Words

BENEFITS = Chapter("benefits", "benefits")

_OFFICE = ("caseworker", "benefits_officer")
_PROTECTS: Traits = {"protective": True, "established_by": _OFFICE}
_PLAIN: Traits = {"established_by": _OFFICE}
_JUDGED: Traits = {"assessment": True, "established_by": _OFFICE}
_JUDGED_AND_PROTECTS: Traits = {"assessment": True, "protective": True, "established_by": _OFFICE}

GROUNDS = (
    Choice("none", "nicht leistungsberechtigt", "not entitled"),
    Choice("permission", "Aufenthaltsgestattung (Nr. 1)", "permission to stay (no. 1)"),
    Choice("applied", "Asylantrag gestellt (Nr. 1a)", "asylum applied for (no. 1a)"),
    Choice("temporary_request", "Schutzgesuch nach § 24 (Nr. 1b)", "request under section 24 (no. 1b)"),
    Choice("entry_open", "Einreise noch nicht gestattet (Nr. 2)", "entry not yet allowed (no. 2)"),
    Choice("entry_refused", "Einreise nicht gestattet (Nr. 2a)", "entry refused (no. 2a)"),
    Choice("permit", "Aufenthaltserlaubnis (Nr. 3)", "residence permit (no. 3)"),
    Choice("suspended", "Duldung (Nr. 4)", "suspension (no. 4)"),
    Choice("enforceable", "vollziehbar ausreisepflichtig (Nr. 5)", "enforceably obliged to leave (no. 5)"),
    Choice("family", "Familie (Nr. 6)", "family (no. 6)"),
    Choice("follow_up", "Folgeantrag (Nr. 7)", "follow-up application (no. 7)"),
    Choice("temporary_old", "Altfall § 24 (Nr. 8)", "old case of section 24 (no. 8)"),
)
ASYLUM_DUTIES = (
    Choice("none", "keine verletzt", "none breached"),
    Choice("application", "Antrag nicht rechtzeitig gestellt (Nr. 1)", "application not made in time (no. 1)"),
    Choice("passport", "Pass nicht vorgelegt (Nr. 2)", "passport not handed over (no. 2)"),
    Choice("papers", "Unterlagen nicht vorgelegt (Nr. 3)", "papers not handed over (no. 3)"),
    Choice("identity_paper", "Mitwirkung an Identitätspapieren (Nr. 4)", "help with identity papers (no. 4)"),
    Choice("identification", "erkennungsdienstliche Maßnahmen (Nr. 5)", "identification measures (no. 5)"),
    Choice("appointment", "Termin versäumt (Nr. 6)", "appointment missed (no. 6)"),
    Choice("identity_refused", "Angaben verweigert (Nr. 7)", "statements refused (no. 7)"),
)

BENEFITS.choice(
    "benefits_ground",
    ("Leistungsberechtigung (§ 1 AsylbLG)", "Entitlement to benefits (section 1)"),
    ("Nach welcher Nummer Leistungen zustehen.", "Under which number benefits are due."),
    GROUNDS,
    protective=True,
    established_by=_OFFICE,
    headers=("Leistungsberechtigt nach", "AsylbLG"),
)
BENEFITS.choice(
    "asylum_duty_breached",
    ("Verletzte Mitwirkungspflicht im Asylverfahren", "Duty breached in the asylum procedure"),
    ("Welche Pflicht des § 1a Absatz 5 verletzt ist.", "Which duty of section 1a (5) is breached."),
    ASYLUM_DUTIES,
    established_by=_OFFICE,
)
_DAYS: tuple[tuple[str, Words, Words, Traits], ...] = (
    (
        "benefits_departure_fixed_for",
        ("Feststehender Ausreisetermin", "Fixed day of departure"),
        (
            "Der Tag, an dem die Person ausreisen konnte und sollte; nicht der Termin einer Abschiebung.",
            "The day on which the person could and should leave; not the date of a removal.",
        ),
        _PLAIN,
    ),
    (
        "benefits_enforceable_since",
        ("Androhung, Anordnung oder Einreiseverweigerung vollziehbar seit", "Warning, order or refusal in force since"),
        (
            "Der Tag, seit dem Abschiebungsandrohung, Abschiebungsanordnung oder Einreiseverweigerung vollziehbar ist.",
            "The day since which the warning, the order or the refusal of entry is enforceable.",
        ),
        _PLAIN,
    ),
    (
        "present_since",
        ("Ohne wesentliche Unterbrechung im Bundesgebiet seit", "In Germany without substantial break since"),
        (
            "Der Tag, seit dem sich die Person ohne wesentliche Unterbrechung im Bundesgebiet aufhält.",
            "The day since which the person has been in Germany without a substantial break.",
        ),
        _PROTECTS,
    ),
    (
        "reduction_from",
        ("Leistungen eingeschränkt ab", "Benefits reduced from"),
        ("Der erste Tag der Einschränkung.", "The first day of the reduction."),
        {"established_by": _OFFICE, "evidence": ("decision",)},
    ),
    (
        "reduction_until",
        ("Leistungen eingeschränkt bis", "Benefits reduced until"),
        ("Der letzte Tag der Einschränkung.", "The last day of the reduction."),
        {"established_by": _OFFICE, "evidence": ("decision",)},
    ),
    (
        "bridging_received_on",
        ("Überbrückungsleistungen erhalten am", "Bridging benefits received on"),
        ("Der Tag, an dem der Bezug zuletzt begann.", "The day on which they were last received first."),
        _PROTECTS,
    ),
)
_FACTS: tuple[tuple[str, Words, Words, Traits], ...] = (
    (
        "departure_possibility_fixed",
        ("Ausreisemöglichkeit steht fest", "Possibility of departure established"),
        ("Die Ausreise war an diesem Tag möglich.", "Departure was possible on that day."),
        _PLAIN,
    ),
    (
        "departure_failed_without_fault",
        ("Ausreise unverschuldet gescheitert", "Departure failed without fault"),
        (
            "Die Ausreise scheiterte aus Gründen, die die Person nicht zu vertreten hat.",
            "Departure failed for reasons for which the person does not answer.",
        ),
        _JUDGED_AND_PROTECTS,
    ),
    (
        "own_fault_rebutted",
        ("Gründe nicht oder nicht mehr zu vertreten", "Does not or no longer answer for the reasons"),
        (
            "Tatsachen sprechen dafür, dass die Person die Gründe nicht oder nicht mehr zu vertreten hat.",
            "Facts speak for the person not, or no longer, answering for the reasons.",
        ),
        _JUDGED_AND_PROTECTS,
    ),
    (
        "relocated_elsewhere",
        ("Nach Verteilung ist ein anderer Staat zuständig", "Another state responsible after relocation"),
        (
            "Nach einer Verteilung durch die Union ist ein anderer Staat zuständig.",
            "After a relocation by the Union another state is responsible.",
        ),
        _PLAIN,
    ),
    (
        "other_right_in_member_state",
        ("Anderes Aufenthaltsrecht in einem Mitgliedstaat besteht fort", "Other right of residence in a member state"),
        (
            "Ein anderer Mitgliedstaat hat aus anderen Gründen ein Aufenthaltsrecht gewährt, das fortbesteht.",
            "Another member state has granted a right of residence for other reasons, which continues.",
        ),
        _PLAIN,
    ),
    (
        "federal_office_found_breach",
        ("Bundesamt hat die Pflichtverletzung festgestellt", "Federal Office has found the breach"),
        ("Die Feststellung des Bundesamtes liegt vor.", "The finding of the Federal Office exists."),
        {"established_by": _OFFICE, "evidence": ("correspondence",)},
    ),
    (
        "asylum_duty_excused",
        ("Pflichtverletzung entschuldigt", "Breach excused"),
        (
            "Die Verletzung ist nicht zu vertreten, oder wichtige Gründe hinderten an der Mitwirkung.",
            "The person does not answer for the breach, or important reasons prevented cooperation.",
        ),
        _JUDGED_AND_PROTECTS,
    ),
    (
        "asylum_duty_made_up",
        ("Mitwirkung nachgeholt", "Cooperation made up"),
        ("Die fehlende Handlung ist nachgeholt.", "The missing act has been made up."),
        _PROTECTS,
    ),
    (
        "assets_concealed",
        ("Vermögen verschwiegen und deshalb zu Unrecht Leistungen", "Assets concealed, benefits wrongly received"),
        (
            "Als erwachsene Person vorsätzlich oder grob fahrlässig Vermögen nicht angegeben und deshalb zu Unrecht bezogen.",
            "As an adult, with intent or gross negligence, did not declare assets and therefore received wrongly.",
        ),
        _JUDGED,
    ),
    (
        "house_order_breached",
        ("Schwere Störung oder Gewalt in der Unterkunft", "Grave disturbance or violence in the accommodation"),
        (
            "Die Leitung der Unterkunft hat einen Verstoß im Sinn des § 1a Absatz 7 mitgeteilt.",
            "The accommodation has given notice of a breach in the sense of section 1a (7).",
        ),
        {"established_by": _OFFICE, "evidence": ("correspondence",)},
    ),
    (
        "reduction_proportionate",
        ("Einschränkung begründet und verhältnismäßig", "Reduction reasoned and proportionate"),
        (
            "Die Einschränkung ist hinreichend begründet und verhältnismäßig.",
            "The reduction is sufficiently reasoned and proportionate.",
        ),
        _JUDGED,
    ),
    (
        "stay_order_breached",
        ("Anordnung nach §§ 68, 68a AsylG nicht befolgt", "Order under sections 68, 68a not followed"),
        ("Eine solche Anordnung wird nicht befolgt.", "Such an order is not followed."),
        _PLAIN,
    ),
    (
        "stay_order_followed_again",
        ("Anordnung wird wieder befolgt", "Order followed again"),
        ("Die Pflichten aus der Anordnung werden wieder erfüllt.", "The duties of the order are fulfilled again."),
        _PROTECTS,
    ),
    (
        "transfer_decision_served",
        ("Überstellungsentscheidung zugestellt", "Transfer decision served"),
        (
            "Die Überstellungsentscheidung ist zugestellt und die Abschiebung nach § 34a AsylG angeordnet.",
            "The transfer decision has been served and removal under section 34a of the Asylum Act ordered.",
        ),
        {"established_by": _OFFICE, "evidence": ("decision",)},
    ),
    (
        "benefits_hardship",
        ("Besondere Härte oder besondere Umstände", "Particular hardship or circumstances"),
        (
            "Im Einzelfall sind weitere Leistungen geboten, etwa für Kinder.",
            "In this case further benefits are called for, for example for children.",
        ),
        _JUDGED_AND_PROTECTS,
    ),
    (
        "stay_length_abused",
        ("Aufenthaltsdauer rechtsmissbräuchlich beeinflusst", "Length of stay abused"),
        (
            "Die Dauer des Aufenthalts wurde rechtsmissbräuchlich selbst beeinflusst.",
            "The length of the stay was influenced in abuse of law.",
        ),
        _JUDGED,
    ),
    (
        "analogue_before_2024",
        ("Leistungen nach § 2 bis 26. Februar 2024 erhalten", "Benefits under section 2 received to 26 February 2024"),
        (
            "Bis zum 26. Februar 2024 wurden Leistungen nach § 2 Absatz 1 bezogen.",
            "Until 26 February 2024 benefits under section 2 (1) were received.",
        ),
        _PROTECTS,
    ),
    (
        "arrival_certificate_due",
        ("Ankunftsnachweis fehlt aus zu vertretendem Grund", "No certificate of arrival, by own fault"),
        (
            "Der Ankunftsnachweis fehlt, und die Person hat das zu vertreten.",
            "There is no certificate of arrival, and the person answers for that.",
        ),
        _JUDGED,
    ),
    (
        "breach_persists",
        ("Pflichtverletzung besteht fort", "Breach persists"),
        (
            "Am Ende der Einschränkung wurde geprüft, dass die Pflichtverletzung fortbesteht.",
            "At the end of the reduction it was checked that the breach persists.",
        ),
        _JUDGED,
    ),
)

for _name, _label, _meaning, _traits in _DAYS:
    BENEFITS.day(_name, _label, _meaning, **_traits)
for _name, _label, _meaning, _traits in _FACTS:
    BENEFITS.yes_no(_name, _label, _meaning, **_traits)
