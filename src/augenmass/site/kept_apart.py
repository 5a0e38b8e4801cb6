"""What a backup leaves out on purpose: whoever holds it and these too could sign, deliver and read second factors.

Private keys and tokens of others are files of the data folder, the secret and the list of identity providers belong to the machine.
"""

from collections.abc import Iterator
from pathlib import Path

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.utils.crypto import salted_hmac

from augenmass.law.time import today
from augenmass.site.identity_providers import FILE
from augenmass.transmissions.access_tokens import token_of, token_path
from augenmass.transmissions.keys import FOLDER, path_of
from augenmass.transmissions.models import BodyKey, OutsideBody
from augenmass.transmissions.parties import line_of
from augenmass.transmissions.rules.signing import problem_with


def mark_of_secret() -> str:
    """By which a secret is known again; it does not tell the secret."""
    return salted_hmac("augenmass.backup", "secret", algorithm="sha256").hexdigest()[:16]


def kept_apart() -> list[Path]:
    """Files with keys and tokens that are here and go into no archive."""
    folder = Path(settings.DATA) / FOLDER
    return sorted(path for path in folder.glob("*") if path.suffix in {".pem", ".token"})


def missing() -> Iterator[str]:
    """Sentences about keys, tokens and providers that the database names and that are not here, each with what to do."""
    yield from _keys()
    yield from _tokens()
    yield from _providers()


def missing_after(mark: str) -> Iterator[str]:
    """What is missing after a restore; ``mark`` is that of the secret with which the archive was made, "" in old archives."""
    if mark and mark != mark_of_secret():
        yield (
            "AUGENMASS_SECRET_KEY ist ein anderer als bei der Sicherung: Sitzungen, Apps zum Anmelden und "
            "Wiederherstellungscodes gelten nicht mehr. Setzen Sie den bisherigen Wert, oder setzen Sie die zweiten Faktoren zurück."
        )
    yield from missing()


def _keys() -> Iterator[str]:
    for key in BodyKey.objects.select_related("body").order_by("body__key", "pk"):
        if problem_with(line_of(key), today()) is None and not path_of(key.key_id).exists():
            yield (
                f"{path_of(key.key_id)} fehlt: der private Schlüssel von {key.body.name}. Legen Sie die Datei aus Ihrer Abschrift zurück "
                f"(Rechte 600). Ist sie verloren: augenmass transmissions key {key.body.key}, dann "
                f"augenmass transmissions key {key.body.key} --revoke {key.key_id}, und neue Karten an die Partner."
            )
    known = set(BodyKey.objects.values_list("key_id", flat=True))
    for path in kept_apart():
        if path.suffix == ".pem" and path.stem not in known:
            yield (
                f"{path} gehört zu keinem Schlüssel der Datenbank: Er wurde nach der Sicherung angelegt. Legen Sie einen neuen an "
                "(augenmass transmissions key), geben Sie neue Karten aus, und lassen Sie die Partner diesen sperren."
            )


def _tokens() -> Iterator[str]:
    for outside in OutsideBody.objects.select_related("body").filter(closed_on=None).exclude(url="").order_by("pk"):
        if not token_of(outside.key):
            yield (
                f"{token_path(outside.key)} fehlt: der Zugang, mit dem {outside.body.name} an {outside.name} zustellt. Legen Sie die Datei "
                "zurück (Rechte 600), oder lassen Sie sich einen neuen Zugang geben und tragen Sie ihn unter „Andere Stellen“ ein."
            )


def _providers() -> Iterator[str]:
    here = {provider.key for provider in settings.IDENTITY_PROVIDERS}
    for key in sorted(set(SocialAccount.objects.values_list("provider", flat=True)) - here):
        yield (
            f"Der Anmeldedienst {key} fehlt in {FILE}. Wer sich über ihn anmeldet, kann es nicht. Legen Sie die Datei zurück und "
            "setzen Sie die Umgebungsvariable mit seinem Geheimnis."
        )
