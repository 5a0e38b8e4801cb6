"""``augenmass verify-agreement``: whether a copy of an integration agreement is unchanged, by the file alone."""

from argparse import Namespace

from augenmass.site.command.outcome import FOUND, OK, CommandFailed
from augenmass.site.command.setting_up import start_without_database

MOST_BYTES = 100_000_000


def verify(arguments: Namespace) -> int:
    """Look at a file; no database and no network is asked. Exit code 1 when the file proves nothing."""
    start_without_database()
    from augenmass.agreements.rules.copy_seal import Finding, verdict_on

    try:
        with arguments.file.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CommandFailed(f"Die Datei {arguments.file} lässt sich nicht lesen.") from error
    if len(content) > MOST_BYTES:
        raise CommandFailed("Die Datei ist zu groß für eine Vereinbarung.")
    verdict = verdict_on(content)
    if verdict.finding is Finding.NO_COPY:
        print("Das ist keine signierte Kopie einer Vereinbarung.")
        return FOUND
    if verdict.finding is Finding.CHANGED or verdict.sealed is None:
        print("Die Datei wurde verändert. Verlassen Sie sich nicht auf ihren Inhalt.")
        return FOUND
    said = verdict.sealed
    print(f"Unverändert: Fassung {said.number}, unterschrieben am {said.signed_on:%d.%m.%Y}, Stelle {said.body}.")
    print(f"Prüfsumme beider Texte: {said.text_digest}")
    print(f"Fingerabdruck des Schlüssels: {said.fingerprint}")
    return _compared(said.fingerprint, arguments.fingerprint)


def _compared(found: str, expected: str) -> int:
    """Compare the key with what the body says of it; without that, say that it remains to be done."""
    if not expected:
        print(
            "Von wem der Schlüssel ist, sagt die Datei allein nicht: Vergleichen Sie den Fingerabdruck mit dem der Stelle."
        )
        return OK
    if "".join(expected.lower().split()) != found.replace(" ", ""):
        print("Der Schlüssel ist ein anderer als der, den Sie nennen.")
        return FOUND
    print("Der Schlüssel ist der, den Sie nennen.")
    return OK
