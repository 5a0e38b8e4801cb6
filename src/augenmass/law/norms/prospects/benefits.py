"""Asylum Seekers' Benefits Act §§ 1–3, 11, 14: entitlement, exclusion, bridging, length and effect of a reduction."""

from datetime import date

from augenmass.law.language import (
    TODAY,
    Condition,
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    days,
    established,
    fact,
    is_in,
    months,
    not_,
    unverified,
    use,
    years,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.prospects import reductions
from augenmass.law.norms.prospects.reductions import BEFORE, OFFICE, REDUCED, REDUCED_CASE, REMEDY, less
from augenmass.law.norms.writing import norm
from augenmass.law.vocabulary.benefits import GROUNDS

ENTITLED_GROUNDS = tuple(ground.key for ground in GROUNDS if ground.key != "none")

_ELSEWHERE = {
    "benefits_ground": "enforceable",
    "protected_in_other_member_state": "yes",
    "transfer_decision_served": "no",
    "transfer_action_suspends": "no",
}
_TRANSFER = {**_ELSEWHERE, "protected_in_other_member_state": "no", "transfer_decision_served": "yes"}
ORDINARY = {
    **reductions.NOTHING,
    "benefits_ground": "suspended",
    "present_since": "2025-02-03",
    "stay_length_abused": "no",
    "analogue_before_2024": "no",
}
"""Entitled with a suspension for a year and a half, nothing reduces."""
LONG = {**ORDINARY, "present_since": "2022-05-02"}
_LIMITED = {"reduction_from": "2026-07-01", "reduction_until": "2026-12-31"}

ENTITLED = norm(
    "AsylbLG/1/1",
    ("Leistungen nach dem Asylbewerberleistungsgesetz stehen zu.", "Benefits under the Act are due."),
    Modality.STATE,
    is_in("benefits_ground", *ENTITLED_GROUNDS),
    effect=("Zuständig ist die Leistungsbehörde.", "The benefits office is competent."),
    decider=OFFICE,
    yes=("Mit Duldung", {"benefits_ground": "suspended"}),
    no=("Anderer Titel", {"benefits_ground": "none"}),
    unknown=("Nicht geprüft", {}),
)


def _exclusion(version: str, since: date | None, until: date | None, on: date, grounds: tuple[str, ...]) -> Norm:
    transfer: Condition = fact("transfer_decision_served")
    if not version:
        transfer = all_of(transfer, not_(fact("transfer_action_suspends")))
    return norm(
        f"AsylbLG/1/4/1{version}",
        (
            "Bei Schutz in einem anderen Staat oder angeordneter Überstellung besteht kein Anspruch.",
            "With protection in another state, or a transfer ordered, there is no claim.",
        ),
        Modality.STATE,
        all_of(
            is_in("benefits_ground", *grounds),
            any_of(fact("protected_in_other_member_state"), transfer),
            not_(assessment("benefits_hardship", cite=f"AsylbLG/1/4/6{version}")),
        ),
        effect=(
            "Es bleiben Überbrückung, Rückreisekosten und Hilfe in besonderer Härte; ob das höherem Recht genügt, ist streitig.",
            "Bridging, costs of return and help in particular hardship remain; whether that satisfies higher law is disputed.",
        ),
        decider=OFFICE,
        remedy=REMEDY,
        suspensive=False,
        since=since,
        until=until,
        on=on,
        yes=("Schutz in Griechenland", {**_ELSEWHERE, "benefits_hardship": "no"}),
        no=("Duldung", {**_ELSEWHERE, "benefits_ground": "suspended"}),
        unknown=("Härte nicht geprüft", _ELSEWHERE),
    )


EXCLUSIONS = (
    _exclusion("", date(2026, 6, 12), None, date(2026, 8, 20), ("entry_refused", "enforceable")),
    _exclusion("@2026-05-04", None, date(2026, 6, 11), BEFORE, ("enforceable",)),
)
EXCLUDED = Definition(
    "benefits_excluded",
    "Ein Anspruch auf Leistungen besteht nicht.",
    "There is no claim to benefits.",
    any_of(*(use(one) for one in EXCLUSIONS)),
    "AsylbLG/1/4/1",
)
BRIDGING = norm(
    "AsylbLG/1/4/2",
    ("Überbrückung bis zur Ausreise, höchstens zwei Wochen.", "Bridging until departure, two weeks at most."),
    Modality.MUST,
    all_of(
        any_of(use(EXCLUDED), fact("protected_in_other_member_state"), fact("transfer_decision_served")),
        is_in("benefits_ground", "entry_refused", "enforceable"),
        any_of(
            not_(established("bridging_received_on")),
            (day("bridging_received_on") + days(14)).after(TODAY),
            (day("bridging_received_on") + years(2)).not_after(TODAY),
        ),
    ),
    effect=(
        "Einmal in zwei Jahren, als Sachleistung; darüber und über Härtefallhilfe ist zu unterrichten.",
        "Once in two years, in kind; the person is to be told of it and of help in hardship.",
    ),
    decider=OFFICE,
    yes=("Noch nie erhalten", _ELSEWHERE),
    no=("Im Mai erhalten", {**_ELSEWHERE, "bridging_received_on": "2026-05-04"}),
    unknown=("Grund der Leistung offen", less(_ELSEWHERE, "benefits_ground")),
)
HARDSHIP = norm(
    "AsylbLG/1/4/6",
    ("In besonderer Härte sind weitere Leistungen zu erbringen.", "In particular hardship further benefits are due."),
    Modality.MUST,
    all_of(
        is_in("benefits_ground", "entry_refused", "enforceable"),
        any_of(fact("protected_in_other_member_state"), fact("transfer_decision_served")),
        assessment("benefits_hardship"),
    ),
    effect=(
        "Auch über zwei Wochen hinaus, und für Bedürfnisse von Kindern.",
        "Beyond two weeks too, and for the needs of children.",
    ),
    decider=OFFICE,
    yes=("Kind in der Familie", {**_ELSEWHERE, "benefits_hardship": "yes"}),
    no=("Keine Härte", {**_ELSEWHERE, "benefits_hardship": "no"}),
    unknown=("Nicht geprüft", _ELSEWHERE),
)
ANALOGUE = norm(
    "AsylbLG/2/1/1",
    (
        "Nach 36 Monaten gelten die Leistungen der Sozialhilfe.",
        "After 36 months the benefits of social assistance apply.",
    ),
    Modality.MUST,
    all_of(
        use(ENTITLED),
        (day("present_since") + months(36)).not_after(TODAY),
        not_(assessment("stay_length_abused")),
        not_(use(REDUCED)),
        not_(use(EXCLUDED)),
    ),
    effect=(
        "Zwölftes Buch und Teil 2 des Neunten Buches gelten entsprechend.",
        "The Twelfth Book and part 2 of the Ninth Book apply.",
    ),
    decider=OFFICE,
    remedy=REMEDY,
    yes=("Seit über vier Jahren hier", {**LONG, "benefits_hardship": "no"}),
    no=("Erst seit eineinhalb Jahren", ORDINARY),
    unknown=("Missbrauch nicht beurteilt", less(LONG, "stay_length_abused")),
)
ANALOGUE_BEFORE = norm(
    "AsylbLG/20",
    (
        "Wer schon vor dem 27. Februar 2024 Leistungen nach § 2 bezog, behält das frühere Recht.",
        "Whoever received benefits under section 2 before 27 February 2024 keeps the former law.",
    ),
    Modality.MUST,
    all_of(
        use(ENTITLED),
        fact("analogue_before_2024"),
        not_(assessment("stay_length_abused")),
        not_(use(REDUCED)),
        not_(use(EXCLUDED)),
    ),
    effect=("Auf 36 Monate kommt es nicht an.", "The 36 months do not matter."),
    decider=OFFICE,
    remedy=REMEDY,
    yes=("Seit 2023 nach § 2", {**ORDINARY, "analogue_before_2024": "yes"}),
    no=("Nie nach § 2", {**ORDINARY, "analogue_before_2024": "no"}),
    unknown=("Früherer Bezug nicht geprüft", less(ORDINARY, "analogue_before_2024")),
)
ANALOGUE_DUE = Definition(
    "analogue_benefits",
    "Leistungen wie in der Sozialhilfe stehen zu.",
    "Benefits as in social assistance are due.",
    any_of(use(ANALOGUE), use(ANALOGUE_BEFORE)),
    "AsylbLG/2/1/1",
)
BASIC = norm(
    "AsylbLG/3/1",
    ("Grundleistungen stehen zu.", "Basic benefits are due."),
    Modality.MUST,
    all_of(use(ENTITLED), not_(use(REDUCED)), not_(use(EXCLUDED)), not_(use(ANALOGUE_DUE))),
    effect=(
        "Notwendiger und notwendiger persönlicher Bedarf sind zu decken.",
        "Necessary and necessary personal needs are to be met.",
    ),
    decider=OFFICE,
    remedy=REMEDY,
    yes=("Duldung seit eineinhalb Jahren", ORDINARY),
    no=("Nicht leistungsberechtigt", {**ORDINARY, "benefits_ground": "none"}),
    unknown=("Einschränkung nicht geprüft", less(ORDINARY, "removal_fails_by_own_fault")),
)
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

DEFINITIONS = (EXCLUDED, ANALOGUE_DUE, MUST_END)
NORMS = (
    ENTITLED,
    *EXCLUSIONS,
    BRIDGING,
    HARDSHIP,
    LEVEL,
    ANALOGUE,
    ANALOGUE_BEFORE,
    BASIC,
    PROGRAMMES,
    NO_CERTIFICATE,
    NO_SUSPENSIVE_EFFECT,
    TOO_LONG,
    CONTINUED,
)
"""In the order of the statute."""
