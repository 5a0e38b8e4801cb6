"""The invented Land Mittelau: its bodies, teams and people. Nobody here exists."""

from dataclasses import dataclass

LAND = "XM"
AUTHORITY = "abh-auenkreis"
"""Key of the authority whose export the demonstration takes in."""
PASSWORD = "Augenmass-Demo-2026"  # noqa: S105  of invented people; a production start refuses their accounts
SOURCE = "Fachverfahren Auenkreis (erfunden)"


@dataclass(frozen=True, slots=True)
class InventedBody:
    """A body with its teams (key, name)."""

    key: str
    kind: str
    name: str
    street: str
    postcode: str
    town: str
    telephone: str
    units: tuple[tuple[str, str], ...] = ()
    second_person: tuple[tuple[str, bool], ...] = ()
    """Steps for which the body's policy asks for a second person."""


@dataclass(frozen=True, slots=True)
class InventedPerson:
    """Somebody who can sign in, with roles in one body."""

    username: str
    name: str
    body: str
    roles: tuple[str, ...]
    unit: str = ""
    comes_for: str = ""


BODIES = (
    InventedBody(
        AUTHORITY,
        "foreigners_authority",
        "Ausländerbehörde Auenkreis",
        "Kreishausplatz 3",
        "99001",
        "Auenburg",
        "09990 555-0",
        (
            ("a-k", "Sachgebiet A bis K"),
            ("l-z", "Sachgebiet L bis Z"),
            ("rueckkehr", "Sachgebiet Rückkehr"),
        ),
        (
            ("issue_warning", True),
            ("arrange_removal", True),
            ("refer_to_central_body", True),
            ("revoke_suspension", True),
        ),
    ),
    InventedBody(
        "abh-talstadt",
        "foreigners_authority",
        "Ausländerbehörde Talstadt",
        "Rathausgasse 1",
        "09991",
        "Talstadt",
        "09991 555-0",
        (("team", "Team Aufenthalt"),),
    ),
    InventedBody(
        "abh-seekreis",
        "foreigners_authority",
        "Ausländerbehörde Seekreis",
        "Uferweg 12",
        "09992",
        "Seeburg",
        "09992 555-0",
    ),
    InventedBody(
        "zrs-mittelau",
        "central_return_office",
        "Zentrale Rückkehrstelle Mittelau",
        "Landesallee 40",
        "09993",
        "Mittelau",
        "09993 555-0",
    ),
    InventedBody(
        "ministerium-mittelau",
        "ministry",
        "Ministerium des Innern Mittelau",
        "Regierungsplatz 2",
        "09993",
        "Mittelau",
        "09993 556-0",
    ),
    InventedBody(
        "vg-auenburg", "court", "Verwaltungsgericht Auenburg", "Gerichtsplatz 1", "99001", "Auenburg", "09901 557-0"
    ),
    InventedBody(
        "beratung-auenkreis",
        "counselling",
        "Rückkehr- und Perspektivberatung Auenkreis",
        "Lindenhof 5",
        "99001",
        "Auenburg",
        "09990 558-0",
    ),
)

PEOPLE = (
    InventedPerson("brandt", "Katrin Brandt", AUTHORITY, ("caseworker",), "a-k", "Sachbearbeitung A bis K"),
    InventedPerson("kessler", "Tobias Kessler", AUTHORITY, ("caseworker",), "a-k", "Sachbearbeitung A bis K"),
    InventedPerson("yilmaz", "Defne Yilmaz", AUTHORITY, ("caseworker",), "l-z", "Sachbearbeitung L bis Z"),
    InventedPerson("lindner", "Jens Lindner", AUTHORITY, ("caseworker",), "l-z", "Sachbearbeitung L bis Z"),
    InventedPerson("okonkwo", "Amara Okonkwo", AUTHORITY, ("caseworker",), "rueckkehr", "Sachbearbeitung Rückkehr"),
    InventedPerson("petersen", "Wiebke Petersen", AUTHORITY, ("caseworker",), "rueckkehr", "Sachbearbeitung Rückkehr"),
    InventedPerson("vogt", "Maria Vogt", AUTHORITY, ("approver",), "", "Leitung, zweite Unterschrift"),
    InventedPerson("ackermann", "Jonas Ackermann", AUTHORITY, ("intake",), "", "Datenübernahme"),
    InventedPerson("reimann", "Paul Reimann", AUTHORITY, ("data_protection",), "", "Datenschutz"),
    InventedPerson("sommer", "Judith Sommer", AUTHORITY, ("body_administrator",), "", "Verwaltung der Dienststelle"),
    InventedPerson(
        "hartwig", "Nele Hartwig", "abh-talstadt", ("caseworker",), "team", "andere Behörde: sieht keinen dieser Fälle"
    ),
    InventedPerson("menzel", "Ulrich Menzel", "abh-talstadt", ("approver",), "team", "Leitung der anderen Behörde"),
    InventedPerson(
        "winkler", "Jana Winkler", "ministerium-mittelau", ("operator",), "", "Betrieb: sieht Fälle nur mit Einsicht"
    ),
    InventedPerson("falk", "Ines Falk", "zrs-mittelau", ("central_office",), "", "Zentrale Rückkehrstelle"),
)
