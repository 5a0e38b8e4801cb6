"""What the release for operation asks of this room: that bodies can sign what they send."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.directory.models import Body
from augenmass.gate.checks import check
from augenmass.law.time import today
from augenmass.transmissions.keys import private_of
from augenmass.transmissions.models import BodyKey
from augenmass.transmissions.parties import valid_key
from augenmass.transmissions.refusal import NotSent


@check("signing_keys", gettext_lazy("Schlüssel zum Unterzeichnen von Übermittlungen"))
def signing_keys() -> str:
    """Every body that has keys has one that is valid today, with its private half. The first one is made when it is needed."""
    for body in Body.objects.filter(pk__in=BodyKey.objects.values("body")):
        key = valid_key(body, today())
        if key is None:
            return _(
                "%(name)s hat keinen gültigen Schlüssel mehr. Legen Sie einen an mit „augenmass transmissions key“."
            ) % {"name": body.name}
        try:
            private_of(key)
        except NotSent as refused:
            return str(refused)
    return ""
