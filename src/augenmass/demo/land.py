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


COUNSELLING = "Rückkehr- und Perspektivberatung Auenkreis, Telefon 0391 55 501, dienstags und donnerstags 9 bis 12 Uhr"
HARDSHIP = (
    "Geschäftsstelle der Härtefallkommission Mittelau (erfunden), Domplatz 9, 99001 Auenburg, Telefon 0391 55 502"
)
"""The invented counselling service as letters name it."""


@dataclass(frozen=True, slots=True)
class InventedPerson:
    """Somebody who can sign in, with roles in one body."""

    username: str
    name: str
    body: str
    roles: tuple[str, ...]
    unit: str = ""
    comes_for: str = ""
    also: tuple[tuple[str, str], ...] = ()
    """Roles in other bodies: (body, role)."""


@dataclass(frozen=True, slots=True)
class InventedArea:
    """Postcodes (both ends included) for which a body is responsible in a matter."""

    body: str
    matter: str
    first: str
    last: str


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
    InventedBody(
        "migrationsberatung-auenkreis",
        "counselling",
        "Migrationsberatung Auenkreis",
        "Lindenhof 7",
        "99001",
        "Auenburg",
        "09990 564-0",
    ),
    InventedBody(
        "aufnahme-mittelau",
        "reception_centre",
        "Aufnahmeeinrichtung Mittelau",
        "Am Kanal 7",
        "09993",
        "Mittelau",
        "09993 559-0",
    ),
    InventedBody(
        "polizei-auenburg", "police", "Polizeidirektion Auenburg", "Wallstraße 8", "99001", "Auenburg", "09990 561-0"
    ),
    InventedBody(
        "gemeinde-muehlbrueck", "municipality", "Gemeinde Mühlbrück", "Markt 1", "00213", "Mühlbrück", "00213 555-0"
    ),
    InventedBody(
        "jugendamt-auenkreis",
        "youth_welfare",
        "Jugendamt Auenkreis",
        "Kreishausplatz 3",
        "99001",
        "Auenburg",
        "09990 562-0",
    ),
    InventedBody(
        "leistung-auenkreis",
        "benefits",
        "Leistungsbehörde Auenkreis",
        "Kreishausplatz 5",
        "99001",
        "Auenburg",
        "09990 563-0",
    ),
    InventedBody(
        "betrieb", "operation", "Betrieb Augenmaß Mittelau", "Landesallee 2", "09993", "Mittelau", "09993 570-0"
    ),
)

WHOLE_LAND = ("00000", "99999")
AREAS = (
    InventedArea(AUTHORITY, "residence", "00100", "00399"),
    InventedArea(AUTHORITY, "residence", "99000", "99099"),
    InventedArea("abh-talstadt", "residence", "00400", "00449"),
    InventedArea("abh-seekreis", "residence", "00450", "00599"),
    InventedArea("zrs-mittelau", "enforcement", *WHOLE_LAND),
    InventedArea("abh-talstadt", "skilled_visa", *WHOLE_LAND),
)
"""Who is responsible where: two towns of the export lie in another district, so that some of its cases should be referred."""

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
        "hartwig",
        "Nele Hartwig",
        "abh-talstadt",
        ("caseworker",),
        "team",
        "andere Behörde: sieht nur, was ihr abgegeben ist",
    ),
    InventedPerson("menzel", "Ulrich Menzel", "abh-talstadt", ("approver",), "team", "Leitung der anderen Behörde"),
    InventedPerson("winkler", "Jana Winkler", "betrieb", ("operator",), "", "Betrieb: sieht Fälle nur mit Einsicht"),
    InventedPerson("kaminski", "Rita Kaminski", "zrs-mittelau", ("fund_manager",), "", "Rückkehrfonds: sieht Summen"),
    InventedPerson("ahrens", "Bela Ahrens", "zrs-mittelau", ("fund_manager",), "", "Rückkehrfonds, zweite Person"),
    InventedPerson("falk", "Ines Falk", "zrs-mittelau", ("central_office",), "", "Zentrale Rückkehrstelle"),
    InventedPerson(
        "seidel",
        "Henrike Seidel",
        "zrs-mittelau",
        ("approver",),
        "",
        "Leitung der zentralen Stelle, zweite Unterschrift",
    ),
    InventedPerson(
        "ritter",
        "Malte Ritter",
        "abh-talstadt",
        ("caseworker",),
        "team",
        "arbeitet in zwei Behörden, für eine zur Zeit",
        (("abh-seekreis", "caseworker"),),
    ),
    InventedPerson(
        "conrad", "Birte Conrad", "abh-talstadt", ("body_administrator",), "", "Verwaltung der anderen Behörde"
    ),
    InventedPerson("engel", "Samuel Engel", "aufnahme-mittelau", ("reception_centre",), "", "Aufnahmeeinrichtung"),
    InventedPerson(
        "wendt",
        "Oskar Wendt",
        "aufnahme-mittelau",
        ("accommodation",),
        "",
        "Unterkunft: meldet Ankunft, Abwesenheit, Rückkehr; sieht keinen Fall",
    ),
    InventedPerson(
        "jansen", "Rike Jansen", "aufnahme-mittelau", ("body_administrator",), "", "Verwaltung der Aufnahmeeinrichtung"
    ),
    InventedPerson("kruse", "Hanna Kruse", "polizei-auenburg", ("police_liaison",), "", "Ansprechstelle der Polizei"),
    InventedPerson(
        "paulsen",
        "Iris Paulsen",
        "gemeinde-muehlbrueck",
        ("municipal_officer",),
        "",
        "Gemeinde: pflegt ihre Angebote vor Ort",
    ),
    InventedPerson("thiele", "Ruben Thiele", "jugendamt-auenkreis", ("youth_welfare",), "", "Jugendamt"),
    InventedPerson(
        "lorenz", "Frieda Lorenz", "ministerium-mittelau", ("legal_reviewer",), "", "Rechtsprüfung im Ministerium"
    ),
    InventedPerson(
        "ahlers",
        "Tom Ahlers",
        "ministerium-mittelau",
        ("special_staff",),
        "",
        "Ministerium: beantwortet Hemmnisse der Praxis",
    ),
    InventedPerson("stark", "Emil Stark", AUTHORITY, ("legal_reviewer",), "", "Rechtsprüfung der Behörde"),
    InventedPerson(
        "oezkan", "Selin Özkan", AUTHORITY, ("translator",), "", "Übersetzung: liest die Texte von Schreiben"
    ),
    InventedPerson(
        "peters",
        "Lea Peters",
        "beratung-auenkreis",
        ("return_counsellor",),
        "",
        "Rückkehrberatung: übermittelt Angaben zu geförderter Rückkehr",
    ),
    InventedPerson(
        "nowak",
        "Miriam Nowak",
        "migrationsberatung-auenkreis",
        ("integration_counsellor",),
        "",
        "Migrationsberatung: Integrationsvereinbarungen, sieht keinen Fall",
    ),
    InventedPerson(
        "gerlach",
        "Doro Gerlach",
        "migrationsberatung-auenkreis",
        ("body_administrator",),
        "",
        "Verwaltung der Beratungsstelle: pflegt Angebote vor Ort",
    ),
    InventedPerson(
        "arndt", "Levin Arndt", "migrationsberatung-auenkreis", ("integration_counsellor",), "", "Migrationsberatung"
    ),
    InventedPerson(
        "hagen",
        "Silke Hagen",
        "ministerium-mittelau",
        ("pilot_evaluation",),
        "",
        "Ministerium: wertet die Erprobung der Vereinbarungen aus, sieht keinen Fall und keine Vereinbarung",
    ),
    InventedPerson(
        "ostermann",
        "Piet Ostermann",
        "ministerium-mittelau",
        ("pilot_evaluation",),
        "",
        "Ministerium: eröffnet, was die erste Person vorbereitet",
    ),
    InventedPerson("wolter", "Carla Wolter", "leistung-auenkreis", ("benefits_officer",), "", "Leistungsbehörde"),
)
