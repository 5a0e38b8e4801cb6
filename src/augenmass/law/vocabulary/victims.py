"""Victims of trafficking, exploitation and illegal employment who testify."""

from augenmass.law.vocabulary.declaring import Chapter, Traits, Words

VICTIMS = Chapter("prospects", "residence")

_PROTECTS: Traits = {"protective": True}
_BY_PAPER: Traits = {"protective": True, "evidence": ("other", "correspondence")}

_FACTS: tuple[tuple[str, Words, Words, Traits], ...] = (
    (
        "victim_of_trafficking",
        ("Opfer von Menschenhandel oder Ausbeutung", "Victim of trafficking or exploitation"),
        (
            "Die Person ist Opfer einer Tat, für die § 25 Absatz 4a einen Aufenthalt vorsieht.",
            "The person is the victim of an offence for which section 25 (4a) provides residence.",
        ),
        _BY_PAPER,
    ),
    (
        "victim_of_illegal_employment",
        ("Opfer illegaler Beschäftigung", "Victim of illegal employment"),
        (
            "Die Person ist Opfer einer Tat, für die § 25 Absatz 4b einen Aufenthalt vorsieht.",
            "The person is the victim of an offence for which section 25 (4b) provides residence.",
        ),
        _BY_PAPER,
    ),
    (
        "presence_useful_for_trial",
        ("Anwesenheit für das Strafverfahren sachgerecht", "Presence appropriate for the proceedings"),
        (
            "Staatsanwaltschaft oder Strafgericht halten die Anwesenheit als Opferzeugin oder Opferzeuge für sachgerecht.",
            "Prosecution or criminal court consider the presence as a victim witness appropriate.",
        ),
        _BY_PAPER,
    ),
    (
        "contact_with_accused_ended",
        ("Verbindung zu den Beschuldigten abgebrochen", "Contact with the accused ended"),
        ("Jede Verbindung zu den Beschuldigten ist abgebrochen.", "All contact with the accused has ended."),
        _PROTECTS,
    ),
    (
        "willing_to_testify",
        ("Aussagebereitschaft erklärt", "Declared willing to testify"),
        ("Die Person will im Strafverfahren aussagen.", "The person is willing to testify in the proceedings."),
        _PROTECTS,
    ),
)

for _name, _label, _meaning, _traits in _FACTS:
    VICTIMS.yes_no(_name, _label, _meaning, **_traits)
