"""Fields of Django forms with label, hint, error and words for what is required."""

import json
from typing import Any

from django import forms, template
from django.core.serializers.json import DjangoJSONEncoder
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

register = template.Library()

GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def kind_of(field: BoundField) -> str:
    """How a field is drawn: group, check, textarea, select, date, file, hidden or input."""
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    kinds: tuple[tuple[Any, str], ...] = (
        (GROUPS, "group"),
        (forms.CheckboxInput, "check"),
        (forms.Textarea, "textarea"),
        (forms.Select, "select"),
        (forms.DateInput, "date"),
        (forms.FileInput, "file"),
    )
    return next((kind for types, kind in kinds if isinstance(widget, types)), "input")


def attributes(field: BoundField, kind: str, hint: str) -> dict[str, Any]:
    """What the control needs so that hint and error are read with it."""
    described = [f"{field.auto_id}_hint"] if hint else []
    described += [f"{field.auto_id}_error"] if field.errors else []
    css = {"textarea": "am-textarea", "select": "am-select", "date": "am-input am-input--short"}.get(kind, "am-input")
    given = field.field.widget.attrs.get("class", "")
    found: dict[str, Any] = {"class": f"{css} {given}".strip()} if kind not in ("check", "hidden") else {}
    if described:
        found["aria-describedby"] = " ".join(described)
    if field.errors:
        found["aria-invalid"] = "true"
    if kind == "date":
        found |= {"inputmode": "numeric", "autocomplete": field.field.widget.attrs.get("autocomplete", "off")}
    return found


@register.inclusion_tag("desk/parts/field.html")
def field(
    bound: BoundField, hint: str | None = None, label: str = "", row: bool = False, focus: bool = False
) -> dict[str, Any]:
    """A field of a form: label, hint (`help_text` unless given), error and control; `row` puts the choices of a group side by side."""
    kind = kind_of(bound)
    bound.field.widget.attrs.pop("placeholder", None)  # it would repeat the label, and vanish with the first letter
    words = str(bound.help_text or "") if hint is None else hint
    attrs = attributes(bound, kind, words)
    if focus:
        attrs["autofocus"] = True
    return {
        "field": bound,
        "kind": kind,
        "hint": words,
        "label": label or bound.label,
        "control": bound.as_widget(attrs=attrs) if kind != "group" else "",
        "choices": list(bound.subwidgets) if kind == "group" else [],
        "row": row,
        "required": bound.field.required,
    }


@register.inclusion_tag("desk/parts/fields.html")
def fields(form: forms.BaseForm) -> dict[str, Any]:
    """All fields of a form in their order, hidden ones first."""
    return {"form": form}


@register.inclusion_tag("desk/parts/error_summary.html")
def error_summary(form: forms.BaseForm) -> dict[str, Any]:
    """What is wrong with a form, above it, each sentence linked to its field; takes the focus when the page opens."""
    found = [
        {"label": form[name].label, "text": error, "target": target(form[name])}
        for name, errors in form.errors.items()
        if name in form.fields
        for error in errors
    ]
    return {"own": list(form.non_field_errors()), "found": found, "any": bool(form.errors)}


def target(bound: BoundField) -> str:
    """The id of the control that a link to this field jumps to: of a group the first choice."""
    return f"{bound.auto_id}_0" if kind_of(bound) == "group" else str(bound.auto_id)


@register.simple_tag
def hidden_fields(form: forms.BaseForm) -> SafeString:
    """The hidden fields of a form."""
    return SafeString("".join(str(bound) for bound in form.hidden_fields()))


@register.filter
def as_json(value: Any) -> str:
    """A value for a script, to stand in an attribute (where the template escapes it)."""
    return json.dumps(value, cls=DjangoJSONEncoder)
