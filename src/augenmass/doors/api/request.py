"""What the door puts on a request of a program."""

from django.http import HttpRequest

from augenmass.access.actor import Actor
from augenmass.access.tokens import Program


class ApiRequest(HttpRequest):
    """A request of a recognised program."""

    program: Program
    actor: Actor
    """The owner of the token, in the token's body and for its purpose."""
