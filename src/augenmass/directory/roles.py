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
    RECEPTION_CENTRE = "reception_centre"
    ACCOMMODATION = "accommodation"
    SPECIAL_STAFF = "special_staff"
    POLICE_LIAISON = "police_liaison"
    MUNICIPAL_OFFICER = "municipal_officer"
    YOUTH_WELFARE = "youth_welfare"
    BENEFITS_OFFICER = "benefits_officer"
    DUTY_OFFICER = "duty_officer"
    MEDICAL_OFFICER = "medical_officer"
    RETURN_COUNSELLOR = "return_counsellor"
    INTEGRATION_COUNSELLOR = "integration_counsellor"
    PILOT_EVALUATION = "pilot_evaluation"
    FUND_MANAGER = "fund_manager"
    BODY_ADMINISTRATOR = "body_administrator"
    DATA_PROTECTION = "data_protection"
    LEGAL_REVIEWER = "legal_reviewer"
    TRANSLATOR = "translator"
    OPERATOR = "operator"


ROLE_LABELS = {
    Role.CASEWORKER: _("Sachbearbeitung"),
    Role.APPROVER: _("Zweitzeichnung und Leitung"),
    Role.INTAKE: _("Datenübernahme"),
    Role.CENTRAL_OFFICE: _("Zentrale Rückkehrstelle"),
    Role.RECEPTION_CENTRE: _("Aufnahmeeinrichtung"),
    Role.ACCOMMODATION: _("Meldungen einer Unterkunft"),
    Role.SPECIAL_STAFF: _("Sonderstab"),
    Role.POLICE_LIAISON: _("Ansprechstelle der Polizei"),
    Role.MUNICIPAL_OFFICER: _("Gemeinde"),
    Role.YOUTH_WELFARE: _("Jugendamt"),
    Role.BENEFITS_OFFICER: _("Leistungsbehörde"),
    Role.DUTY_OFFICER: _("Bereitschaftsdienst"),
    Role.MEDICAL_OFFICER: _("Amtsärztlicher Dienst"),
    Role.RETURN_COUNSELLOR: _("Rückkehrberatung"),
    Role.INTEGRATION_COUNSELLOR: _("Integrations- und Migrationsberatung"),
    Role.PILOT_EVALUATION: _("Auswertung von Erprobungen"),
    Role.FUND_MANAGER: _("Verwaltung des Rückkehrfonds"),
    Role.BODY_ADMINISTRATOR: _("Verwaltung der Dienststelle"),
    Role.DATA_PROTECTION: _("Datenschutz"),
    Role.LEGAL_REVIEWER: _("Rechtsprüfung"),
    Role.TRANSLATOR: _("Übersetzung"),
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
    GRANT_ACCESS = "grant_access"
    REFER = "refer"
    TRANSMIT = "transmit"
    RECEIVE = "receive"
    ADMINISTER = "administer"
    REVIEW_LAW = "review_law"
    RETENTION = "retention"
    FUNDED_RETURN = "funded_return"
    MANAGE_FUND = "manage_fund"
    REPORT_OBSTACLES = "report_obstacles"
    ANSWER_OBSTACLES = "answer_obstacles"
    ACCOMMODATION = "accommodation"
    READ_OVERVIEW = "read_overview"
    CONFIRM_TRANSLATIONS = "confirm_translations"
    AGREEMENTS = "agreements"
    KEEP_OFFERS = "keep_offers"
    PILOTS = "pilots"
    SEND_NOTICES = "send_notices"
    KEEP_STANDARDS = "keep_standards"
    CONFERENCES = "conferences"
    NOMINATE = "nominate"
    SPECIAL_STAFF = "special_staff"
    BOARD_REPORT = "board_report"
    OPERATE = "operate"


_CASEWORK = frozenset(
    {
        Permission.READ_CASES,
        Permission.RECORD_FACTS,
        Permission.TAKE_STEPS,
        Permission.DISPATCH,
        Permission.POST,
        Permission.GRANT_ACCESS,
        Permission.REFER,
        Permission.TRANSMIT,
        Permission.RECEIVE,
        Permission.REPORT_OBSTACLES,
        Permission.READ_OVERVIEW,
        Permission.CONFERENCES,
        Permission.NOMINATE,
        Permission.SPECIAL_STAFF,
    }
)
_READER = frozenset({Permission.READ_CASES, Permission.RECEIVE, Permission.REPORT_OBSTACLES, Permission.SPECIAL_STAFF})
"""Roles of bodies that take part in single cases: they read what was opened to them, decide about what is transmitted to them, report
what is in the way of everybody, and write nothing else."""

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.CASEWORKER: _CASEWORK,
    Role.CENTRAL_OFFICE: _CASEWORK,
    Role.RECEPTION_CENTRE: _READER,
    # Keeps the list of its own houses and reports what happens there; reads no case.
    Role.ACCOMMODATION: frozenset({Permission.ACCOMMODATION}),
    Role.SPECIAL_STAFF: _READER
    | {Permission.ANSWER_OBSTACLES, Permission.READ_OVERVIEW, Permission.CONFERENCES, Permission.BOARD_REPORT},
    # Tells foreigners' authorities what the law commands, and keeps what was agreed with them on how to work together.
    Role.POLICE_LIAISON: _READER | {Permission.SEND_NOTICES, Permission.KEEP_STANDARDS, Permission.CONFERENCES},
    # Keeps the directory of what is offered in its municipality, which names no person.
    Role.MUNICIPAL_OFFICER: _READER
    | {Permission.KEEP_OFFERS, Permission.SEND_NOTICES, Permission.CONFERENCES, Permission.BOARD_REPORT},
    Role.YOUTH_WELFARE: _READER | {Permission.CONFERENCES},
    Role.BENEFITS_OFFICER: _READER,
    Role.DUTY_OFFICER: frozenset(),
    Role.MEDICAL_OFFICER: frozenset(),
    # What a counsellor writes lies in another program; here they only transmit what AufenthG § 87 (6) asks for.
    Role.RETURN_COUNSELLOR: frozenset({Permission.FUNDED_RETURN}),
    # Reads no case, and nobody who reads cases reads an agreement. In a conference they may sit beside the person, as an adviser by link.
    Role.INTEGRATION_COUNSELLOR: frozenset({Permission.AGREEMENTS}),
    # Protected counts of a pilot; whoever has this role alone sees no case and no agreement.
    Role.PILOT_EVALUATION: frozenset({Permission.PILOTS}),
    # Numbers without persons: budget, terms, closing; whoever has this role alone sees no case.
    Role.FUND_MANAGER: frozenset({Permission.MANAGE_FUND}),
    Role.APPROVER: _CASEWORK
    | {Permission.SECOND_SIGNATURE, Permission.REASSIGN, Permission.RETENTION, Permission.KEEP_STANDARDS},
    Role.INTAKE: frozenset({Permission.IMPORT, Permission.READ_CASES}),
    # A counselling office's administration keeps the offers of its own office.
    Role.BODY_ADMINISTRATOR: frozenset(
        {Permission.REASSIGN, Permission.ADMINISTER, Permission.CONFIRM_TRANSLATIONS, Permission.KEEP_OFFERS}
    ),
    Role.DATA_PROTECTION: frozenset({Permission.READ_ACCESS_LOG, Permission.RETENTION}),
    Role.LEGAL_REVIEWER: frozenset({Permission.REVIEW_LAW}),
    # Reads the texts of letters in two languages; sees no case.
    Role.TRANSLATOR: frozenset({Permission.CONFIRM_TRANSLATIONS}),
    Role.OPERATOR: frozenset({Permission.OPERATE}),
}

_EVERYWHERE = frozenset({Role.BODY_ADMINISTRATOR, Role.DATA_PROTECTION})
_WRITES_LETTERS = _EVERYWHERE | {Role.TRANSLATOR}
GIVEN_IN: dict[str, frozenset[Role]] = {
    "foreigners_authority": _WRITES_LETTERS
    | {Role.CASEWORKER, Role.APPROVER, Role.INTAKE, Role.DUTY_OFFICER, Role.LEGAL_REVIEWER},
    "central_return_office": _WRITES_LETTERS
    | {Role.CENTRAL_OFFICE, Role.APPROVER, Role.INTAKE, Role.DUTY_OFFICER, Role.LEGAL_REVIEWER, Role.FUND_MANAGER},
    "reception_centre": _EVERYWHERE | {Role.RECEPTION_CENTRE, Role.ACCOMMODATION, Role.MEDICAL_OFFICER},
    "ministry": _EVERYWHERE
    | {Role.SPECIAL_STAFF, Role.DUTY_OFFICER, Role.LEGAL_REVIEWER, Role.FUND_MANAGER, Role.PILOT_EVALUATION},
    "police": _EVERYWHERE | {Role.POLICE_LIAISON, Role.DUTY_OFFICER},
    "municipality": _EVERYWHERE
    | {Role.MUNICIPAL_OFFICER, Role.ACCOMMODATION, Role.INTEGRATION_COUNSELLOR, Role.PILOT_EVALUATION},
    "counselling": _EVERYWHERE | {Role.RETURN_COUNSELLOR, Role.INTEGRATION_COUNSELLOR},
    "counselling_private": _EVERYWHERE | {Role.RETURN_COUNSELLOR, Role.INTEGRATION_COUNSELLOR},
    "youth_welfare": _EVERYWHERE | {Role.YOUTH_WELFARE},
    "benefits": _EVERYWHERE | {Role.BENEFITS_OFFICER},
}
"""Roles that the administration of a body of each kind can give. A role of another kind of body would let its people read more
of the cases that are opened to them than the body has a provision for. The operator's role is given by the command line only."""


def roles_with(permission: Permission) -> frozenset[Role]:
    """The roles that hold a right."""
    return frozenset(role for role, rights in PERMISSIONS.items() if permission in rights)


def kinds_with(roles: frozenset[Role]) -> frozenset[str]:
    """The kinds of bodies whose administration can give one of some roles."""
    return frozenset(kind for kind, given in GIVEN_IN.items() if given & roles)
