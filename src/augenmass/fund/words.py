"""Why an amount or the parts of one were not understood, as sentences; accounts and postings in words."""

from django.utils.translation import gettext_lazy as _

from augenmass.fund.rules.accounts import Account, PostingKind
from augenmass.fund.rules.money import Why
from augenmass.fund.rules.tranches import Unsound

AMOUNT_SENTENCES = {
    Why.EMPTY: _("Bitte geben Sie einen Betrag an, zum Beispiel 1.200,50."),
    Why.NO_NUMBER: _("Das ist kein Betrag. Bitte schreiben Sie ihn in Ziffern, zum Beispiel 1.200,50."),
    Why.NEGATIVE: _("Ein Betrag kann nicht negativ sein. Bitte geben Sie ihn ohne Minuszeichen an."),
    Why.ZERO: _("Der Betrag ist null. Bitte geben Sie mindestens einen Cent an."),
    Why.POINT: _(
        "Der Punkt trennt im Deutschen die Tausender, das Komma die Cent. Bitte schreiben Sie zum Beispiel 1.200,50 statt 1,200.50."
    ),
    Why.DECIMALS: _(
        "Nach dem Komma stehen eine oder zwei Ziffern, die Cent. Bitte schreiben Sie zum Beispiel 1.200,50."
    ),
    Why.COMMAS: _(
        "Der Betrag hat mehr als ein Komma. Tausender trennt im Deutschen der Punkt, zum Beispiel 1.200.000,00."
    ),
    Why.GROUPS: _("Die Punkte stehen nicht zwischen Tausendern. Bitte schreiben Sie zum Beispiel 1.200,50."),
    Why.TOO_LARGE: _("Der Betrag ist größer als 999.999.999,99 €. Bitte prüfen Sie die Zahl der Stellen."),
}
UNSOUND_SENTENCES = {
    Unsound.NONE: _("Bitte geben Sie mindestens eine Rate an."),
    Unsound.TOO_MANY: _("Es sind höchstens sechs Raten möglich."),
    Unsound.SHARE: _("Jede Rate braucht einen Anteil von mindestens einem Prozent."),
    Unsound.SHARES: _("Die Anteile der Raten ergeben zusammen nicht 100 Prozent."),
    Unsound.MONTHS: _(
        "Eine Rate bei der Ausreise hat null Monate, eine spätere einen bis sechzig Monate nach der Ausreise."
    ),
    Unsound.ORDER: _("Bitte ordnen Sie die Raten nach der Zeit: zuerst die bei der Ausreise, dann die späteren."),
}
ACCOUNT_LABELS = {
    Account.OUTSIDE: _("Landeskasse"),
    Account.FREE: _("frei"),
    Account.COMMITTED: _("gebunden"),
    Account.PAID: _("ausgezahlt"),
    Account.RECOVERED: _("zurückgeflossen"),
    Account.LAPSED: _("verfallen"),
    Account.CARRIED: _("Übertrag zwischen den Jahren"),
}
POSTING_LABELS = {
    PostingKind.BUDGET_RAISED: _("Haushalt festgelegt oder erhöht"),
    PostingKind.BUDGET_LOWERED: _("Haushalt gesenkt"),
    PostingKind.COMMITTED: _("bewilligt"),
    PostingKind.CANCELLED: _("Bewilligung zurückgenommen"),
    PostingKind.PAID: _("ausgezahlt"),
    PostingKind.RECOVERED: _("zurückgeflossen"),
    PostingKind.LAPSED: _("Bewilligung verfallen"),
    PostingKind.REST_LAPSED: _("freier Rest verfallen"),
    PostingKind.CARRIED_OUT: _("in das nächste Jahr übertragen"),
    PostingKind.CARRIED_IN: _("aus dem Vorjahr übertragen"),
}
