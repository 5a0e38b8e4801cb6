"""Custody that ends with an asylum decision: AsylG § 14 in the text since and before the reform, AufenthG § 62c (2)."""

from datetime import date

from augenmass.law.language import (
    TODAY,
    Condition,
    all_of,
    any_of,
    assessment,
    day,
    deadline,
    established,
    fact,
    not_,
    on,
    use,
    weeks,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.custody.definitions import CUSTODY_ENDED, held_as, over
from augenmass.law.norms.custody.release import COMMON_SYSTEM
from augenmass.law.norms.custody.specimens import kind
from augenmass.law.norms.specimens import Facts, with_facts
from augenmass.law.norms.writing import norm

_OUT = ("Die Person ist freizulassen.", "The person is to be released.")
_KINDS = ("preparatory", "securing", "cooperation", "return_after_entry")
_DECIDED: Condition = all_of(
    established("asylum_decision_served_on"),
    day("asylum_decision_served_on").not_before(day("asylum_applied_on")),
    day("asylum_decision_served_on").not_after(TODAY),
)
_APPLIED_IN_CUSTODY = kind(
    "securing",
    asylum_ever_applied="yes",
    asylum_applied_on="2026-07-10",
    other_state_asked_to_take_charge="no",
    asylum_application_refused="no",
)
_APPLIED_EARLIER = with_facts(_APPLIED_IN_CUSTODY, custody_kind_since="2026-06-03", asylum_applied_on="2026-06-08")
_APPLIED_SINCE = day("asylum_applied_on").not_before(on(COMMON_SYSTEM), cite="AsylG/87e/1")
_APPLIED_BEFORE = day("asylum_applied_on").before(on(COMMON_SYSTEM), cite="AsylG/87e/1")


def _ends_with_decision(id: str, transition: Condition, case: Facts, since: date | None = None) -> Norm:
    return norm(
        id,
        (
            "Abschiebungshaft endet mit der Asylentscheidung, spätestens vier Wochen nach dem Antrag.",
            "Removal custody ends with the asylum decision, at the latest four weeks after the application.",
        ),
        Modality.MUST,
        all_of(
            fact("asylum_ever_applied"),
            held_as(*_KINDS),
            any_of(_DECIDED, over("asylum_applied_on", weeks(4))),
            not_(fact("other_state_asked_to_take_charge")),
            not_(fact("asylum_application_refused")),
        ),
        effect=_OUT,
        since=since,
        transition=transition,
        yes=("Vor mehr als vier Wochen beantragt, nicht abgelehnt, kein anderer Staat ersucht", case),
        no=("Der Antrag ist abgelehnt", with_facts(case, asylum_application_refused="yes")),
        unknown=(
            "Ob ein anderer Staat ersucht ist, ist offen",
            with_facts(case, other_state_asked_to_take_charge=None),
        ),
    )


ENDS_NEW = _ends_with_decision("AsylG/14/4/3", _APPLIED_SINCE, _APPLIED_IN_CUSTODY, COMMON_SYSTEM)
ENDS_OLD = _ends_with_decision("AsylG/14/3/3@2026-05-04", _APPLIED_BEFORE, _APPLIED_EARLIER)


def _lawyer_in_custody(id: str, transition: Condition, case: Facts, since: date | None = None) -> Norm:
    return norm(
        id,
        (
            "Wer aus der Haft Asyl beantragt, erhält unverzüglich Gelegenheit, einen Rechtsbeistand zu erreichen.",
            "Who applies for asylum out of custody gets occasion without delay to reach a lawyer.",
        ),
        Modality.MUST,
        all_of(
            fact("asylum_ever_applied"),
            not_(use(CUSTODY_ENDED)),
            day("asylum_applied_on").not_before(day("custody_kind_since")),
            not_(fact("custody_lawyer")),
        ),
        effect=("Die Gelegenheit ist zu geben und festzuhalten.", "The occasion is to be given and put on record."),
        since=since,
        transition=transition,
        yes=("Keine Vertretung", with_facts(case, custody_lawyer="no")),
        no=("Anwaltlich vertreten", case),
        unknown=("Vertretung nicht erfasst", with_facts(case, custody_lawyer=None)),
    )


LAWYER_NEW = _lawyer_in_custody("AsylG/14/4/2", _APPLIED_SINCE, _APPLIED_IN_CUSTODY, COMMON_SYSTEM)
LAWYER_OLD = _lawyer_in_custody("AsylG/14/3/2@2026-05-04", _APPLIED_BEFORE, _APPLIED_EARLIER)

_SUPPLEMENTARY = kind(
    "supplementary",
    asylum_ever_applied="yes",
    asylum_applied_on="2026-07-10",
    asylum_refused_manifestly="no",
)
_REFUSED = with_facts(
    _SUPPLEMENTARY,
    asylum_refused_manifestly="yes",
    asylum_decision_served_on="2026-07-31",
    urgent_application_pending="no",
)
SUPPLEMENTARY_ENDS = norm(
    "AufenthG/62c/2/1",
    (
        "Die ergänzende Vorbereitungshaft endet mit der Asylentscheidung, spätestens vier Wochen nach dem Antrag.",
        "Supplementary preparatory custody ends with the asylum decision, at the latest four weeks after the application.",
    ),
    Modality.MUST,
    all_of(
        held_as("supplementary"),
        not_(fact("asylum_refused_manifestly")),
        any_of(_DECIDED, over("asylum_applied_on", weeks(4))),
    ),
    effect=_OUT,
    yes=("Vor sechs Wochen beantragt, nicht qualifiziert abgelehnt", _SUPPLEMENTARY),
    no=("Andere Haftart", _APPLIED_IN_CUSTODY),
    unknown=("Ob qualifiziert abgelehnt wurde, ist offen", with_facts(_SUPPLEMENTARY, asylum_refused_manifestly=None)),
)
SUPPLEMENTARY_AFTER_REFUSAL = norm(
    "AufenthG/62c/2/2",
    (
        "Nach qualifizierter Ablehnung endet die Haft mit der Antragsfrist, sonst mit der gerichtlichen Entscheidung.",
        "After a qualified refusal custody ends with the time to apply, otherwise with the court's decision.",
    ),
    Modality.MUST,
    all_of(
        held_as("supplementary"),
        fact("asylum_refused_manifestly"),
        deadline(day("asylum_decision_served_on"), weeks(1)).before(TODAY, cite="AsylG/36/2/1"),
        not_(fact("urgent_application_pending")),
        not_(established("urgent_application_refused_on")),
    ),
    effect=_OUT,
    yes=("Woche vorbei, kein Eilantrag", _REFUSED),
    no=("Eilantrag anhängig", with_facts(_REFUSED, urgent_application_pending="yes")),
    unknown=("Ob ein Eilantrag anhängig ist, ist offen", with_facts(_REFUSED, urgent_application_pending=None)),
)
SUPPLEMENTARY_AFTER_COURT = norm(
    "AufenthG/62c/2/3",
    (
        "Nach Ablehnung des Eilantrags endet die Haft spätestens nach einer Woche.",
        "After the urgent application was refused custody ends after a week at the latest.",
    ),
    Modality.MUST,
    all_of(held_as("supplementary"), over("urgent_application_refused_on", weeks(1))),
    effect=_OUT,
    yes=("Am 3. August abgelehnt", with_facts(_REFUSED, urgent_application_refused_on="2026-08-03")),
    no=("Am 18. August abgelehnt", with_facts(_REFUSED, urgent_application_refused_on="2026-08-18")),
    unknown=("Tag der Ablehnung unbekannt", _REFUSED),
)
SUPPLEMENTARY_NEEDLESS = norm(
    "AufenthG/62c/1/2",
    (
        "Keine Haft, wenn sie zur Vorbereitung der Androhung nicht erforderlich ist.",
        "No custody where it is not needed to prepare the warning.",
    ),
    Modality.FORBIDDEN,
    all_of(held_as("supplementary"), assessment("asylum_warning_preparation_needless")),
    effect=("Die Haft darf nicht angeordnet werden.", "Custody must not be ordered."),
    yes=("Nicht erforderlich", with_facts(_SUPPLEMENTARY, asylum_warning_preparation_needless="yes")),
    no=("Erforderlich", with_facts(_SUPPLEMENTARY, asylum_warning_preparation_needless="no")),
    unknown=("Nicht beurteilt", _SUPPLEMENTARY),
)

NORMS = (
    LAWYER_NEW,
    LAWYER_OLD,
    ENDS_NEW,
    ENDS_OLD,
    SUPPLEMENTARY_NEEDLESS,
    SUPPLEMENTARY_ENDS,
    SUPPLEMENTARY_AFTER_REFUSAL,
    SUPPLEMENTARY_AFTER_COURT,
)
RELEASING = (ENDS_NEW, ENDS_OLD, SUPPLEMENTARY_ENDS, SUPPLEMENTARY_AFTER_REFUSAL, SUPPLEMENTARY_AFTER_COURT)
"""Norms whose yes means that the person is to be released."""
