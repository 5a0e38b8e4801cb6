"""Asylum Seekers' Benefits Act § 1a: what reduces benefits, text by text since May 2026."""

from datetime import date, timedelta

from augenmass.law.language import (
    TODAY,
    Definition,
    all_of,
    any_of,
    assessment,
    before,
    day,
    fact,
    is_in,
    not_,
    unverified,
    use,
)
from augenmass.law.norm import Norm
from augenmass.law.norms import definitions as d
from augenmass.law.norms.prospects import reductions_other_state
from augenmass.law.norms.prospects.reducing import (
    BEFORE,
    OLD,
    REDUCED_CASE,
    REFORM,
    Facts,
    less,
    reduction,
    twice,
)
from augenmass.law.norms.writing import EXAMPLE_DAY

_JULY = date(2026, 7, 29)

_DATED: Facts = {
    "benefits_ground": "enforceable",
    "benefits_departure_fixed_for": "2026-05-11",
    "departure_possibility_fixed": "yes",
    "departure_failed_without_fault": "no",
}

_DUTY: Facts = {
    "benefits_ground": "applied",
    "asylum_duty_breached": "passport",
    "asylum_duty_excused": "no",
    "asylum_duty_made_up": "no",
}

_ORDER: Facts = {"benefits_ground": "suspended", "stay_order_breached": "yes", "stay_order_followed_again": "no"}

_FAMILY: Facts = {**REDUCED_CASE, "benefits_ground": "family"}

_MARKED: Facts = {
    "benefits_ground": "suspended",
    "suspension_kind": "identity",
    "suspension_valid_until": "2026-11-30",
    "benefits_enforceable_since": "2026-04-13",
    "own_fault_rebutted": "no",
}

_DEPARTURE_PASSED = tuple(
    twice(
        "1/1",
        ("Ausreisetermin verstrichen.", "The fixed day of departure has passed."),
        ("enforceable",),
        ("entry_refused",),
        all_of(
            day("benefits_departure_fixed_for").before(TODAY),
            fact("departure_possibility_fixed"),
            not_(assessment("departure_failed_without_fault")),
        ),
        _DATED,
        {**_DATED, "departure_failed_without_fault": "yes"},
        less(_DATED, "departure_failed_without_fault"),
    )
)

_CAME = {"benefits_ground": "suspended", "came_for_benefits": "yes"}


def _came(version: str, grounds: tuple[str, ...], since: date | None, until: date | None, on: date) -> Norm:
    return reduction(
        f"2{version}",
        ("Eingereist, um Leistungen zu erlangen.", "Came to obtain benefits."),
        all_of(
            # Whose family a person entitled by no. 6 belongs to, the record does not say.
            any_of(is_in("benefits_ground", *grounds), unverified(is_in("benefits_ground", "family"))),
            assessment("came_for_benefits"),
        ),
        _CAME,
        {**_CAME, "came_for_benefits": "no"},
        less(_CAME, "came_for_benefits"),
        since,
        until,
        on,
    )


_CAME_FOR_BENEFITS = (
    _came("", ("suspended", "enforceable", "entry_refused"), REFORM, None, EXAMPLE_DAY),
    _came(OLD, ("suspended", "enforceable"), None, REFORM - timedelta(days=1), BEFORE),
)

_SINCE_ENFORCEABLE = before(day("benefits_enforceable_since"), TODAY)

_OWN_FAULT = tuple(
    twice(
        "3/1",
        ("Ende des Aufenthalts scheitert aus eigenem Grund.", "The end of the stay fails by own fault."),
        ("suspended", "enforceable"),
        ("entry_refused",),
        all_of(
            assessment("removal_fails_by_own_fault"),
            _SINCE_ENFORCEABLE,
            not_(assessment("own_fault_rebutted", cite="AsylbLG/1a/3")),
        ),
        REDUCED_CASE,
        {**REDUCED_CASE, "removal_fails_by_own_fault": "no"},
        less(REDUCED_CASE, "removal_fails_by_own_fault"),
    )
)

_IDENTITY_OPEN = reduction(
    "3/2",
    ("Duldung für Personen mit ungeklärter Identität.", "Suspension for persons whose identity is not clarified."),
    all_of(
        is_in("benefits_ground", "suspended"),
        is_in("suspension_kind", "identity"),
        use(d.SUSPENSION_UNDOUBTED),
        _SINCE_ENFORCEABLE,
        not_(assessment("own_fault_rebutted")),
    ),
    _MARKED,
    {**_MARKED, "own_fault_rebutted": "yes"},
    less(_MARKED, "own_fault_rebutted"),
    _JULY,
)


def _family_fault(place: str, since: date | None, until: date | None, on: date) -> Norm:
    return reduction(
        place,
        (
            "Angehörige, die das Scheitern selbst zu vertreten haben.",
            "Family members who themselves answer for the failure.",
        ),
        all_of(
            is_in("benefits_ground", "family"),
            assessment("removal_fails_by_own_fault"),
            _SINCE_ENFORCEABLE,
            not_(assessment("own_fault_rebutted", cite="AsylbLG/1a/3")),
        ),
        _FAMILY,
        {**_FAMILY, "removal_fails_by_own_fault": "no"},
        less(_FAMILY, "removal_fails_by_own_fault"),
        since,
        until,
        on,
    )


_FAMILY_FAULT = (
    _family_fault("3/3", _JULY, None, EXAMPLE_DAY),
    # One sentence earlier until the sentence on unclarified identity was put before it.
    _family_fault("3/2" + OLD, None, _JULY - timedelta(days=1), BEFORE),
)

_ASYLUM_DUTIES = tuple(
    twice(
        "5/1",
        ("Mitwirkung im Asylverfahren verletzt.", "Cooperation in the asylum procedure breached."),
        ("permission", "applied", "follow_up"),
        ("entry_open",),
        all_of(
            any_of(
                is_in(
                    "asylum_duty_breached",
                    "application",
                    "passport",
                    "identification",
                    "appointment",
                    "identity_refused",
                ),
                all_of(is_in("asylum_duty_breached", "papers", "identity_paper"), fact("federal_office_found_breach")),
            ),
            not_(assessment("asylum_duty_excused")),
            not_(fact("asylum_duty_made_up", cite="AsylbLG/1a/5/2")),
        ),
        _DUTY,
        {**_DUTY, "asylum_duty_made_up": "yes"},
        less(_DUTY, "asylum_duty_excused"),
    )
)

_ASSETS = reduction(
    "6",
    ("Vermögen verschwiegen.", "Assets concealed."),
    all_of(not_(is_in("benefits_ground", "none")), assessment("assets_concealed")),
    {"benefits_ground": "suspended", "assets_concealed": "yes"},
    {"benefits_ground": "suspended", "assets_concealed": "no"},
    {"benefits_ground": "suspended"},
)

_HOUSE = {"benefits_ground": "suspended", "house_order_breached": "yes", "reduction_proportionate": "yes"}

_HOUSE_ORDER = reduction(
    "7/1",
    (
        "Schwere Störung oder Gewalt in der Unterkunft, höchstens ein Monat.",
        "Grave disturbance or violence in the accommodation, a month at most.",
    ),
    all_of(
        not_(is_in("benefits_ground", "none")),
        fact("house_order_breached", cite="AsylbLG/1a/7/2"),
        assessment("reduction_proportionate"),
    ),
    _HOUSE,
    {**_HOUSE, "reduction_proportionate": "no"},
    less(_HOUSE, "reduction_proportionate"),
)

_STAY_ORDER = reduction(
    "8/1",
    ("Anordnung zum Aufenthaltsort nicht befolgt.", "An order on where to stay is not followed."),
    all_of(
        is_in(
            "benefits_ground",
            "permission",
            "applied",
            "entry_open",
            "entry_refused",
            "suspended",
            "enforceable",
            "family",
            "follow_up",
        ),
        fact("stay_order_breached"),
        not_(fact("stay_order_followed_again", cite="AsylbLG/1a/8/2")),
    ),
    _ORDER,
    {**_ORDER, "stay_order_followed_again": "yes"},
    less(_ORDER, "stay_order_followed_again"),
    REFORM,
)

NORMS = (
    *_DEPARTURE_PASSED,
    *_CAME_FOR_BENEFITS,
    *_OWN_FAULT,
    _IDENTITY_OPEN,
    *_FAMILY_FAULT,
    *_ASYLUM_DUTIES,
    _ASSETS,
    _HOUSE_ORDER,
    _STAY_ORDER,
    *reductions_other_state.NORMS,
)
"""In the order of the statute."""

REDUCED = Definition(
    "benefits_reduced",
    "Die Leistungen sind einzuschränken.",
    "Benefits are to be reduced.",
    any_of(*(use(one) for one in NORMS), use("AsylbLG/11/2a/1")),
    "AsylbLG/1a",
)

DEFINITIONS = (REDUCED,)
