"""What the program can find out by itself about an installation. A room above adds its own to ``CHECKS`` when it is loaded."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.db import connection
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.row_security import problems
from augenmass.directory.models import Account
from augenmass.gate.models import Performed
from augenmass.gate.rules import Words
from augenmass.law.altered import CatalogueAltered
from augenmass.law.time import BERLIN, now
from augenmass.lawbook.in_force import in_force
from augenmass.site.configuration import INSECURE_SECRET, configuration
from augenmass.work.models import DutyRun

BACKUP, LODGED = "backup", "lodged_head"
YOUNG_BACKUP = timedelta(hours=48)
YOUNG_ANCHOR = timedelta(days=35)
WORKER_SILENT = timedelta(minutes=15)
SKEW = timedelta(seconds=10)
"""How far the clocks of program and database server may be apart."""
SHORTEST_SECRET = 32
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
OWN_RELAY = LOCAL | {""}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that the program looks at. ``look`` says in a sentence what is missing, "" where nothing is.

    ``excusable``: the body can meet it by other means and say so with a second person.
    """

    key: str
    title: Words
    look: Callable[[], str]
    excusable: bool
    who: Words


OPERATION = gettext_lazy("Betrieb")
CHECKS: list[Check] = []


def check(
    key: str, title: Words, excusable: bool = False, who: Words = OPERATION
) -> Callable[[Callable[[], str]], Check]:
    """Add a function to the checks; for rooms above too, in their ``ready``."""

    def add(look: Callable[[], str]) -> Check:
        made = Check(key, title, look, excusable, who)
        CHECKS.append(made)
        return made

    return add


@check("secret_key", gettext_lazy("Eigener geheimer Schlüssel"))
def secret_key() -> str:
    own = settings.SECRET_KEY != INSECURE_SECRET and len(settings.SECRET_KEY) >= SHORTEST_SECRET
    return "" if own else _("Setzen Sie AUGENMASS_SECRET_KEY auf einen eigenen Wert mit mindestens 32 Zeichen.")


@check("debug_off", gettext_lazy("Fehlersuche ausgeschaltet"))
def debug_off() -> str:
    return _("Schalten Sie AUGENMASS_DEBUG aus.") if settings.DEBUG else ""


@check("second_factor", gettext_lazy("Zweiter Faktor bei jeder Anmeldung"))
def second_factor() -> str:
    return "" if settings.SECOND_FACTOR else _("Schalten Sie AUGENMASS_SECOND_FACTOR ein.")


@check("https", gettext_lazy("Nur über HTTPS, unter eigenem Namen"))
def https() -> str:
    if not settings.SESSION_COOKIE_SECURE:
        return _("Schalten Sie AUGENMASS_SECURE_COOKIES ein und lassen Sie den Server nur über HTTPS erreichbar sein.")
    named = [host for host in configuration().hosts if host not in LOCAL]
    return "" if named and "*" not in named else _("Nennen Sie in AUGENMASS_HOSTS den Namen des Servers.")


@check("no_demo_accounts", gettext_lazy("Keine Konten der Vorführung"))
def no_demo_accounts() -> str:
    count = Account.objects.filter(is_demo=True).count()
    return _("Konten der Vorführung in der Datenbank: %(count)d.") % {"count": count} if count else ""


@check("row_security", gettext_lazy("PostgreSQL mit Zeilenschutz"), excusable=True)
def row_security() -> str:
    if connection.vendor != "postgresql":
        return _("Die Installation läuft auf SQLite. Ein zweites Schloss hinter den Rechten hat nur PostgreSQL.")
    found = [problem for alias in settings.DATABASES for problem in problems(alias)]
    return found[0] if found else ""


@check("mail", gettext_lazy("Versand von Nachrichten"), excusable=True)
def mail() -> str:
    told = configuration()
    if not told.mail_host:
        return _("Nachrichten werden nur in Dateien geschrieben. Setzen Sie AUGENMASS_MAIL_HOST.")
    if not told.mail_tls and told.mail_host not in OWN_RELAY:
        return _("Nachrichten verlassen den Server unverschlüsselt. Setzen Sie AUGENMASS_MAIL_TLS.")
    own = told.mail_from.rpartition("@")[2] not in LOCAL
    return "" if own else _("Setzen Sie AUGENMASS_MAIL_FROM auf eine Adresse, die es gibt.")


@check("scanner", gettext_lazy("Prüfung von Dateien auf Schadsoftware"), excusable=True)
def scanner() -> str:
    return "" if settings.SCANNER else _("Nennen Sie in AUGENMASS_SCANNER ein Programm, das Dateien prüft.")


@check("time_zone", gettext_lazy("Zeitzone"))
def time_zone() -> str:
    try:
        zone = ZoneInfo(settings.TIME_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        return _("Dem Server fehlen die Angaben zu Zeitzonen (Paket tzdata).")
    hours = [zone.utcoffset(datetime(2026, month, 1, 12)) for month in (1, 7)]
    right = zone.key == BERLIN.key and hours == [timedelta(hours=1), timedelta(hours=2)]
    return "" if right else _("Die Zeitzone ist nicht die in Deutschland geltende.")


@check("clock", gettext_lazy("Uhr"))
def clock() -> str:
    if configuration().fixed_now:
        return _("Die Uhr steht. Entfernen Sie AUGENMASS_FIXED_NOW.")
    if connection.vendor != "postgresql":
        return ""  # the same machine, the same clock
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        [there] = cursor.fetchone()
    apart = abs(there.astimezone(UTC) - now())
    if apart <= SKEW:
        return ""
    return _("Die Uhren von Programm und Datenbank gehen %(seconds)d Sekunden auseinander.") % {
        "seconds": round(apart.total_seconds())
    }


@check("worker", gettext_lazy("Hintergrunddienst"))
def worker() -> str:
    last = DutyRun.objects.exclude(last_success=None).order_by("-last_success").first()
    if _within(last.last_success if last else None, WORKER_SILENT):
        return ""
    return _("Der Hintergrunddienst hat sich seit einer Viertelstunde nicht gemeldet. Starten Sie „augenmass worker“.")


@check("backup", gettext_lazy("Junge Sicherung"), excusable=True)
def backup() -> str:
    last = _last(BACKUP)
    if _within(last, YOUNG_BACKUP):
        return ""
    return _(
        "Seit 48 Stunden wurde nicht gesichert (letzte Sicherung: %(day)s). Sichern Sie mit „augenmass backup“."
    ) % {"day": _day(last)}


@check(
    "lodged_head",
    gettext_lazy("Stand der Kette bei Dritten hinterlegt"),
    excusable=True,
    who=gettext_lazy("Betrieb und Datenschutz"),
)
def lodged_head() -> str:
    last = _last(LODGED)
    if _within(last, YOUNG_ANCHOR):
        return ""
    return _(
        "Seit 35 Tagen wurde kein hinterlegter Stand mit der Kette verglichen (letzter Vergleich: %(day)s). Lassen Sie sich den "
        "hinterlegten Stand geben und führen Sie „augenmass verify --expect“ aus."
    ) % {"day": _day(last)}


@check("catalogue", gettext_lazy("Rechtskatalog geprüft und freigegeben"), who=gettext_lazy("Rechtsprüfung"))
def catalogue() -> str:
    try:
        released = in_force(fresh=True).released
    except CatalogueAltered:
        return _("Der freigegebene Regelkatalog liest sich anders als bei seiner Freigabe.")
    return "" if released else _("Zwei Personen der Rechtsprüfung müssen eine Fassung freigeben.")


def _last(name: str) -> datetime | None:
    return Performed.objects.filter(name=name).values_list("at", flat=True).first()


def _day(at: datetime | None) -> str:
    return date_format(at.astimezone(BERLIN), "SHORT_DATETIME_FORMAT") if at else _("noch nie")


def _within(last: datetime | None, longest: timedelta) -> bool:
    return last is not None and now() - last <= longest
