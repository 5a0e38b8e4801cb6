"""Ordinary correspondence: to whom, for what, what is asked, by when an answer is expected, in which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from augenmass.transmissions.rules.kinds import MessageKind

_IDENTITY = ("family_name", "first_names", "date_of_birth", "nationality")


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of letter between offices. ``suggests`` are facts that are ticked where they may go; ``asks`` what is asked for."""

    id: str
    kind: MessageKind
    de: str
    en: str
    receivers: tuple[str, ...]
    purpose: str
    wording: str
    occasion: str = ""
    suggests: tuple[str, ...] = _IDENTITY
    asks: tuple[str, ...] = ()
    answer_within: timedelta | None = None
    provision: str = ""
    """Norm of the matrix that the letter usually rests on; the matrix is asked all the same."""


_TWO_WEEKS, _FOUR_WEEKS = timedelta(days=14), timedelta(days=28)
_LETTERS = (
    Template(
        "benefits_circumstances",
        MessageKind.TRANSMISSION,
        "Mitteilung an die Leistungsbehörde",
        "Notice to the benefits office",
        ("asylum_benefits_office",),
        "asylum_benefits",
        "Für die Entscheidung über Leistungen teilen wir Ihnen die folgenden Umstände mit.",
        suggests=(
            *_IDENTITY,
            "title_kind",
            "suspension_kind",
            "suspension_valid_until",
            "address_street",
            "address_town",
        ),
        provision="AufenthG/90/3",
    ),
    Template(
        "benefits_request",
        MessageKind.REQUEST,
        "Ersuchen an die Leistungsbehörde: bekannte Umstände",
        "Request to the benefits office: circumstances known",
        ("asylum_benefits_office", "jobcenter", "social_assistance"),
        "residence_law",
        "Wir bitten um Mitteilung der genannten Umstände, soweit sie Ihnen bekannt sind und ein Abruf aus dem Ausländerzentralregister nicht genügt.",
        asks=("basic_income_received", "benefits_ground", "present_since"),
        answer_within=_TWO_WEEKS,
        provision="AZRG/11/2/1",
    ),
    Template(
        "federal_office_status",
        MessageKind.REQUEST,
        "Sachstandsanfrage an das Bundesamt",
        "Enquiry to the Federal Office on the state of the procedure",
        ("federal_office",),
        "residence_law",
        "Wir bitten um Mitteilung des Sachstands im Asylverfahren.",
        asks=("asylum_procedure_running", "asylum_outcome", "asylum_decision_served_on"),
        answer_within=_TWO_WEEKS,
        provision="AsylG/8/3/1/1",
    ),
    Template(
        "federal_office_participation",
        MessageKind.REQUEST,
        "Beteiligung des Bundesamtes (§ 72 Abs. 2 AufenthG)",
        "Participation of the Federal Office (section 72 (2))",
        ("federal_office",),
        "residence_law",
        "Vor unserer Entscheidung über ein zielstaatsbezogenes Abschiebungsverbot bitten wir um Ihre Stellungnahme.",
        suggests=(*_IDENTITY, "prohibition_claimed"),
        asks=("prohibition_human_rights", "prohibition_concrete_danger"),
        answer_within=_FOUR_WEEKS,
        provision="AufenthG/72/2",
    ),
    Template(
        "prosecution_agreement",
        MessageKind.REQUEST,
        "Einvernehmen der Staatsanwaltschaft (§ 72 Abs. 4 AufenthG)",
        "Agreement of the public prosecution (section 72 (4))",
        ("prosecution",),
        "return_enforcement",
        "Gegen die genannte Person ist nach unserer Kenntnis ein Verfahren anhängig. Wir bitten um Mitteilung, ob Sie mit der Ausweisung oder Abschiebung einverstanden sind.",
        suggests=(*_IDENTITY, "criminal_proceedings_open"),
        asks=("criminal_proceedings_open", "prosecution_consents"),
        answer_within=_TWO_WEEKS,
        provision="AufenthG/72/4/1",
    ),
    Template(
        "register_correction",
        MessageKind.CORRECTION_REQUEST,
        "Berichtigungsersuchen an das Ausländerzentralregister",
        "Request to correct the Central Register",
        ("register_authority",),
        "residence_law",
        "Die genannten Einträge sind nach unserer Kenntnis unrichtig oder unvollständig. Richtig ist, was unten steht. Wir bitten um Berichtigung.",
        occasion="central_register_wrong",
        suggests=("central_register_number", *_IDENTITY),
        asks=("registered_status",),
        answer_within=_FOUR_WEEKS,
        provision="AZRG/8/1/2/1",
    ),
    Template(
        "registration_correction",
        MessageKind.CORRECTION_REQUEST,
        "Berichtigungsersuchen an die Meldebehörde",
        "Request to correct the population register",
        ("registration_office",),
        "register_maintenance",
        "Das Melderegister ist nach unserer Kenntnis unrichtig oder unvollständig. Richtig ist, was unten steht.",
        occasion="register_wrong",
        suggests=(*_IDENTITY, "address_street", "address_postal_code", "address_town"),
        asks=("address_street", "address_town"),
        answer_within=_FOUR_WEEKS,
        provision="AufenthG/90a/1/1",
    ),
    Template(
        "registration_address",
        MessageKind.REQUEST,
        "Anfrage an die Meldebehörde: Anschrift",
        "Enquiry to the registration office: address",
        ("registration_office",),
        "residence_law",
        "Wir bitten um Mitteilung der gegenwärtig gemeldeten Anschrift.",
        asks=("address_street", "address_postal_code", "address_town"),
        answer_within=_TWO_WEEKS,
        provision="AZRG/11/2/1",
    ),
    Template(
        "reminder",
        MessageKind.REMINDER,
        "Erinnerung an ein Ersuchen",
        "Reminder of a request",
        (),
        "residence_law",
        "Wir erinnern an unser Ersuchen, das bisher nicht beantwortet ist.",
        suggests=(),
        answer_within=_TWO_WEEKS,
    ),
)
TEMPLATES: Mapping[str, Template] = MappingProxyType({letter.id: letter for letter in _LETTERS})
"""Every letter by its id."""
REMINDER = TEMPLATES["reminder"]


def templates_for(kind: str) -> tuple[Template, ...]:
    """The letters to a kind of body."""
    return tuple(letter for letter in _LETTERS if kind in letter.receivers)
