"""Asylum Act § 87e: which applications, withdrawals and transfers follow the law before 12 June 2026, and which the law since."""

from datetime import date

from augenmass.law.language import (
    Condition,
    Definition,
    all_of,
    any_of,
    day,
    established,
    fact,
    not_,
    on,
    unverified,
    use,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.writing import FEDERAL_OFFICE, Told, norm

REFORM = date(2026, 6, 12)
"""The day from which applications and procedures of withdrawal follow the reformed law."""
TRANSFER_REGIME = date(2026, 7, 1)
"""The day that Regulation (EU) 2024/1351 itself may name. German law changed its references on the day of the reform; in between
it stays open which rules apply to a transfer."""
OLD_TEXT = "2026-06-09"
"""The last text of the Asylum Act before the reform."""

_BEFORE = {"asylum_applied_on": "2026-03-02"}
_SINCE = {"asylum_applied_on": "2026-06-22"}
_NO_DAY = "Tag des Asylantrags unbekannt"

OLD_LAW = Definition(
    "asylum_law_before_reform",
    "Der Asylantrag wurde vor dem 12. Juni 2026 gestellt: Es gilt das frühere Verfahrensrecht.",
    "The asylum application was lodged before 12 June 2026: the earlier rules of procedure apply.",
    day("asylum_applied_on").before(on(REFORM)),
    "AsylG/87e/1",
)
NEW_LAW = Definition(
    "asylum_law_since_reform",
    "Der Asylantrag wurde ab dem 12. Juni 2026 gestellt: Es gilt das neue Recht.",
    "The asylum application was lodged on or after 12 June 2026: the new law applies.",
    day("asylum_applied_on").not_before(on(REFORM)),
    "AsylG/87e/2",
)
OLD_WITHDRAWAL = Definition(
    "withdrawal_before_reform",
    "Das Verfahren zum Entzug des Schutzes begann vor dem 12. Juni 2026.",
    "The procedure of withdrawing protection began before 12 June 2026.",
    day("withdrawal_begun_on").before(on(REFORM)),
    "AsylG/87e/1",
)
NEW_WITHDRAWAL = Definition(
    "withdrawal_since_reform",
    "Das Verfahren zum Entzug des Schutzes begann am oder nach dem 12. Juni 2026.",
    "The procedure of withdrawing protection began on or after 12 June 2026.",
    day("withdrawal_begun_on").not_before(on(REFORM)),
    "AsylG/87e/2",
)
OLD_FOLLOW_UP = Definition(
    "follow_up_before_reform",
    "Der Folgeantrag wurde vor dem 12. Juni 2026 gestellt.",
    "The follow-up application was lodged before 12 June 2026.",
    day("follow_up_filed_on").before(on(REFORM)),
    "AsylG/87e/1",
)
NEW_FOLLOW_UP = Definition(
    "follow_up_since_reform",
    "Der Folgeantrag wurde ab dem 12. Juni 2026 gestellt.",
    "The follow-up application was lodged on or after 12 June 2026.",
    day("follow_up_filed_on").not_before(on(REFORM)),
    "AsylG/87e/2",
)


def _registered_before(limit: date) -> Condition:
    """Return the condition that the application was registered before a day, by its filing where no registration is on record."""
    registered = established("asylum_registered_on")
    return any_of(
        all_of(registered, day("asylum_registered_on").before(on(limit))),
        all_of(not_(registered), day("asylum_applied_on").before(on(limit))),
    )


OLD_TRANSFER = Definition(
    "transfer_by_dublin_regulation",
    "Für die Überstellung gilt noch die Verordnung (EU) Nr. 604/2013.",
    "The transfer still follows Regulation (EU) No 604/2013.",
    any_of(_registered_before(REFORM), unverified(_registered_before(TRANSFER_REGIME))),
    "AsylmanagementVO/84/1",
)
NEW_TRANSFER = Definition(
    "transfer_by_new_regulation",
    "Für die Überstellung gilt die Verordnung (EU) 2024/1351.",
    "The transfer follows Regulation (EU) 2024/1351.",
    any_of(not_(_registered_before(TRANSFER_REGIME)), unverified(not_(_registered_before(REFORM)))),
    "AsylmanagementVO/84/1",
)


def of_old_law(
    id: str,
    words: tuple[str, str],
    modality: Modality,
    when: Condition,
    *,
    effect: tuple[str, str],
    yes: Told,
    no: Told,
    unknown: Told | None = None,
    decider: str = FEDERAL_OFFICE,
    remedy: str = "",
    suspensive: bool | None = None,
) -> Norm:
    """Return a norm of the text before the reform, for applications lodged before it. Without ``unknown`` the day is missing there."""
    return norm(
        id,
        words,
        modality,
        when,
        effect=effect,
        yes=(yes[0], {**_BEFORE, **yes[1]}),
        no=(no[0], {**_BEFORE, **no[1]}),
        unknown=(unknown[0], {**_BEFORE, **unknown[1]}) if unknown else (_NO_DAY, yes[1]),
        decider=decider,
        remedy=remedy,
        suspensive=suspensive,
        transition=use(OLD_LAW),
    )


def of_new_law(
    id: str,
    words: tuple[str, str],
    modality: Modality,
    when: Condition,
    *,
    effect: tuple[str, str],
    yes: Told,
    no: Told,
    unknown: Told | None = None,
    decider: str = FEDERAL_OFFICE,
    remedy: str = "",
    suspensive: bool | None = None,
    verified: bool = True,
) -> Norm:
    """Return a norm of the reformed text, for applications lodged since the reform; parameters as ``of_old_law``."""
    return norm(
        id,
        words,
        modality,
        when,
        effect=effect,
        yes=(yes[0], {**_SINCE, **yes[1]}),
        no=(no[0], {**_SINCE, **no[1]}),
        unknown=(unknown[0], {**_SINCE, **unknown[1]}) if unknown else (_NO_DAY, yes[1]),
        decider=decider,
        remedy=remedy,
        suspensive=suspensive,
        since=REFORM,
        transition=use(NEW_LAW),
        verified=verified,
    )


NORMS = (
    norm(
        "AsylG/87e/2/1",
        ("Das neue Recht gilt für Anträge ab dem 12. Juni 2026.", "New law applies to applications from 12 June 2026."),
        Modality.STATE,
        use(NEW_LAW),
        effect=("Schutz wird nach neuem Recht geprüft.", "Protection is examined by the new law."),
        decider=FEDERAL_OFFICE,
        since=REFORM,
        yes=("Antrag am 22. Juni 2026", _SINCE),
        no=("Antrag im März 2026", _BEFORE),
        unknown=("Nur das Jahr ist bekannt", {"asylum_applied_on": "2026"}),
    ),
    norm(
        "AsylG/87e/2/2",
        (
            "Das neue Recht gilt für den Entzug, wenn das Verfahren ab dem 12. Juni 2026 begann.",
            "New law applies to withdrawals begun from 12 June 2026.",
        ),
        Modality.STATE,
        use(NEW_WITHDRAWAL),
        effect=("Der Entzug wird nach neuem Recht geprüft.", "Withdrawal is examined by the new law."),
        decider=FEDERAL_OFFICE,
        since=REFORM,
        yes=("Verfahren im Juli 2026 begonnen", {"withdrawal_begun_on": "2026-07-06"}),
        no=("Verfahren im Mai 2026 begonnen", {"withdrawal_begun_on": "2026-05-18"}),
        unknown=("Beginn unbekannt", {}),
    ),
    norm(
        "AsylG/87e/3/1",
        (
            "Für abgeleiteten Familienschutz gelten Widerruf und Rücknahme nach früherem Recht.",
            "Derived family protection is revoked by the earlier law.",
        ),
        Modality.STATE,
        fact("family_protection_old_law"),
        effect=("Es gelten die früheren Gründe.", "The earlier grounds apply."),
        decider=FEDERAL_OFFICE,
        since=REFORM,
        yes=("Vom Ehegatten abgeleiteter Schutz", {"family_protection_old_law": "yes"}),
        no=("Eigener Schutz", {"family_protection_old_law": "no"}),
        unknown=("Nicht geprüft", {}),
    ),
    norm(
        "AsylverfahrensVO/79/3",
        (
            "Verfahren über frühere Anträge werden nach früherem Recht zu Ende geführt.",
            "Procedures on earlier applications are concluded by the earlier law.",
        ),
        Modality.STATE,
        use(OLD_LAW),
        effect=("Das frühere Verfahrensrecht gilt weiter.", "The earlier rules of procedure go on."),
        decider=FEDERAL_OFFICE,
        verified=False,
        yes=("Antrag im März 2026", _BEFORE),
        no=("Antrag am 22. Juni 2026", _SINCE),
        unknown=("Tag unbekannt", {}),
    ),
)
DEFINITIONS = (
    OLD_LAW,
    NEW_LAW,
    OLD_WITHDRAWAL,
    NEW_WITHDRAWAL,
    OLD_FOLLOW_UP,
    NEW_FOLLOW_UP,
    OLD_TRANSFER,
    NEW_TRANSFER,
)
