"""Screening at the border and in the country (AufenthG §§ 14a, 15b): leaving stays free, holding ends when it is needless."""

from augenmass.law.language import Condition, all_of, any_of, assessment, days, fact, is_in, use
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.custody.definitions import COURT, HELD_WITHOUT_ORDER, held_as, over
from augenmass.law.norms.custody.release import COMMON_SYSTEM
from augenmass.law.norms.custody.specimens import DETAINED, HELD, kind
from augenmass.law.norms.specimens import with_facts
from augenmass.law.norms.writing import norm

_DONE = (
    ("screening_identity_done", "AufenthG/15b/3/2/1"),
    ("screening_biometrics_done", "AufenthG/15b/3/2/2"),
    ("screening_security_done", "AufenthG/15b/3/2/3"),
    ("screening_no_security_measure", "AufenthG/15b/3/2/4"),
    ("screening_no_return_follows", "AufenthG/15b/3/2/5"),
)
_INLAND = kind("screening_inland", screening_holding_needless="no", screening_no_return_follows="no")
LEAVE_FREELY = norm(
    "AufenthG/14a/1/2",
    (
        "Wer an der Außengrenze überprüft wird, darf an der Abreise nicht gehindert werden.",
        "Who is screened at the border must not be hindered from leaving.",
    ),
    Modality.FORBIDDEN,
    held_as("screening_border"),
    effect=(
        "Auf Verlangen ist zur Grenze zu bringen, wo abgereist werden kann.",
        "On request there is transport to a border where the person can leave.",
    ),
    since=COMMON_SYSTEM,
    yes=("In der Überprüfung an der Grenze", kind("screening_border")),
    no=("Andere Haftart", DETAINED),
    unknown=("Haftart nicht erfasst", with_facts(DETAINED, custody_kind=None)),
)
INLAND_JUDGE = norm(
    "AufenthG/15b/1/2",
    (
        "Bei Freiheitsentziehung zur Überprüfung ist unverzüglich eine richterliche Entscheidung herbeizuführen.",
        "When liberty is taken for screening a judge's decision is to be had without delay.",
    ),
    Modality.MUST,
    all_of(is_in("custody_kind", "screening_inland"), use(HELD_WITHOUT_ORDER)),
    effect=(
        "Entbehrlich nur, wenn vorher freigelassen würde (Satz 3); die Freilassung bleibt Pflicht.",
        "Needless only if release would come first (sentence 3); the release stays a duty.",
    ),
    decider=COURT,
    since=COMMON_SYSTEM,
    yes=("Ergriffen, keine Anordnung", {**HELD, "custody_kind": "screening_inland"}),
    no=("Andere Haftart", HELD),
    unknown=("Tag des Ergreifens unbekannt", {"custody_kind": "screening_inland"}),
)
NEEDLESS = norm(
    "AufenthG/15b/3/1",
    (
        "Kein Festhalten, wenn es für die Überprüfung nicht mehr erforderlich ist.",
        "No holding when it is no longer needed for the screening.",
    ),
    Modality.MUST,
    all_of(
        held_as("screening_inland"),
        any_of(
            assessment("screening_holding_needless"),
            all_of(*(fact(name, cite=cite) for name, cite in _DONE), cite="AufenthG/15b/3/2"),
        ),
    ),
    effect=("Von Festhalten und Haft ist abzusehen.", "Holding and custody are to be given up."),
    since=COMMON_SYSTEM,
    yes=("Alle fünf Punkte erledigt", with_facts(_INLAND, **dict.fromkeys((name for name, _ in _DONE), "yes"))),
    no=("Eine Rückführung folgt, Festhalten erforderlich", _INLAND),
    unknown=("Erforderlichkeit nicht beurteilt", with_facts(_INLAND, screening_holding_needless=None)),
)


def _longest(id: str, where: tuple[str, str], custody: str, count: int) -> Norm:
    case = kind(custody, custody_kind_since="2026-08-01")
    when: Condition = all_of(held_as(custody), over("custody_kind_since", days(count)))
    return norm(
        id,
        where,
        Modality.MUST,
        when,
        effect=("Die Zeit der Überprüfung ist nachzurechnen.", "The time of the screening is to be checked."),
        since=COMMON_SYSTEM,
        verified=False,
        yes=("Am 1. August begonnen", case),
        no=("Am Vortag begonnen", with_facts(case, custody_kind_since="2026-08-19")),
        unknown=("Beginn unbekannt", with_facts(case, custody_kind_since=None)),
    )


BORDER_LONGEST = _longest(
    "ScreeningVO/8/3",
    (
        "Die Überprüfung an der Grenze dauert höchstens sieben Tage.",
        "Screening at the border lasts at most seven days.",
    ),
    "screening_border",
    7,
)
INLAND_LONGEST = _longest(
    "ScreeningVO/8/4",
    ("Die Überprüfung im Land dauert höchstens drei Tage.", "Screening in the country lasts at most three days."),
    "screening_inland",
    3,
)
NORMS = (LEAVE_FREELY, INLAND_JUDGE, NEEDLESS, BORDER_LONGEST, INLAND_LONGEST)
