"""Words of a norm that page and document share."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from augenmass.law.norm import Modality, Norm, Review


def modality_words(modality: Modality) -> str:
    """How strongly a norm binds, in words."""
    return {
        Modality.MUST: _("muss"),
        Modality.SHALL: _("soll"),
        Modality.MAY: _("kann (Ermessen)"),
        Modality.FORBIDDEN: _("darf nicht"),
        Modality.STATE: _("gilt"),
    }[modality]


def review_state(norm: Norm, states: Mapping[str, str]) -> str:
    """How far a norm is reviewed: ``unverified``, ``approved``, ``objected`` or ``open``; ``states`` as ``queries.review_states``."""
    return "unverified" if norm.review is Review.UNVERIFIED else states.get(norm.id, "open")


def review_text(state: str) -> str:
    """The state of a review in words."""
    return {
        "unverified": _("nicht bestätigt"),
        "approved": _("geprüft"),
        "objected": _("beanstandet"),
        "open": _("nicht geprüft"),
    }[state]
