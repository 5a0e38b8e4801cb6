"""What somebody typed into a form that could not be taken, so that nothing is lost."""

from augenmass.doors.portal.request import PersonRequest

TECHNICAL = frozenset({"csrfmiddlewaretoken", "key", "code", "language", "next"})


def kept_texts(request: PersonRequest) -> list[str]:
    """The texts of a form that was sent, as they were typed."""
    typed = [(name, str(text)) for name, text in request.POST.items() if name not in TECHNICAL]
    return [text for _name, text in typed if text.strip()]
