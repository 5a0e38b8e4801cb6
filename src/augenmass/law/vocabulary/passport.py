"""The duty to get a passport, and the addition to a suspension where it is breached."""

from augenmass.law.vocabulary.declaring import Chapter, Traits, Words

PASSPORT = Chapter("work", "residence")

_PROTECTS: Traits = {"protective": True}
_JUDGED: Traits = {"assessment": True}
_JUDGED_AND_PROTECTS: Traits = {"assessment": True, "protective": True}

_DAYS: tuple[tuple[str, Words, Words, Traits], ...] = (
    (
        "passport_duty_notice_on",
        ("Auf Passbeschaffungspflicht hingewiesen am", "Told of the duty to get a passport on"),
        (
            "Der Tag des Hinweises auf die zumutbaren Handlungen zur Passbeschaffung.",
            "The day of the notice of the reasonable acts to get a passport.",
        ),
        {"evidence": ("letter",)},
    ),
    (
        "passport_acts_made_up_on",
        ("Passbeschaffung nachgeholt am", "Acts to get a passport made up on"),
        (
            "Der Tag, an dem unterlassene Handlungen nachgeholt waren.",
            "The day on which omitted acts had been made up.",
        ),
        _PROTECTS,
    ),
)
_FACTS: tuple[tuple[str, Words, Words, Traits], ...] = (
    (
        "asylum_not_finally_refused",
        ("Asylantrag noch nicht rechtskräftig abgelehnt", "Asylum application not yet finally refused"),
        (
            "Ein Asylantrag oder Asylgesuch ist gestellt und nicht rechtskräftig abgelehnt, auch wenn das Recht zum Aufenthalt endete.",
            "Asylum has been asked for and not finally refused, even if the right to stay has ended.",
        ),
        _PROTECTS,
    ),
    (
        "suspension_under_review",
        ("Verlängerung oder Neuerteilung der Duldung steht an", "Renewal or new grant of the suspension due"),
        (
            "Über die Verlängerung der Duldung oder ihre Erteilung aus anderem Grund ist gerade zu entscheiden.",
            "The renewal of the suspension, or its grant on another ground, is being decided.",
        ),
        {},
    ),
    (
        "passport_acts_omitted",
        ("Zumutbare Passbeschaffung unterlassen", "Reasonable acts to get a passport omitted"),
        (
            "Zumutbare Handlungen zur Passbeschaffung wurden trotz Hinweises nicht vorgenommen.",
            "Reasonable acts to get a passport were not taken in spite of the notice.",
        ),
        _JUDGED,
    ),
    (
        "passport_acts_credible",
        ("Passbeschaffung glaubhaft gemacht", "Acts to get a passport credibly shown"),
        (
            "Die Person hat glaubhaft gemacht, dass sie die Handlungen vorgenommen hat.",
            "The person has credibly shown that they took the acts.",
        ),
        _JUDGED_AND_PROTECTS,
    ),
    (
        "prohibition_only_for_health",
        ("Abschiebungsverbot allein wegen der Gesundheit", "Prohibition for health only"),
        (
            "Das Abschiebungsverbot nach § 60 Absatz 7 beruht allein auf gesundheitlichen Gründen (nur das Ergebnis).",
            "The prohibition under section 60 (7) rests on health alone (the outcome only).",
        ),
        {},
    ),
)

for _name, _label, _meaning, _traits in _DAYS:
    PASSPORT.day(_name, _label, _meaning, **_traits)
for _name, _label, _meaning, _traits in _FACTS:
    PASSPORT.yes_no(_name, _label, _meaning, **_traits)
