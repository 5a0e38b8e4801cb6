"""Words of the catalogue and of the vocabulary in templates."""

from django import template

from augenmass.cases.queries.case import text_of
from augenmass.doors.desk.pages.names import step_name

register = template.Library()


@register.filter
def step_label(key: str) -> str:
    """The name of a step."""
    return step_name(key)


@register.filter
def written_day(value: str) -> str:
    """A stored day, perhaps a partial one, as people read it."""
    return text_of("date_of_birth", value)
