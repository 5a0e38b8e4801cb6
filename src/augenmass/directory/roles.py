"""Roles that a body gives to its people, and what each may do at all.

What a role may *see* stands in ``access``; what it may *do* in a single case also depends on the body that is responsible for it.
"""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Role(StrEnum):
    """A role in a body; the value is stored."""

    CASEWORKER = "caseworker"
    APPROVER = "approver"
    INTAKE = "intake"
    CENTRAL_OFFICE = "central_office"
    DUTY_OFFICER = "duty_officer"
    MEDICAL_OFFICER = "medical_officer"
    RETURN_COUNSELLOR = "return_counsellor"
    BODY_ADMINISTRATOR = "body_administrator"
    DATA_PROTECTION = "data_protection"
    OPERATOR = "operator"


ROLE_LABELS = {
    Role.CASEWORKER: _("Sachbearbeitung"),
    Role.APPROVER: _("Zweitzeichnung und Leitung"),
    Role.INTAKE: _("Datenübernahme"),
    Role.CENTRAL_OFFICE: _("Zentrale Rückkehrstelle"),
    Role.DUTY_OFFICER: _("Bereitschaftsdienst"),
    Role.MEDICAL_OFFICER: _("Amtsärztlicher Dienst"),
    Role.RETURN_COUNSELLOR: _("Rückkehrberatung"),
    Role.BODY_ADMINISTRATOR: _("Verwaltung der Dienststelle"),
    Role.DATA_PROTECTION: _("Datenschutz"),
    Role.OPERATOR: _("Betrieb"),
}


class Permission(StrEnum):
    """A right to do something; every action asks for exactly one."""

    READ_CASES = "read_cases"
    RECORD_FACTS = "record_facts"
    TAKE_STEPS = "take_steps"
    SECOND_SIGNATURE = "second_signature"
    IMPORT = "import"
    DISPATCH = "dispatch"
    REASSIGN = "reassign"
    POST = "post"
    READ_ACCESS_LOG = "read_access_log"


_CASEWORK = frozenset(
    {
        Permission.READ_CASES,
        Permission.RECORD_FACTS,
        Permission.TAKE_STEPS,
        Permission.DISPATCH,
        Permission.POST,
    }
)

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.CASEWORKER: _CASEWORK,
    Role.CENTRAL_OFFICE: _CASEWORK,
    Role.DUTY_OFFICER: frozenset(),
    Role.MEDICAL_OFFICER: frozenset(),
    Role.RETURN_COUNSELLOR: frozenset(),
    Role.APPROVER: _CASEWORK | {Permission.SECOND_SIGNATURE, Permission.REASSIGN},
    Role.INTAKE: frozenset({Permission.IMPORT, Permission.READ_CASES}),
    Role.BODY_ADMINISTRATOR: frozenset({Permission.REASSIGN}),
    Role.DATA_PROTECTION: frozenset({Permission.READ_ACCESS_LOG}),
    Role.OPERATOR: frozenset(),
}
