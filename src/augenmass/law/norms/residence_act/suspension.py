"""Residence Act § 60a: suspension of removal, who is entitled, illness, revocation, notice after a year."""

from datetime import date

from augenmass.law.language import (
    TODAY,
    Condition,
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    established,
    fact,
    is_in,
    not_,
    presumed,
    use,
    weeks,
    years,
)
from augenmass.law.language import months as calendar_months
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms.specimens import OBLIGED, SUSPENDED, WARNED, with_facts
from augenmass.law.norms.writing import done, norm

LAND_MINISTRY = "oberste Landesbehörde"
_OWN_RULES = ("training", "employment")
"""Suspensions that end by rules of their own (AufenthG §§ 60c, 60d), not by revocation under § 60a (5)."""
_NO_OBJECTION = "Klage; ein Widerspruch gegen die Versagung der Duldung ist ausgeschlossen"


def _heard_since(start: str) -> Condition:
    return any_of(
        all_of(established("heard_on"), day("heard_on").not_before(day(start))),
        all_of(not_(established("heard_on")), day("hearing_letter_on").not_before(day(start))),
    )


IMPOSSIBLE = Definition(
    "removal_impossible",
    "Die Abschiebung ist aus tatsächlichen oder rechtlichen Gründen unmöglich.",
    "Removal is impossible for reasons of fact or of law.",
    any_of(
        assessment("removal_impossible_in_fact"),
        assessment("removal_impossible_in_law"),
        use(d.PROHIBITED),
        all_of(assessment("health_opposes_removal"), not_(use("AufenthG/60a/2c/1"))),
        all_of(established("travel_fitness"), is_in("travel_fitness", "unfit")),
        assessment("best_interests_of_child_oppose"),
        assessment("family_ties_oppose"),
        fact("court_prohibits_removal"),
        fact("human_rights_court_measure", cite="EMRK/34"),
        use("AufenthG/58/1a"),
        use("AufenthG/72/4/1"),
        use("AufenthG/72/4/2"),
    ),
    "AufenthG/60a/2/1",
)
IMPOSSIBLE_CLAIM = norm(
    "AufenthG/60a/2/1",
    ("Die Abschiebung ist wegen Unmöglichkeit auszusetzen.", "Removal is to be suspended because it is impossible."),
    Modality.MUST,
    presumed(
        all_of(use(IMPOSSIBLE), not_(use(d.VALID_TITLE))),
        unless=any_of(
            fact("asylum_procedure_running", cite="AsylG/55/1"), use(d.STAY_BY_APPLICATION), use(d.FREE_MOVEMENT)
        ),
        cite="AufenthG/60a/3",
    ),
    effect=(
        "Die Duldung ist zu erteilen, solange die Unmöglichkeit besteht.",
        "The suspension is to be granted while it is impossible.",
    ),
    remedy=_NO_OBJECTION,
    yes=("Kein Reisedokument erreichbar", with_facts(OBLIGED, removal_impossible_in_fact="yes")),
    no=(
        "Ein Asylverfahren läuft: Der Aufenthalt ist gestattet",
        with_facts(OBLIGED, removal_impossible_in_fact="yes", asylum_procedure_running="yes"),
    ),
    unknown=("Das Kindeswohl ist nicht geprüft", with_facts(OBLIGED, best_interests_of_child_oppose=None)),
)
CRIMINAL_TRIAL = norm(
    "AufenthG/60a/2/2",
    ("Aussetzung für ein Strafverfahren wegen eines Verbrechens.", "Suspension for a trial of a serious crime."),
    Modality.MUST,
    fact("needed_for_criminal_trial"),
    effect=("Die Duldung ist zu erteilen.", "The suspension is to be granted."),
    remedy=_NO_OBJECTION,
    yes=("Staatsanwaltschaft hält Anwesenheit für sachgerecht", {"needed_for_criminal_trial": "yes"}),
    no=("Kein solches Verfahren", {"needed_for_criminal_trial": "no"}),
    unknown=("Nicht erfragt", {}),
)
DISCRETION = norm(
    "AufenthG/60a/2/3",
    (
        "Duldung aus dringenden humanitären oder persönlichen Gründen oder erheblichen öffentlichen Interessen.",
        "Suspension for urgent humanitarian or personal reasons, or considerable public interests.",
    ),
    Modality.MAY,
    assessment("urgent_personal_reasons"),
    effect=("Nach Ermessen kann eine Duldung erteilt werden.", "By discretion a suspension can be granted."),
    remedy=_NO_OBJECTION,
    yes=("Schulabschluss steht bevor", {"urgent_personal_reasons": "yes"}),
    no=("Keine dringenden Gründe", {"urgent_personal_reasons": "no"}),
    unknown=("Nicht beurteilt", {}),
)
PATERNITY = norm(
    "AufenthG/60a/2/4",
    (
        "Aussetzung während des Verfahrens zur Vaterschaftsanerkennung.",
        "Suspension during the paternity consent procedure.",
    ),
    Modality.MUST,
    fact("paternity_procedure_pending"),
    effect=(
        "Die Abschiebung ist bis zur Entscheidung der Ausländerbehörde ausgesetzt.",
        "Removal is suspended until the authority decides.",
    ),
    since=date(2026, 7, 29),
    yes=("Zustimmung beantragt", {"paternity_procedure_pending": "yes"}),
    no=("Kein Verfahren", {"paternity_procedure_pending": "no"}),
    unknown=("Nicht erfragt", {}),
)
FAILED_REMOVAL = norm(
    "AufenthG/60a/2a",
    ("Aussetzung für eine Woche nach gescheiterter Abschiebung.", "Suspension for a week after a failed removal."),
    Modality.MUST,
    all_of(
        fact("readmission_duty"),
        done("removal_failed_on"),
        TODAY.not_after(day("removal_failed_on") + weeks(1)),
    ),
    effect=("Die Aussetzung ist nicht verlängerbar.", "The suspension cannot be extended."),
    yes=("Vor drei Tagen gescheitert", {"readmission_duty": "yes", "removal_failed_on": "2026-08-17"}),
    no=("Vor einem Monat gescheitert", {"readmission_duty": "yes", "removal_failed_on": "2026-07-17"}),
    unknown=("Rückübernahmepflicht nicht geprüft", {"removal_failed_on": "2026-08-17"}),
)
PARENTS = norm(
    "AufenthG/60a/2b",
    (
        "Aussetzung für Eltern und Geschwister Minderjähriger mit Titel nach § 25a.",
        "Suspension for parents and siblings of minors with a 25a permit.",
    ),
    Modality.SHALL,
    fact("parent_of_minor_with_25a"),
    effect=("Im Regelfall ist die Abschiebung auszusetzen.", "As a rule removal is to be suspended."),
    remedy=_NO_OBJECTION,
    yes=("Kind hat Titel nach § 25a", {"parent_of_minor_with_25a": "yes"}),
    no=("Kein solches Kind", {"parent_of_minor_with_25a": "no"}),
    unknown=("Nicht geprüft", {}),
)
GENERAL_STOP = norm(
    "AufenthG/60a/1",
    ("Abschiebungsstopp der obersten Landesbehörde.", "General stop ordered by the supreme Land authority."),
    Modality.STATE,
    fact("land_removal_stop"),
    effect=(
        "Die Abschiebung ist für die Gruppe ausgesetzt, höchstens drei Monate.",
        "Removal is suspended for the group, three months at most.",
    ),
    decider=LAND_MINISTRY,
    yes=("Erlass gilt", {"land_removal_stop": "yes"}),
    no=("Kein Erlass", {"land_removal_stop": "no"}),
    unknown=("Nicht geprüft", {}),
)
FITNESS_PRESUMED = norm(
    "AufenthG/60a/2c/1",
    (
        "Es wird vermutet, dass die Gesundheit nicht entgegensteht.",
        "It is presumed that health does not stand against removal.",
    ),
    Modality.STATE,
    presumed(
        day("medical_duty_notice_on").not_after(TODAY, cite="AufenthG/60a/2d/4"),
        unless=any_of(
            assessment("health_opposes_removal"),
            is_in("travel_fitness", "unfit"),
            assessment("medical_certificate_qualified", cite="AufenthG/60a/2c/2"),
            fact("certificate_prevented_without_fault", cite="AufenthG/60a/2d/2"),
            fact("serious_illness_indicated", cite="AufenthG/60a/2d/2"),
        ),
        cite="AufenthG/60a/2c/1",
    ),
    effect=(
        "Die Vermutung gilt nur nach Hinweis und fällt mit qualifizierter Bescheinigung oder Anhaltspunkten.",
        "The presumption holds only after notice and falls with a qualified certificate or indications.",
    ),
    yes=("Hinweis gegeben, nichts vorgelegt", {"medical_duty_notice_on": "2026-06-16"}),
    no=(
        "Qualifizierte Bescheinigung liegt vor",
        {"medical_duty_notice_on": "2026-06-16", "medical_certificate_qualified": "yes"},
    ),
    unknown=("Kein Hinweis erfasst", {}),
)
ILLNESS_DISREGARDED = norm(
    "AufenthG/60a/2d/2",
    ("Vorbringen zur Erkrankung darf nicht berücksichtigt werden.", "The claim of illness must not be considered."),
    Modality.FORBIDDEN,
    all_of(
        fact("illness_claimed"),
        day("medical_duty_notice_on").not_after(TODAY, cite="AufenthG/60a/2d/4"),
        not_(assessment("medical_certificate_qualified")),
        not_(fact("certificate_prevented_without_fault")),
        not_(fact("serious_illness_indicated")),
    ),
    effect=(
        "Das Vorbringen bleibt außer Betracht, solange keine Ausnahme vorliegt.",
        "The claim is left out as long as no exception applies.",
    ),
    yes=(
        "Hinweis, keine Bescheinigung, keine Ausnahme",
        {
            "illness_claimed": "yes",
            "medical_duty_notice_on": "2026-06-16",
            "medical_certificate_qualified": "no",
            "certificate_prevented_without_fault": "no",
            "serious_illness_indicated": "no",
        },
    ),
    no=("Anhaltspunkte für schwere Erkrankung", {"illness_claimed": "yes", "serious_illness_indicated": "yes"}),
    unknown=(
        "Verschulden nicht geprüft",
        {
            "illness_claimed": "yes",
            "medical_duty_notice_on": "2026-06-16",
            "serious_illness_indicated": "no",
            "medical_certificate_qualified": "no",
        },
    ),
)
EXAMINATION_MISSED = norm(
    "AufenthG/60a/2d/3",
    (
        "Nach versäumter Untersuchung kann die Erkrankung unberücksichtigt bleiben.",
        "After a missed examination the illness may be left out.",
    ),
    Modality.MAY,
    all_of(
        day("medical_certificate_presented_on").not_after(TODAY),
        fact("medical_examination_missed"),
        day("medical_duty_notice_on").not_after(TODAY, cite="AufenthG/60a/2d/4"),
    ),
    effect=(
        "Nach Ermessen bleibt die vorgetragene Erkrankung außer Betracht.",
        "By discretion the claimed illness is left out.",
    ),
    yes=(
        "Bescheinigung vorgelegt, Untersuchung ohne Grund versäumt",
        {
            "medical_certificate_presented_on": "2026-06-25",
            "medical_examination_missed": "yes",
            "medical_duty_notice_on": "2026-06-16",
        },
    ),
    no=("Termin wahrgenommen", {"medical_examination_missed": "no", "medical_duty_notice_on": "2026-06-16"}),
    unknown=(
        "Keine Bescheinigung erfasst, auf die hin untersucht werden sollte",
        {"medical_examination_missed": "yes", "medical_duty_notice_on": "2026-06-16"},
    ),
)
CERTIFY = norm(
    "AufenthG/60a/4",
    ("Über die Duldung ist eine Bescheinigung auszustellen.", "A certificate of the suspension is to be issued."),
    Modality.MUST,
    use(d.SUSPENSION_HELD),
    effect=("Die Person erhält eine Bescheinigung.", "The person receives a certificate."),
    yes=("Duldung gilt", SUSPENDED),
    no=("Duldung abgelaufen", with_facts(SUSPENDED, suspension_valid_until="2026-05-31")),
    unknown=("Ablauf nicht bekannt", with_facts(SUSPENDED, suspension_valid_until=None)),
)
GRANT_DUE = Definition(
    "suspension_grant_due",
    "Eine Duldung ist zu erteilen.",
    "A suspension is to be granted.",
    any_of(
        use(IMPOSSIBLE_CLAIM),
        use(CRIMINAL_TRIAL),
        use(PATERNITY),
        use(FAILED_REMOVAL),
        use(PARENTS),
        use(GENERAL_STOP),
    ),
    "AufenthG/60a/2",
)
CLAIM = Definition(
    "suspension_due",
    "Ein Anspruch auf Aussetzung der Abschiebung besteht, oder sie gilt kraft Gesetzes als ausgesetzt.",
    "There is a claim to suspension of removal, or it is deemed suspended by law.",
    any_of(use(GRANT_DUE), use("AufenthG/81/3/2")),
    "AufenthG/60a/2",
)
HEARD_ON_REVOCATION = Definition(
    "heard_on_revocation",
    "Zum Widerruf wurde nach der letzten Erteilung der Duldung angehört.",
    "The person was heard on the revocation, after the suspension was last granted.",
    all_of(
        use("hearing_given"),
        any_of(
            all_of(established("suspension_granted_on"), _heard_since("suspension_granted_on")),
            all_of(not_(established("suspension_granted_on")), _heard_since("suspension_since")),
        ),
    ),
    "VwVfG/28/1",
)
REVOKE = norm(
    "AufenthG/60a/5/2",
    (
        "Die Duldung ist zu widerrufen, wenn ihre Gründe entfallen.",
        "The suspension is to be revoked when its grounds end.",
    ),
    Modality.MUST,
    all_of(
        use(d.SUSPENSION_HELD),
        not_(is_in("suspension_kind", *_OWN_RULES)),
        assessment("suspension_ground_ended"),
        not_(use(CLAIM)),
        not_(assessment("urgent_personal_reasons")),
    ),
    effect=("Die Duldung wird widerrufen.", "The suspension is revoked."),
    remedy="Widerspruch oder Klage nach Landesrecht",
    yes=(
        "Reisedokument liegt jetzt vor",
        with_facts(SUSPENDED, suspension_ground_ended="yes", removal_impossible_in_fact="no"),
    ),
    no=("Die Unmöglichkeit besteht fort", with_facts(SUSPENDED, suspension_ground_ended="yes")),
    unknown=("Nicht beurteilt", with_facts(SUSPENDED, removal_impossible_in_fact="no")),
)
NO_NEW_WARNING = norm(
    "AufenthG/60a/5/3",
    (
        "Nach dem Erlöschen der Duldung bedarf es keiner neuen Androhung und Frist.",
        "After the suspension has ended, no new warning and period are needed.",
    ),
    Modality.STATE,
    all_of(
        any_of(
            day("suspension_valid_until").before(TODAY),
            all_of(established("suspension_revoked_on"), day("suspension_revoked_on").not_after(TODAY)),
        ),
        not_(use(d.SUSPENSION_HELD)),
        use(d.WARNING_ENFORCEABLE),
    ),
    effect=(
        "Die frühere Androhung bleibt Grundlage, wenn die Duldung nicht erneuert wird.",
        "The earlier warning remains the basis, unless the suspension is renewed.",
    ),
    yes=("Duldung abgelaufen, Androhung vollziehbar", with_facts(WARNED, suspension_valid_until="2026-05-31")),
    no=("Die Duldung gilt noch", SUSPENDED),
    unknown=("Ende der Duldung unbekannt", with_facts(WARNED, suspension_kind="impossible")),
)
NOTICE = norm(
    "AufenthG/60a/5a",
    (
        "Nach mehr als einem Jahr Duldung ist die Abschiebung von Familien mit Kindern unter zwölf anzukündigen.",
        "After more than a year of suspension the removal of families with children under twelve is to be announced.",
    ),
    Modality.MUST,
    all_of(
        fact("child_under_twelve"),
        day("suspension_revoked_on").not_after(TODAY),
        (day("suspension_since") + years(1)).before(day("suspension_revoked_on")),
        not_(assessment("own_deception_or_no_cooperation")),
    ),
    effect=(
        "Mindestens ein Monat Vorlauf, ohne den Termin zu nennen.",
        "At least a month ahead, without naming the date.",
    ),
    yes=(
        "Kind von neun Jahren, seit zwei Jahren geduldet, Widerruf",
        with_facts(
            SUSPENDED,
            child_under_twelve="yes",
            suspension_since="2024-06-01",
            suspension_revoked_on="2026-08-03",
            own_deception_or_no_cooperation="no",
        ),
    ),
    no=("Kein Kind unter zwölf", with_facts(SUSPENDED, suspension_revoked_on="2026-08-03")),
    unknown=(
        "Beginn der Duldung unbekannt",
        with_facts(
            SUSPENDED,
            child_under_twelve="yes",
            suspension_since=None,
            suspension_revoked_on="2026-08-03",
            own_deception_or_no_cooperation="no",
        ),
    ),
)
NOTICE_OBSERVED = Definition(
    "removal_notice_observed",
    "Eine nötige Ankündigung ist erfolgt und der Monat ist vorbei.",
    "A needed announcement was made and the month is over.",
    any_of(
        not_(established("suspension_revoked_on")),
        not_(use(NOTICE)),
        all_of(
            day("removal_announced_on").not_before(day("suspension_revoked_on")),
            (day("removal_announced_on") + calendar_months(1)).before(TODAY),
        ),
    ),
    "AufenthG/60a/5a",
)

DEFINITIONS = (IMPOSSIBLE, GRANT_DUE, CLAIM, HEARD_ON_REVOCATION, NOTICE_OBSERVED)
NORMS = (
    GENERAL_STOP,
    IMPOSSIBLE_CLAIM,
    CRIMINAL_TRIAL,
    DISCRETION,
    PATERNITY,
    FAILED_REMOVAL,
    PARENTS,
    FITNESS_PRESUMED,
    ILLNESS_DISREGARDED,
    EXAMINATION_MISSED,
    CERTIFY,
    REVOKE,
    NO_NEW_WARNING,
    NOTICE,
)
"""§ 60a in the order of the statute."""
