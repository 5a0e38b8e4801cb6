"""Residence Act §§ 60b, 105 (3): the suspension for persons whose identity is not clarified, and the duty to get a passport."""

from augenmass.law.language import (
    TODAY,
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    fact,
    is_in,
    not_,
    unverified,
    use,
)
from augenmass.law.norm import Modality
from augenmass.law.norms.prospects.parts import NO_OBJECTION, TOLERATED
from augenmass.law.norms.specimens import SUSPENDED, with_facts
from augenmass.law.norms.writing import done, norm

UNDOCUMENTED = with_facts(
    SUSPENDED,
    suspension_since="2024-12-01",
    passport_kind="none",
    identity_established="no",
    asylum_not_finally_refused="no",
    removal_fails_by_own_fault="yes",
    suspended_by_own_deception="no",
    passport_duty_notice_on="2026-03-02",
    passport_acts_omitted="yes",
    passport_acts_credible="no",
    suspension_under_review="yes",
)
"""Without a passport, told of the duty in March, did nothing."""

EXEMPT = norm(
    "AufenthG/60b/2/2",
    (
        "Von der Passbeschaffung sind Asylsuchende und Personen mit Abschiebungsverbot ausgenommen.",
        "Asylum seekers and persons with a prohibition of removal need not get a passport.",
    ),
    Modality.STATE,
    any_of(
        fact("asylum_procedure_running"),
        fact("asylum_not_finally_refused"),
        # Whether a follow-up application counts before a further procedure is opened is disputed.
        unverified(fact("asylum_follow_up_pending")),
        use("AufenthG/60/5"),
        all_of(use("AufenthG/60/7/1"), not_(fact("prohibition_only_for_health"))),
        all_of(is_in("protection_status", "national"), not_(fact("prohibition_only_for_health"))),
    ),
    effect=("Die Passbeschaffung wird nicht verlangt.", "Getting a passport is not required."),
    yes=("Klage gegen die Ablehnung läuft", with_facts(UNDOCUMENTED, asylum_not_finally_refused="yes")),
    no=("Rechtskräftig abgelehnt, kein Verbot", UNDOCUMENTED),
    unknown=("Rechtskraft nicht geprüft", with_facts(UNDOCUMENTED, asylum_not_finally_refused=None)),
)
PASSPORT_DUTY = norm(
    "AufenthG/60b/2/1",
    ("Ein Pass ist selbst zu beschaffen.", "The person has to get a passport themselves."),
    Modality.MUST,
    all_of(
        use("AufenthG/58/2"),
        any_of(is_in("passport_kind", "none"), day("passport_valid_until").before(TODAY)),
        not_(use(EXEMPT)),
    ),
    effect=(
        "Geschuldet ist, was im Einzelfall zumutbar ist; auf die Pflichten ist hinzuweisen.",
        "What is reasonable in the case is owed; the person is to be told of the duties.",
    ),
    decider="",
    yes=("Kein Pass", UNDOCUMENTED),
    no=("Der Pass gilt", with_facts(UNDOCUMENTED, passport_kind="passport", passport_valid_until="2029-01-31")),
    unknown=("Rechtskraft nicht geprüft", with_facts(UNDOCUMENTED, asylum_not_finally_refused=None)),
)
TELL = norm(
    "AufenthG/60b/3/2",
    (
        "Auf die Pflichten zur Passbeschaffung ist hinzuweisen.",
        "The person is to be told of the duties about the passport.",
    ),
    Modality.MUST,
    all_of(use(PASSPORT_DUTY), not_(done("passport_duty_notice_on"))),
    effect=(
        "Der Hinweis steht aus; ohne ihn hat ein Versäumnis keine Folge.",
        "The notice is outstanding; without it an omission has no effect.",
    ),
    yes=("Noch kein Hinweis", with_facts(UNDOCUMENTED, passport_duty_notice_on=None)),
    no=("Im März hingewiesen", UNDOCUMENTED),
    unknown=("Nur das Jahr bekannt", with_facts(UNDOCUMENTED, passport_duty_notice_on="2026")),
)
SHOWN = norm(
    "AufenthG/60b/3/3",
    ("Glaubhaft gemachte Handlungen gelten als vorgenommen.", "Acts credibly shown count as taken."),
    Modality.STATE,
    assessment("passport_acts_credible"),
    effect=("Die Pflicht gilt als erfüllt.", "The duty counts as fulfilled."),
    yes=("Botschaftstermin belegt", {"passport_acts_credible": "yes"}),
    no=("Nichts glaubhaft gemacht", {"passport_acts_credible": "no"}),
    unknown=("Nicht beurteilt", {}),
)
MADE_UP = norm(
    "AufenthG/60b/4/2",
    (
        "Nach Nachholung ist die Bescheinigung ohne Zusatz auszustellen.",
        "Once the acts are made up, the certificate is to be issued without the addition.",
    ),
    Modality.MUST,
    all_of(is_in("suspension_kind", "identity"), day("passport_acts_made_up_on").not_after(TODAY)),
    effect=(
        "Die Verletzung ist geheilt; frühere Zeiten zählen weiterhin nicht.",
        "The breach is healed; earlier times still do not count.",
    ),
    yes=(
        "Im August nachgeholt",
        with_facts(UNDOCUMENTED, suspension_kind="identity", passport_acts_made_up_on="2026-08-10"),
    ),
    no=("Eine andere Duldung", UNDOCUMENTED),
    unknown=("Ob nachgeholt wurde, ist offen", with_facts(UNDOCUMENTED, suspension_kind="identity")),
)
NO_ADDITION = norm(
    "AufenthG/105/3",
    (
        "Bei Ausbildungs- oder Beschäftigungsduldung gilt § 60b nicht.",
        "With a suspension for training or employment section 60b does not apply.",
    ),
    Modality.STATE,
    any_of(
        is_in("suspension_kind", "training", "employment"),
        # Whether conditions count as met where only discretion is left is disputed.
        all_of(
            fact("application_60c_pending"),
            any_of(use("AufenthG/60c/1/1/1"), use("AufenthG/60c/1/1/2"), unverified(use("AufenthG/60c/7"))),
        ),
        all_of(fact("application_60d_pending"), any_of(use("AufenthG/60d/1"), unverified(use("AufenthG/60d/4")))),
    ),
    effect=("Der Zusatz darf nicht angebracht werden.", "The addition must not be made."),
    yes=("Ausbildungsduldung", {"suspension_kind": "training"}),
    no=("Andere Duldung, nichts beantragt", SUSPENDED),
    unknown=("Ob beantragt ist, ist offen", with_facts(SUSPENDED, application_60c_pending=None)),
)
BREACH = Definition(
    "passport_duty_breached",
    "Die Pflicht zur Passbeschaffung ist trotz Hinweises verletzt.",
    "The duty to get a passport is breached in spite of the notice.",
    all_of(
        use(PASSPORT_DUTY),
        done("passport_duty_notice_on", cite="AufenthG/60b/3/2"),
        assessment("passport_acts_omitted"),
        not_(use(SHOWN)),
        not_(done("passport_acts_made_up_on", cite="AufenthG/60b/4/1")),
    ),
    "AufenthG/60b/2/1",
)
IDENTITY_SUSPENSION = norm(
    "AufenthG/60b/1/1",
    (
        "Die Duldung wird mit dem Zusatz „für Personen mit ungeklärter Identität“ erteilt.",
        "The suspension is granted with the addition “for persons whose identity is not clarified”.",
    ),
    Modality.MUST,
    all_of(
        use("AufenthG/58/2"),
        use(TOLERATED),
        assessment("removal_fails_by_own_fault"),
        any_of(assessment("suspended_by_own_deception"), use(BREACH)),
        not_(use(NO_ADDITION)),
    ),
    effect=(
        "Folgen: keine Anrechnung der Zeit, keine Erwerbstätigkeit, Wohnsitzauflage.",
        "Effects: the time does not count, no work, an order to reside.",
    ),
    remedy=NO_OBJECTION,
    suspensive=False,
    yes=("Hinweis, nichts unternommen, Abschiebung scheitert daran", UNDOCUMENTED),
    no=("Botschaftstermin belegt", with_facts(UNDOCUMENTED, passport_acts_credible="yes")),
    unknown=("Ursächlichkeit nicht beurteilt", with_facts(UNDOCUMENTED, removal_fails_by_own_fault=None)),
)
TIMES_DO_NOT_COUNT = norm(
    "AufenthG/60b/5/1",
    ("Zeiten mit dem Zusatz zählen nicht als Vorduldungszeit.", "Times with the addition do not count."),
    Modality.STATE,
    any_of(is_in("suspension_kind", "identity"), fact("identity_suspension_times")),
    effect=(
        "Für Aufenthaltsperspektiven werden sie nicht angerechnet.",
        "They are not counted for prospects of residence.",
    ),
    yes=("Zusatz getragen", {"identity_suspension_times": "yes"}),
    no=("Nie mit Zusatz", {"suspension_kind": "impossible", "identity_suspension_times": "no"}),
    unknown=("Vorzeiten nicht geprüft", {"suspension_kind": "impossible"}),
)
NO_WORK = norm(
    "AufenthG/60b/5/2",
    ("Mit dem Zusatz darf die Arbeit nicht erlaubt werden.", "With the addition work must not be permitted."),
    Modality.FORBIDDEN,
    is_in("suspension_kind", "identity"),
    effect=("Eine Erlaubnis scheidet aus, bis der Zusatz entfällt.", "No permission until the addition is dropped."),
    yes=("Duldung mit Zusatz", {"suspension_kind": "identity"}),
    no=("Duldung ohne Zusatz", {"suspension_kind": "impossible"}),
    unknown=("Art der Duldung unbekannt", {}),
)
MAY_MARK = Definition(
    "identity_addition_due",
    "Der Zusatz ist anzubringen, und ein Anlass zur Entscheidung besteht.",
    "The addition is to be made, and there is an occasion to decide.",
    all_of(use(IDENTITY_SUSPENSION), fact("suspension_under_review", cite="AufenthG/105/1")),
    "AufenthG/60b/1/1",
)

DEFINITIONS = (BREACH, MAY_MARK)
NORMS = (
    IDENTITY_SUSPENSION,
    PASSPORT_DUTY,
    EXEMPT,
    TELL,
    SHOWN,
    MADE_UP,
    TIMES_DO_NOT_COUNT,
    NO_WORK,
    NO_ADDITION,
)
"""In the order of the statute."""
