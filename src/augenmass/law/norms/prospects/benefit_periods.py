"""Asylum Seekers' Benefits Act §§ 11, 14: level, length, effect and end of a reduction; what the person is told."""

from augenmass.law.language import (
    TODAY,
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    established,
    is_in,
    months,
    not_,
    unverified,
    use,
)
from augenmass.law.norm import Modality
from augenmass.law.norms.prospects.benefits import ENTITLED, ORDINARY
from augenmass.law.norms.prospects.reducing import OFFICE, REDUCED_CASE, REMEDY, less
from augenmass.law.norms.prospects.reductions import REDUCED
from augenmass.law.norms.writing import norm

_LIMITED = {"reduction_from": "2026-07-01", "reduction_until": "2026-12-31"}

LEVEL = norm(
    "AsylbLG/1a/1/2",
    (
        "Nur noch Ernährung, Unterkunft, Heizung, Körper- und Gesundheitspflege.",
        "Only food, shelter, heating, body and health care.",
    ),
    Modality.STATE,
    use(REDUCED),
    effect=(
        "Weiteres nur bei besonderen Umständen; in der Regel als Sachleistung.",
        "More only in particular circumstances; as a rule in kind.",
    ),
    decider=OFFICE,
    remedy=REMEDY,
    suspensive=False,
    yes=("Scheitern selbst zu vertreten", REDUCED_CASE),
    no=("Nichts schränkt ein", ORDINARY),
    unknown=("Verschulden nicht geprüft", less(ORDINARY, "removal_fails_by_own_fault")),
)

PROGRAMMES = norm(
    "AsylbLG/11/1",
    ("Auf Programme zur Rückkehr ist hinzuweisen.", "The person is to be told of programmes for return."),
    Modality.MUST,
    use(ENTITLED),
    effect=(
        "Der Hinweis gehört zusammen mit dem auf die Folgen eines Förderantrags für Aufenthaltsperspektiven.",
        "The notice belongs together with that of the effects of applying on prospects of residence.",
    ),
    decider=OFFICE,
    yes=("Mit Duldung", {"benefits_ground": "suspended"}),
    no=("Anderer Titel", {"benefits_ground": "none"}),
    unknown=("Nicht geprüft", {}),
)

NO_CERTIFICATE = norm(
    "AsylbLG/11/2a/1",
    (
        "Bis zum Ankunftsnachweis nur eingeschränkte Leistungen.",
        "Until the certificate of arrival only reduced benefits.",
    ),
    Modality.STATE,
    all_of(
        any_of(is_in("benefits_ground", "applied"), unverified(is_in("benefits_ground", "enforceable", "follow_up"))),
        assessment("arrival_certificate_due"),
    ),
    effect=(
        "Sie enden, wenn die Person erfasst und aufgenommen ist und das Fehlen nicht zu vertreten hat.",
        "They end once the person is registered and received and does not answer for its lack.",
    ),
    decider=OFFICE,
    remedy=REMEDY,
    suspensive=False,
    yes=("Fingerabdrücke verweigert", {"benefits_ground": "applied", "arrival_certificate_due": "yes"}),
    no=("Technik der Stelle fehlt", {"benefits_ground": "applied", "arrival_certificate_due": "no"}),
    unknown=("Grund nicht geprüft", {"benefits_ground": "applied"}),
)

NO_SUSPENSIVE_EFFECT = norm(
    "AsylbLG/11/4",
    (
        "Rechtsbehelfe gegen die Einschränkung haben keine aufschiebende Wirkung.",
        "Remedies against a reduction do not suspend.",
    ),
    Modality.STATE,
    day("reduction_from").not_after(TODAY),
    effect=("Einstweiliger Rechtsschutz beim Sozialgericht bleibt.", "Interim relief by the social court remains."),
    decider=OFFICE,
    suspensive=False,
    yes=("Eingeschränkt seit Juli", _LIMITED),
    no=("Beginnt erst im Oktober", {"reduction_from": "2026-10-01"}),
    unknown=("Beginn nicht erfasst", {}),
)

TOO_LONG = norm(
    "AsylbLG/14/1",
    (
        "Eine Einschränkung für mehr als sechs Monate ist unzulässig.",
        "A reduction for more than six months is not allowed.",
    ),
    Modality.FORBIDDEN,
    (day("reduction_from") + months(6)).not_after(day("reduction_until")),
    effect=("Der Bescheid ist auf sechs Monate zu befristen.", "The decision is to be limited to six months."),
    decider=OFFICE,
    remedy=REMEDY,
    yes=("Ein Jahr eingeschränkt", {**_LIMITED, "reduction_until": "2027-06-30"}),
    no=("Juli bis Dezember", _LIMITED),
    unknown=("Ende nicht erfasst", {"reduction_from": "2026-07-01"}),
)

CONTINUED = norm(
    "AsylbLG/14/2",
    (
        "Besteht die Pflichtverletzung fort, ist die Einschränkung fortzusetzen.",
        "While the breach persists the reduction is to be continued.",
    ),
    Modality.MUST,
    all_of(day("reduction_until").before(TODAY), assessment("breach_persists"), use(REDUCED)),
    effect=("Nur nach neuer Prüfung, wieder für sechs Monate.", "Only after a new check, again for six months."),
    decider=OFFICE,
    remedy=REMEDY,
    suspensive=False,
    yes=(
        "Frist vorbei, Verletzung geprüft",
        {**REDUCED_CASE, "reduction_until": "2026-07-31", "breach_persists": "yes"},
    ),
    no=("Mitwirkung nachgeholt", {**REDUCED_CASE, "reduction_until": "2026-07-31", "breach_persists": "no"}),
    unknown=("Nicht erneut geprüft", {**REDUCED_CASE, "reduction_until": "2026-07-31"}),
)

MUST_END = Definition(
    "reduction_must_end",
    "Eine laufende Einschränkung ist zu beenden oder neu zu prüfen.",
    "A reduction in force is to be ended or checked anew.",
    all_of(
        established("reduction_from"),
        day("reduction_from").not_after(TODAY),
        any_of(not_(established("reduction_until")), day("reduction_until").not_before(TODAY)),
        any_of(
            not_(use(REDUCED)),
            use(TOO_LONG),
            (day("reduction_from") + months(6)).not_after(TODAY),
        ),
    ),
    "AsylbLG/14/1",
)

DEFINITIONS = (MUST_END,)
NORMS = (LEVEL, PROGRAMMES, NO_CERTIFICATE, NO_SUSPENSIVE_EFFECT, TOO_LONG, CONTINUED)
"""In the order of the statute."""
