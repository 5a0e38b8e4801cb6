"""Against custody: the complaint, the finding afterwards, and the lawyer by the court while the law still gave one (FamFG, AufenthG § 62d)."""

from datetime import date

from augenmass.law.language import TODAY, all_of, assessment, day, fact, is_in, months, not_, use, weeks
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.custody.court import APPLIED
from augenmass.law.norms.custody.definitions import COURT, CUSTODY_ENDED
from augenmass.law.norms.custody.specimens import DETAINED
from augenmass.law.norms.specimens import Facts, with_facts
from augenmass.law.norms.writing import norm

LAST_DAY_OF_62D = date(2026, 6, 8)
"""Last day on which § 62d stood in the text: gone in that of 9 June 2026."""
FINDING = norm(
    "FamFG/62/1",
    (
        "Nach der Haft kann die Rechtsverletzung festgestellt werden.",
        "After custody the violation of rights can be found.",
    ),
    Modality.STATE,
    all_of(use(CUSTODY_ENDED), fact("custody_complaint_filed"), assessment("custody_review_interest")),
    effect=("Das Beschwerdegericht spricht sie auf Antrag aus.", "The court of complaint says so on application."),
    decider="Beschwerdegericht",
    yes=(
        "Beschwerde, berechtigtes Interesse",
        with_facts(DETAINED, custody_kind="none", custody_complaint_filed="yes", custody_review_interest="yes"),
    ),
    no=("Noch in Haft", with_facts(DETAINED, custody_complaint_filed="yes")),
    unknown=("Interesse nicht beurteilt", with_facts(DETAINED, custody_kind="none", custody_complaint_filed="yes")),
)
_NOTIFIED = with_facts(DETAINED, custody_order_notified_on="2026-08-05", custody_complaint_filed="no")


def _complaint(id: str, words: tuple[str, str], provisional: bool, case: Facts) -> Norm:
    last = day("custody_order_notified_on") + (weeks(2) if provisional else months(1))
    kind = fact("custody_order_provisional")
    return norm(
        id,
        words,
        Modality.STATE,
        all_of(
            kind if provisional else not_(kind),
            day("custody_order_notified_on").not_after(TODAY),
            TODAY.not_after(last),
        ),
        effect=("Die Beschwerde ist noch möglich.", "A complaint is still possible."),
        decider="Beschwerdegericht",
        remedy="Beschwerde zum Landgericht, danach Rechtsbeschwerde",
        suspensive=False,
        yes=("Am 10. August bekannt gegeben", with_facts(case, custody_order_notified_on="2026-08-10")),
        no=("Im Juni bekannt gegeben", with_facts(case, custody_order_notified_on="2026-06-05")),
        unknown=("Bekanntgabe nicht erfasst", with_facts(case, custody_order_notified_on=None)),
    )


COMPLAINT = _complaint(
    "FamFG/63/1",
    ("Die Beschwerde ist binnen eines Monats einzulegen.", "A complaint is to be filed within a month."),
    False,
    _NOTIFIED,
)
COMPLAINT_PROVISIONAL = _complaint(
    "FamFG/63/2/1",
    (
        "Gegen eine einstweilige Anordnung ist die Beschwerde binnen zwei Wochen einzulegen.",
        "Against a provisional order a complaint is to be filed within two weeks.",
    ),
    True,
    with_facts(_NOTIFIED, custody_order_provisional="yes"),
)
COMPULSORY_LAWYER = norm(
    "AufenthG/62d@2026-05-04",
    (
        "Wer im Haftverfahren keine Vertretung hatte, erhielt von Amts wegen eine.",
        "Who had no lawyer in a custody case was given one by the court.",
    ),
    Modality.MUST,
    all_of(
        APPLIED,
        is_in("custody_kind", "preparatory", "securing", "cooperation", "departure"),
        not_(fact("custody_lawyer")),
    ),
    effect=(
        "Bis zur Aufhebung der Vorschrift zu bestellen; seither verlangt sie nichts mehr.",
        "To be appointed until the provision was repealed; since then it asks for nothing.",
    ),
    decider=COURT,
    until=LAST_DAY_OF_62D,
    on=date(2026, 6, 1),
    yes=(
        "Antrag im Mai, keine Vertretung",
        with_facts(DETAINED, custody_lawyer="no", custody_application_on="2026-05-20"),
    ),
    no=("Vertreten", with_facts(DETAINED, custody_application_on="2026-05-20")),
    unknown=(
        "Vertretung nicht erfasst",
        with_facts(DETAINED, custody_application_on="2026-05-20", custody_lawyer=None),
    ),
)

NORMS = (COMPULSORY_LAWYER, FINDING, COMPLAINT, COMPLAINT_PROVISIONAL)
