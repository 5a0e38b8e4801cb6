"""Residence Act §§ 86a, 87: what public bodies tell the foreigners' authority, asked and unasked."""

from datetime import date, timedelta

from augenmass.law.language import assessment, fact, not_
from augenmass.law.norm import Modality
from augenmass.law.transmission.bodies import ALIEN_LAW, REPORTING, SOCIAL
from augenmass.law.transmission.duties import RESIDENCE_ACT, at_once, delete
from augenmass.law.transmission.writing import Keys, Row, row

_TO = ("foreigners_authority",)
_PURPOSE = ("residence_law", "return_enforcement")
_PATERNITY_SINCE = date(2026, 7, 29)
_BEFORE_PATERNITY = _PATERNITY_SINCE - timedelta(days=1)
_BENEFITS_SINCE = date(2026, 8, 3)
_CIRCUMSTANCES = (
    "identity", "contact", "family", "residence", "decision", "departure", "criminal", "criminal_proceedings", "court",
    "benefits", "commitment", "employment", "education", "courses", "offence_indications", "health", "travel",
)  # fmt: skip
_AT_ONCE = (at_once("AufenthG/87/2"),)

ON_REQUEST = row(
    "AufenthG/87/1",
    (
        "Öffentliche Stellen teilen auf Ersuchen bekannt gewordene Umstände mit.",
        "Public bodies tell on request what came to their knowledge.",
    ),
    Modality.MUST,
    (
        "Nur was für das Ausländerrecht erforderlich ist; Schulen sind ausgenommen.",
        "Only what alien law needs; schools are excepted.",
    ),
    senders=REPORTING,
    receivers=ALIEN_LAW,
    purposes=_PURPOSE,
    classes=_CIRCUMSTANCES,
    needs=("on_request",),
    more=not_(assessment("register_suffices"), cite="AufenthG/87/1/2"),
    told={"register_suffices": "no"},
    duties=RESIDENCE_ACT,
)
NO_TITLE = row(
    "AufenthG/87/2/1/1",
    ("Aufenthalt ohne Titel und ohne Duldung.", "Stay without title and suspension."),
    Modality.MUST,
    ("Die Ausländerbehörde ist unverzüglich zu unterrichten.", "The foreigners' authority is told at once."),
    senders=REPORTING,
    receivers=_TO,
    purposes=_PURPOSE,
    classes=("identity", "contact", "residence"),
    occasions=("stay_without_title",),
    needs=("learned_on_duty",),
    necessary=False,
    duties=_AT_ONCE,
)
LIMIT = row(
    "AufenthG/87/2/1/2",
    ("Verstoß gegen eine räumliche Beschränkung.", "Breach of a limit of movement."),
    Modality.MUST,
    ("Die Ausländerbehörde ist unverzüglich zu unterrichten.", "The foreigners' authority is told at once."),
    senders=REPORTING,
    receivers=_TO,
    purposes=_PURPOSE,
    classes=("identity", "contact", "residence"),
    occasions=("limit_breached",),
    needs=("learned_on_duty",),
    necessary=False,
    duties=_AT_ONCE,
)
BENEFITS = row(
    "AufenthG/87/2/1/2a",
    ("Bestimmte Sozialleistungen werden in Anspruch genommen oder beantragt.", "Certain social benefits are claimed."),
    Modality.MUST,
    (
        "Nur die aufgezählten Fälle des SGB II und XII, sofern nicht im Register gespeichert.",
        "Only the listed cases of Books II and XII, unless stored in the register.",
    ),
    senders=REPORTING,
    receivers=_TO,
    purposes=_PURPOSE,
    classes=("identity", "benefits"),
    occasions=("benefits_claimed",),
    needs=("learned_on_duty", "only_named_items"),
    more=not_(fact("stored_in_register")),
    told={"stored_in_register": "no"},
    necessary=False,
    duties=_AT_ONCE,
)
EXPULSION_GROUND = row(
    "AufenthG/87/2/1/3",
    ("Ein sonstiger Ausweisungsgrund wird bekannt.", "Another ground of expulsion becomes known."),
    Modality.MUST,
    ("Die Ausländerbehörde ist unverzüglich zu unterrichten.", "The foreigners' authority is told at once."),
    senders=REPORTING,
    receivers=_TO,
    purposes=_PURPOSE,
    classes=("identity", "criminal", "criminal_proceedings", "offence_indications"),
    occasions=("expulsion_ground",),
    needs=("learned_on_duty",),
    necessary=False,
    duties=_AT_ONCE,
)
DEPARTED = row(
    "AufenthG/87/2/1/4",
    ("Eine nicht nur vorübergehende Ausreise wird bekannt.", "A departure that is not temporary becomes known."),
    Modality.MUST,
    ("Sofern nicht im Register gespeichert.", "Unless it is stored in the register."),
    senders=REPORTING,
    receivers=_TO,
    purposes=_PURPOSE,
    classes=("identity", "departure"),
    occasions=("lasting_departure",),
    needs=("learned_on_duty",),
    more=not_(fact("stored_in_register")),
    told={"stored_in_register": "no"},
    necessary=False,
    duties=_AT_ONCE,
)
POLICE_INSTEAD = row(
    "AufenthG/87/2/1",
    ("Statt der Ausländerbehörde kann die Polizei unterrichtet werden.", "The police can be told instead."),
    Modality.MAY,
    (
        "Nur bei Nummern 1 und 2 oder Straftaten nach dem Gesetz; die Polizei unterrichtet die Ausländerbehörde.",
        "Only in numbers 1 and 2 or for offences under the Act; the police tell the foreigners' authority.",
    ),
    senders=REPORTING,
    receivers=("land_police", "federal_police"),
    purposes=_PURPOSE,
    classes=("identity", "contact", "residence"),
    occasions=("stay_without_title", "limit_breached", "offence_under_act"),
    needs=("learned_on_duty",),
    more=assessment("police_measure_possible"),
    told={"police_measure_possible": "yes"},
    necessary=False,
    duties=_AT_ONCE,
)
INTEGRATION_NEED = row(
    "AufenthG/87/2/2",
    ("Besondere Integrationsbedürftigkeit wird bekannt.", "A special need of integration becomes known."),
    Modality.SHALL,
    ("Die Ausländerbehörde soll unterrichtet werden.", "The foreigners' authority is told as a rule."),
    senders=REPORTING,
    receivers=_TO,
    purposes=("residence_law", "integration_course"),
    classes=("identity", "courses", "education"),
    occasions=("integration_need",),
    needs=("learned_on_duty",),
    necessary=False,
    duties=_AT_ONCE,
)
HUMANITARIAN_BENEFITS = row(
    "AufenthG/87/2/3",
    ("Leistungsbezug mit Titel aus Kapitel 2 Abschnitt 3 oder 4.", "Receipt of benefits with a title of parts 3 or 4."),
    Modality.MUST,
    (
        "Träger nach SGB II und XII melden den Bezug, sofern nicht im Register gespeichert.",
        "Bodies of Books II and XII report receipt unless it is stored in the register.",
    ),
    senders=SOCIAL,
    receivers=_TO,
    purposes=("residence_law",),
    classes=("identity", "benefits"),
    occasions=("humanitarian_benefits",),
    more=not_(fact("stored_in_register")),
    told={"stored_in_register": "no"},
    necessary=False,
    since=_BENEFITS_SINCE,
)
HUMANITARIAN_BENEFITS_OLD = row(
    "AufenthG/87/2/3@2026-07-29",
    (
        "Antrag auf Leistungen mit Titel aus Kapitel 2 Abschnitt 3 oder 4 (bis 2. August 2026).",
        "Application for benefits with a title of parts 3 or 4 (until 2 August 2026).",
    ),
    Modality.MUST,
    ("Träger nach SGB II und XII melden den Antrag.", "Bodies of Books II and XII report the application."),
    senders=SOCIAL,
    receivers=_TO,
    purposes=("residence_law",),
    classes=("identity", "benefits"),
    occasions=("humanitarian_benefits",),
    necessary=False,
    until=date(2026, 8, 2),
    on=date(2026, 8, 2),
)
MISSIONS = row(
    "AufenthG/87/2/4",
    (
        "Auslandsvertretungen übermitteln Daten zu Identität oder Staatsangehörigkeit.",
        "Missions transmit data on identity or nationality.",
    ),
    Modality.MUST,
    (
        "Wenn sie für die Durchsetzung gegenwärtig von Bedeutung sein können.",
        "Where they can matter for enforcement now.",
    ),
    senders=("mission",),
    receivers=_TO,
    purposes=("return_enforcement",),
    classes=("identity",),
    occasions=("identity_found",),
    necessary=False,
)


def _commissioner(id: str, effect: tuple[str, str], occasions: Keys, since: date | None, until: date | None) -> Row:
    return row(
        id,
        (
            "Die Beauftragte teilt nur mit, was ihre Aufgaben nicht gefährdet.",
            "The commissioner tells only what does not endanger her tasks.",
        ),
        Modality.MUST,
        effect,
        senders=("integration_commissioner",),
        receivers=_TO,
        purposes=_PURPOSE,
        classes=("identity", "contact", "residence"),
        occasions=occasions,
        needs=("learned_on_duty",),
        more=not_(assessment("own_task_endangered")),
        told={"own_task_endangered": "no"},
        necessary=False,
        since=since,
        until=until,
        on=since or _BEFORE_PATERNITY,
    )


_TOLD_BY_COMMISSIONER = ("stay_without_title", "limit_breached", "expulsion_ground", "lasting_departure")
COMMISSIONER = _commissioner(
    "AufenthG/87/3/1",
    (
        "Mitteilungen nach den Absätzen 1, 2 und 7 mit dieser Grenze.",
        "Notices of paragraphs 1, 2 and 7 within this limit.",
    ),
    (*_TOLD_BY_COMMISSIONER, "paternity_facts"),
    _PATERNITY_SINCE,
    None,
)
COMMISSIONER_OLD = _commissioner(
    "AufenthG/87/3/1@2026-07-05",
    ("Mitteilungen nach den Absätzen 1 und 2 mit dieser Grenze.", "Notices of paragraphs 1 and 2 within this limit."),
    _TOLD_BY_COMMISSIONER,
    None,
    _BEFORE_PATERNITY,
)
RETURN_SUPPORT = row(
    "AufenthG/87/6",
    (
        "Über Rückkehrförderung entscheidende Stellen übermitteln die erhobenen Daten.",
        "Bodies that decide on return support transmit the data collected.",
    ),
    Modality.MUST,
    (
        "Nur Namen, Geburt, Geschlecht, Familienstand, Staatsangehörigkeit, Zielstaat, Art der Förderung, Weg der Ausreise.",
        "Only names, birth, sex, family status, nationality, destination, kind of support, way of departure.",
    ),
    senders=("return_programme", "counselling_body", "other_public_body", "federal_office"),
    receivers=_TO,
    purposes=("return_support",),
    classes=("identity", "return_support", "departure"),
    needs=("only_named_items",),
    duties=(delete("AufenthG/86a/1", "Spätestens nach zehn Jahren löschen.", "Delete after ten years at the latest."),),
)
PATERNITY = row(
    "AufenthG/87/7",
    ("Tatsachen zur missbräuchlichen Vaterschaftsanerkennung.", "Facts on an abusive acknowledgement of paternity."),
    Modality.MUST,
    ("Nur erhebliche Tatsachen; Schulen sind ausgenommen.", "Only relevant facts; schools are excepted."),
    senders=REPORTING,
    receivers=_TO,
    purposes=("paternity_check",),
    classes=("identity", "family", "paternity"),
    occasions=("paternity_facts",),
    needs=("learned_on_duty",),
    necessary=False,
    since=_PATERNITY_SINCE,
    duties=(at_once("AufenthG/87/7"),),
)
ROWS = (
    ON_REQUEST,
    NO_TITLE,
    LIMIT,
    BENEFITS,
    EXPULSION_GROUND,
    DEPARTED,
    POLICE_INSTEAD,
    INTEGRATION_NEED,
    HUMANITARIAN_BENEFITS,
    HUMANITARIAN_BENEFITS_OLD,
    MISSIONS,
    COMMISSIONER,
    COMMISSIONER_OLD,
    RETURN_SUPPORT,
    PATERNITY,
)
