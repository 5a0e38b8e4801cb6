"""What is wrong with a compartment, as sentences for the operator."""

from augenmass.compartment.chain import verify
from augenmass.compartment.configuration import configuration
from augenmass.compartment.keys import KeyFileProblem, keyring, open_to_others
from augenmass.compartment.models import Account, CounsellingBody
from augenmass.compartment.rotation import used_keys
from augenmass.site.databases import unproved_servers


def findings() -> list[str]:
    """Settings, keys, accounts, chain; empty where all is well."""
    found = [*configuration().refusals, *unproved_servers(configuration().database), *key_findings()]
    found += [
        f"Die Stelle {body.name} hat noch nicht erklärt, welche Mitteilungspflichten sie hat."
        for body in CounsellingBody.objects.filter(declarations=None).order_by("pk")
    ]
    if not Account.objects.filter(is_active=True).exists():
        found.append("Es gibt kein Konto. Anlegen: augenmass compartment counsellor")
    return [*found, *verify()]


def key_findings() -> list[str]:
    """What is wrong with the keys of the content; each missing one by its id, with the rows that need it."""
    try:
        held = keyring()
    except KeyFileProblem as error:
        return [str(error)]
    found = (
        [] if held.current else [f"Es gibt keinen Schlüssel ({configuration().keys}). Nichts kann gespeichert werden."]
    )
    found += [
        f"Der Schlüssel {key_id} fehlt. {rows} Zeilen sind ohne ihn nicht lesbar. Hängen Sie seine Zeile aus Ihrer Abschrift an "
        f"{configuration().keys} an; mehr ist nicht zu tun."
        for key_id, rows in sorted(used_keys().items())
        if held.named(key_id) is None
    ]
    if open_to_others():
        found.append(
            f"Die Schlüsseldatei {configuration().keys} ist für andere lesbar. Setzen Sie ihre Rechte auf 600."
        )
    return found
