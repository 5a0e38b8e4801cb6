"""Forms of the door. ``taken`` reads one unless a language was chosen in the middle of it; then what was typed stays."""

from typing import Any, TypeVar
from uuid import UUID, uuid4

from django import forms

from augenmass.doors.portal.languages import chosen_now
from augenmass.doors.portal.request import PersonRequest

Typed = TypeVar("Typed", bound="PlainForm")


class PlainForm(forms.Form):
    """A form whose labels carry no colon and whose marks are those of ``portal/field.html``."""

    use_required_attribute = False
    file_gone = False
    """Whether a file was chosen that the browser no longer holds: the language was switched before the form was sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class OnceForm(PlainForm):
    """A form that hands something in once, however often it is sent."""

    key = forms.UUIDField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, initial: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, initial={"key": uuid4(), **(initial or {})}, **kwargs)

    @property
    def once(self) -> UUID:
        """The key of the form. The form must be valid."""
        found: UUID = self.cleaned_data["key"]
        return found


def taken(request: PersonRequest, form: type[Typed], **kwargs: Any) -> tuple[Typed, bool]:
    """The form of a request and whether it was sent and is right."""
    if request.method != "POST":
        return form(**kwargs), False
    if chosen_now(request) is not None:
        again = form(**{**kwargs, "initial": request.POST.dict()})
        again.file_gone = bool(request.FILES)
        return again, False
    sent = form(data=request.POST, files=request.FILES, **kwargs)
    return sent, sent.is_valid()
