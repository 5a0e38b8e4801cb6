"""Why something was not sent, not taken in, or not decided."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from augenmass.transmissions.rules.message import Unfit, Unreadable
from augenmass.transmissions.rules.signing import KeyProblem
from augenmass.work.refusal import NotDone

UNFIT_SENTENCES = {
    Unfit.TOO_LARGE: gettext_noop("Die Datei ist zu groß für eine Nachricht. Es wurde nichts übernommen."),
    Unfit.NOT_READABLE: gettext_noop(
        "Das ist keine lesbare Nachricht: Die Datei ist abgeschnitten, beschädigt oder etwas anderes. Bitte lassen Sie sie erneut senden."
    ),
    Unfit.UNKNOWN_VERSION: gettext_noop(
        "Die Nachricht hat eine Schema-Version, die diese Anwendung nicht kennt (%(where)s). Bitte lassen Sie sie in Version 1 senden."
    ),
    Unfit.NOT_FITTING: gettext_noop(
        "Die Nachricht passt nicht zum veröffentlichten Schema (Stelle: %(where)s). Bitte lassen Sie sie erneut erstellen."
    ),
}
KEY_SENTENCES = {
    KeyProblem.NOT_YET: gettext_noop(
        "Der Schlüssel, mit dem die Nachricht unterzeichnet ist, gilt noch nicht. Es wurde nichts übernommen."
    ),
    KeyProblem.EXPIRED: gettext_noop(
        "Der Schlüssel, mit dem die Nachricht unterzeichnet ist, ist abgelaufen. Bitte lassen Sie sie mit dem neuen Schlüssel unterzeichnen."
    ),
    KeyProblem.REVOKED: gettext_noop(
        "Der Schlüssel, mit dem die Nachricht unterzeichnet ist, ist gesperrt. Es wurde nichts übernommen; bitte rufen Sie die Stelle an."
    ),
}


class NotSent(NotDone):
    """Why nothing was signed or sent; a sentence. Nothing was changed."""


class NotTaken(NotDone):
    """Why a message was not taken in; ``code`` is stable. Nothing was kept of it."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def not_readable(error: Unreadable) -> NotTaken:
    """The refusal for a text that is no message."""
    return NotTaken(error.why.value, _(UNFIT_SENTENCES[error.why]) % {"where": error.where or _("ohne Angabe")})


def key_refused(problem: KeyProblem) -> NotTaken:
    """The refusal for a key that proves nothing today."""
    return NotTaken(f"key_{problem.value}", _(KEY_SENTENCES[problem]))
