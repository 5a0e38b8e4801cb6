"""The pages of return that are measured: of an ordinary authority, of the central office, of the fund, of a house, of a ministry, and of nobody."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

OFFICER, HEAD, CENTRAL, REPORTER, TREASURER, MINISTRY, NOBODY = (
    "okonkwo", "vogt", "falk", "wendt", "kaminski", "ahlers", "",
)  # fmt: skip
KEYS = 40
"""So many different rows of a kind are opened in turn."""
RARELY = 25
"""So often are pages asked for that take only so many requests a minute from an address."""
OVERVIEW = "overview"


@dataclass(frozen=True, slots=True)
class Measured:
    """A page: its name, who opens it, its addresses in turn, how often it is asked for; ``kind`` says which target it has."""

    name: str
    who: str
    addresses: Sequence[str]
    times: int | None = None
    kind: str = ""


def pages_of(actors: Callable[[str], Any], codes: Sequence[str]) -> list[Measured]:
    """Every page, with the rows that the reader may open."""
    return [
        *_of_cases(actors(OFFICER), "", OFFICER),
        *_of_cases(actors(CENTRAL), ", Zentralstelle", CENTRAL),
        *_of_central(actors(CENTRAL)),
        *_of_fund(actors),
        *_of_obstacles(),
        *_of_houses(),
        *_of_numbers(actors),
        *_of_nobody(actors(OFFICER), codes),
    ]


def _of_cases(actor: Any, whose: str, who: str) -> list[Measured]:
    """What an officer opens in a body that works cases."""
    from augenmass.departure.models import Certificate, Departure
    from augenmass.prospects.models import DeskMatter
    from augenmass.travel_papers.models import Application

    cases = _keys(actor.body.cases.filter(desk_matters__isnull=False))
    of_body = {"case__body": actor.body_id}
    documents = Certificate.objects.filter(**of_body).values_list("document__key", flat=True)[:KEYS]
    lists = (
        ("Mein Tag", ["/"]),
        ("Ohne Beratungsangebot", ["/faelle/ohne-beratungsangebot/", "/faelle/ohne-beratungsangebot/?seite=3"]),
        ("Abgaben: abgegeben", ["/abgaben/?ansicht=outgoing"]),
        ("Abgaben: beantwortet", ["/abgaben/?ansicht=answered"]),
        ("Aufenthalt: offene Perspektiven", ["/aufenthalt/?ansicht=open", "/aufenthalt/?ansicht=open&page=2"]),
        ("Aufenthalt: entschieden", ["/aufenthalt/?ansicht=answered"]),
        ("Duldungen: ohne Duldung", ["/duldungen/"]),
        ("Duldungen: laufen ab", ["/duldungen/?ansicht=ending"]),
        ("Duldungen: zu spät erinnert", ["/duldungen/?ansicht=late"]),
        ("Freiwillige Ausreise: Liste", ["/rueckkehr/", "/rueckkehr/?page=2"]),
        ("Freiwillige Ausreise: unentschieden", ["/rueckkehr/?offen=on"]),
        ("Reisedokumente: Staaten", ["/reisedokumente/"]),
        ("Reisedokumente: laufende Anträge", ["/reisedokumente/?ansicht=open"]),
        ("Reisedokumente: ein Staat", ["/reisedokumente/staat/GE/", "/reisedokumente/staat/TR/"]),
        ("Zahlungen", ["/zahlungen/"]),
        ("Unterkünfte: zuzuordnen", ["/unterkuenfte/zuordnen/"]),
        ("Fallseite", [f"/faelle/{key}/" for key in cases]),
        ("Bleibeperspektiven eines Falls", [f"/faelle/{key}/bleibeperspektiven/" for key in cases]),
        ("Reisedokumente eines Falls", [f"/faelle/{key}/reisedokumente/" for key in cases]),
        ("Unterkunft eines Falls", [f"/faelle/{key}/unterkunft/" for key in cases]),
        ("Aufenthalt: eine Vorlage", _each("/aufenthalt/{}/", DeskMatter.objects.filter(**of_body))),
        ("Freiwillige Ausreise: eine", _each("/rueckkehr/{}/", Departure.objects.filter(**of_body))),
        ("Grenzübertrittsbescheinigung", [f"/dokumente/{key}/" for key in documents]),
        ("Reisedokumente: ein Antrag", _each("/reisedokumente/antrag/{}/", Application.objects.filter(**of_body))),
    )
    return [Measured(f"{name}{whose}", who, addresses) for name, addresses in lists]


def _keys(rows: Any) -> list[Any]:
    return list(rows.order_by("-pk").values_list("key", flat=True)[:KEYS])


def _each(address: str, rows: Any) -> list[str]:
    return [address.format(key) for key in _keys(rows)]


def _of_central(actor: Any) -> list[Measured]:
    from augenmass.competence.models import Referral

    incoming = Referral.objects.filter(receiver=actor.body_id)
    lists = (
        ("Eingang: vollständig", ["/abgaben/eingang/"]),
        ("Eingang: unvollständig", ["/abgaben/eingang/?ansicht=incomplete"]),
        ("Eingang: übernommen, zu prüfen", ["/abgaben/eingang/?ansicht=checking"]),
        ("Eingang: zurückgegeben", ["/abgaben/eingang/?ansicht=returned"]),
        ("Abgaben: eingegangen", ["/abgaben/?ansicht=incoming"]),
        ("Auslastung", ["/abgaben/auslastung/"]),
        ("Abgabe: eine", _each("/abgaben/{}/", incoming)),
    )
    return [Measured(name, CENTRAL, addresses) for name, addresses in lists]


def _of_fund(actors: Callable[[str], Any]) -> list[Measured]:
    from augenmass.fund.models import Commitment, Payment
    from augenmass.law.time import today

    year, own = today().year, {"case__body": actors(OFFICER).body_id}
    promised = Commitment.objects.filter(**own).order_by("-pk").values_list("reference", flat=True)[:KEYS]
    payments = Payment.objects.filter(tranche__commitment__case__body=own["case__body"])
    rows = f"/fonds/{year}/buchungen/"
    return [
        Measured("Fonds: Jahr", TREASURER, ["/fonds/", f"/fonds/?jahr={year - 1}"]),
        Measured("Fonds: Buchungen", TREASURER, [rows, f"{rows}?zahl=free", f"{rows}?programm=programm-1&page=3"]),
        Measured("Fonds: Buchungen, späte Seite", TREASURER, [f"/fonds/{year - 1}/buchungen/?page=50"]),
        Measured("Fonds: Programme", TREASURER, ["/fonds/programme/"]),
        Measured("Fonds: Zweitzeichnung", HEAD, ["/zahlungen/"]),
        Measured("Bewilligung: eine", OFFICER, [f"/bewilligungen/{reference}/" for reference in promised]),
        Measured("Zahlung: eine", OFFICER, _each("/zahlungen/{}/", payments)),
    ]


def _of_obstacles() -> list[Measured]:
    from augenmass.obstacles.models import Obstacle

    return [
        Measured("Hemmnisse", OFFICER, ["/hemmnisse/", "/hemmnisse/?ansicht=all&page=4"]),
        Measured("Hemmnisse: Suche", OFFICER, ["/hemmnisse/?ansicht=all&q=termin", "/hemmnisse/?q=nichts+davon"]),
        Measured("Hemmnis: eines", OFFICER, _each("/hemmnisse/{}/", Obstacle.objects.all())),
        Measured("Hemmnis: eines, Ministerium", MINISTRY, _each("/hemmnisse/{}/", Obstacle.objects.all())),
    ]


def _of_houses() -> list[Measured]:
    from augenmass.accommodation.models import House

    houses = _each("/unterkuenfte/{}/", House.objects.filter(name__startswith="Haus "))
    return [
        Measured("Unterkünfte", REPORTER, ["/unterkuenfte/"]),
        Measured("Unterkunft: eine", REPORTER, [*houses, f"{houses[0]}?page=3"]),
    ]


def _of_numbers(actors: Callable[[str], Any]) -> list[Measured]:
    page, file = "/rueckkehr/ueberblick/", "/rueckkehr/ueberblick/datei/"
    quarter, others = "?zeitraum=2&jahr={}", [f"?stelle=abh-{number}&jahr={{}}&zeitraum=0" for number in range(1, 9)]
    from augenmass.law.time import today

    last = today().year - 1
    return [
        Measured("Überblick", HEAD, [page, page + quarter.format(last)], kind=OVERVIEW),
        Measured("Überblick, Zentralstelle", CENTRAL, [page, page + quarter.format(last)], kind=OVERVIEW),
        Measured("Überblick, Ministerium", MINISTRY, [page + other.format(last) for other in others], kind=OVERVIEW),
        Measured("Überblick als Datei", HEAD, [file, file + quarter.format(last)], kind=OVERVIEW),
    ]


def _of_nobody(actor: Any, codes: Sequence[str]) -> list[Measured]:
    from augenmass.access.calendar import make_anew

    secret = make_anew(actor, "Messung", uuid4())
    check = [f"/bescheinigung/?code={code}" for code in [*codes[:3], "7K2M9-AAAAA-BBBBB-CCCCC"]]
    return [
        Measured("Kalender einer Person", NOBODY, [f"/kalender/{secret}.ics"], RARELY),
        Measured("Prüfung einer Bescheinigung", NOBODY, check, RARELY),
    ]
