"""Questions: what a room may ask the law about a case. Steps rest on them; letters and deadlines ask them by id."""

from augenmass.law.language import (
    Condition,
    Definition,
    all_of,
    any_of,
    fact,
    is_in,
    none_of,
    not_,
    use,
)
from augenmass.law.norm import Question
from augenmass.law.norms import definitions as d
from augenmass.law.norms import departure
from augenmass.law.norms.administrative import HEARING_GIVEN
from augenmass.law.norms.plausibility import HARDSHIP_FIRST, NO_PROSPECT, RECHECKED, RELIABLE
from augenmass.law.norms.residence_act.suspension import CLAIM, GRANT_DUE, HEARD_ON_REVOCATION, NOTICE_OBSERVED
from augenmass.law.norms.writing import done, on_record

HEARD = Definition(
    "hearing_done_or_dispensable",
    "Die Anhörung ist erfolgt, entbehrlich oder ausgeschlossen.",
    "The hearing took place, is dispensable or barred.",
    any_of(use(HEARING_GIVEN), use("VwVfG/28/2"), use("VwVfG/28/3")),
    "VwVfG/28/1",
)
HEARD_FOR_REVOCATION = Definition(
    "revocation_hearing_done_or_dispensable",
    "Die Anhörung zum Widerruf ist erfolgt, entbehrlich oder ausgeschlossen.",
    "The hearing on the revocation took place, is dispensable or barred.",
    any_of(use(HEARD_ON_REVOCATION), use("VwVfG/28/2"), use("VwVfG/28/3")),
    "VwVfG/28/1",
)
OBSTACLES_CLEAR = Definition(
    "no_obstacle_to_removal",
    "Kein Abschiebungshindernis besteht und über keine Ausreiseerklärung ist offen.",
    "There is no obstacle to removal, and no declaration of departure is open.",
    all_of(
        none_of(
            use(d.PROHIBITED),
            use(d.SUSPENSION_HELD),
            use(CLAIM),
            use("AufenthG/60a/2/3"),
            fact("prohibition_claimed", cite="AufenthG/72/2"),
            use("AufenthG/72/2"),
            fact("extradition_pending", cite="AufenthG/60/4"),
            use("AufenthG/58/1a"),
            fact("urgent_application_pending", cite="VwGO/80/5"),
            use(departure.DECLARATION_OPEN),
            use(departure.DECLARATION_ACCEPTED),
        ),
        use(d.HEALTH_CLEAR),
        use(d.PROSECUTION_CLEAR),
    ),
    "AufenthG/58/1/1",
)
ENFORCEMENT_CLEAR = Definition(
    "nothing_bars_removal",
    "Nichts steht der Abschiebung entgegen.",
    "Nothing stands against the removal.",
    all_of(use(OBSTACLES_CLEAR), use(NOTICE_OBSERVED)),
    "AufenthG/58/1/1",
)
REMOVAL_POSSIBLE = Definition(
    "removal_conditions_met",
    "Die Voraussetzungen der Abschiebung sind festgestellt, der Eintrag ist verlässlich und frisch geprüft.",
    "The conditions of removal are established, the entry is reliable and freshly checked.",
    all_of(
        use(d.CASE_OPEN),
        use("AufenthG/58/1/1"),
        use(ENFORCEMENT_CLEAR),
        use(RELIABLE),
        use(RECHECKED),
        use(NO_PROSPECT),
        use(HARDSHIP_FIRST),
        done("counselling_offered_on", cite="AufenthG/58/1/1"),
    ),
    "AufenthG/58/1/1",
)
DEFINITIONS = (HEARD, HEARD_FOR_REVOCATION, OBSTACLES_CLEAR, ENFORCEMENT_CLEAR, REMOVAL_POSSIBLE)


def ask(id: str, german: str, english: str, goal: Condition, cite: str) -> Question:
    """Return a question with its words and its source."""
    return Question(id, german, english, goal, cite)


def ask_against(id: str, german: str, english: str, goal: Condition, cite: str) -> Question:
    """Return a question of which a yes lets a measure be taken against the person."""
    return Question(id, german, english, goal, cite, against=True)


STANDING = (
    ask(
        "obliged_to_leave",
        "Besteht Ausreisepflicht?",
        "Is there an obligation to leave?",
        use("AufenthG/50/1"),
        "AufenthG/50/1",
    ),
    ask(
        "obligation_enforceable",
        "Ist die Ausreisepflicht vollziehbar?",
        "Is the obligation enforceable?",
        use("AufenthG/58/2"),
        "AufenthG/58/2",
    ),
    ask(
        "entry_reliable",
        "Darf man sich auf diesen Eintrag verlassen?",
        "May this entry be relied on?",
        use(RELIABLE),
        "VwVfG/24/1",
    ),
    ask(
        "recheck_current",
        "Ist die Prüfung der Vollziehbarkeit frisch?",
        "Is the check of enforceability fresh?",
        use(RECHECKED),
        "VwVfG/24/1",
    ),
    ask(
        "removal_prohibited",
        "Besteht ein Abschiebungsverbot?",
        "Is removal prohibited?",
        use(d.PROHIBITED),
        "AufenthG/60",
    ),
    ask(
        "suspension_held_now",
        "Besteht eine gültige Duldung?",
        "Is a valid suspension held?",
        use(d.SUSPENSION_HELD),
        "AufenthG/60a/4",
    ),
    ask(
        "suspension_claim",
        "Besteht ein Anspruch auf Duldung?",
        "Is there a claim to suspension?",
        use(GRANT_DUE),
        "AufenthG/60a/2",
    ),
    ask(
        "suspension_missing",
        "Fehlt eine Duldung, auf die Anspruch besteht?",
        "Is a suspension missing to which there is a claim?",
        all_of(use(GRANT_DUE), not_(use(d.SUSPENSION_HELD))),
        "AufenthG/60a/2",
    ),
    ask(
        "nothing_bars",
        "Steht der Abschiebung nichts entgegen?",
        "Does nothing stand against the removal?",
        use(ENFORCEMENT_CLEAR),
        "AufenthG/58/1/1",
    ),
    ask(
        "departure_period_ended",
        "Ist die Ausreisefrist abgelaufen?",
        "Is the period for departure over?",
        use(departure.PERIOD_OVER),
        "AufenthG/58/1/1",
    ),
    ask(
        "preclusion_applies",
        "Sind frühere Umstände ausgeschlossen?",
        "Are earlier circumstances precluded?",
        use("AufenthG/59/4/1"),
        "AufenthG/59/4/1",
    ),
    ask(
        "late_submissions_precluded",
        "Kann verspätetes Vorbringen unberücksichtigt bleiben?",
        "May late submissions be disregarded?",
        use("AufenthG/82/1/4"),
        "AufenthG/82/1/4",
    ),
    ask(
        "go_to_other_state",
        "Ist zur Ausreise in einen anderen EU-Staat aufzufordern?",
        "Is the person to be asked to go to another EU state?",
        use("AufenthG/50/3/2"),
        "AufenthG/50/3/2",
    ),
    ask(
        "removal_date_secret",
        "Darf der Termin der Abschiebung nicht angekündigt werden?",
        "Must the date of the removal not be announced?",
        use("AufenthG/59/1/8"),
        "AufenthG/59/1/8",
    ),
)
STEPS_ALLOWED = (
    ask(
        "may_work_on_case",
        "Kann der Vorgang bearbeitet werden?",
        "Can the case be worked on?",
        use(d.CASE_OPEN),
        "VwVfG/9",
    ),
    ask(
        "may_offer_counselling",
        "Kann Rückkehrberatung angeboten werden?",
        "Can return counselling be offered?",
        all_of(
            use(d.CASE_OPEN),
            done("prospects_checked_on", cite="AufenthG/25/5"),
            done("rights_informed_on", cite="AufenthG/82/3/1"),
        ),
        "AufenthG/82/3/1",
    ),
    ask(
        "may_refer_application",
        "Kann ein Antrag angeregt oder abgegeben werden?",
        "Can an application be invited or referred?",
        all_of(use(d.CASE_OPEN), fact("residence_prospect")),
        "VwVfG/25/1",
    ),
    ask(
        "may_hear",
        "Kann zur Androhung angehört werden?",
        "Can the person be heard on the warning?",
        all_of(use(d.CASE_OPEN), use("AufenthG/58/2")),
        "VwVfG/28/1",
    ),
    ask_against(
        "may_issue_warning",
        "Kann die Abschiebung mit Frist angedroht werden?",
        "Can removal be warned of with a period?",
        all_of(
            use(d.CASE_OPEN),
            use("AufenthG/59/1/1"),
            not_(
                all_of(is_in("obligation_basis", "asylum_refused"), fact("asylum_warning_enforceable")),
                cite="AsylG/34/1/1",
            ),
            not_(fact("prohibition_claimed"), cite="AufenthG/72/2"),
            not_(use("AufenthG/72/2")),
            not_(use(departure.DECLARATION_OPEN)),
            use(RELIABLE),
            use(RECHECKED),
            use(HEARD),
            use(NO_PROSPECT),
        ),
        "AufenthG/59/1/1",
    ),
    ask(
        "may_extend_period",
        "Kann die Ausreisefrist verlängert werden?",
        "Can the period be extended?",
        all_of(use(d.CASE_OPEN), use(departure.PERIOD_RUNNING)),
        "AufenthG/59/1/4",
    ),
    ask(
        "may_answer_declaration",
        "Ist über eine Ausreiseerklärung zu entscheiden?",
        "Is a declaration of departure to be decided on?",
        all_of(use(d.CASE_OPEN), use(departure.DECLARATION_OPEN)),
        "AufenthG/58/1/1",
    ),
    ask(
        "may_grant_suspension",
        "Ist oder kann eine Duldung erteilt werden?",
        "Is a suspension to be granted, or can it be?",
        all_of(use(d.CASE_OPEN), any_of(use(GRANT_DUE), use("AufenthG/60a/2/3"))),
        "AufenthG/60a/2",
    ),
    ask_against(
        "may_revoke_suspension",
        "Ist die Duldung zu widerrufen?",
        "Is the suspension to be revoked?",
        all_of(
            use(d.CASE_OPEN),
            use("AufenthG/58/2"),
            use("AufenthG/60a/5/2"),
            use(d.SUSPENSION_UNDOUBTED),
            not_(fact("prohibition_claimed"), cite="AufenthG/72/2"),
            not_(use(departure.DECLARATION_OPEN)),
            use(RELIABLE),
            use(RECHECKED),
            use(NO_PROSPECT),
            use(HEARD_FOR_REVOCATION),
        ),
        "AufenthG/60a/5/2",
    ),
    ask(
        "may_certify_provisional",
        "Ist die Fiktionswirkung zu bescheinigen?",
        "Is the provisional effect to be certified?",
        all_of(use(d.CASE_OPEN), use("AufenthG/81/5")),
        "AufenthG/81/5",
    ),
    ask_against(
        "may_announce_removal",
        "Ist die Abschiebung nach Widerruf anzukündigen?",
        "Is the removal after revocation to be announced?",
        all_of(
            use(d.CASE_OPEN),
            use("AufenthG/58/1/1"),
            use("AufenthG/60a/5a"),
            use(OBSTACLES_CLEAR),
            use(RELIABLE),
            use(RECHECKED),
            use(NO_PROSPECT),
            use(HARDSHIP_FIRST),
        ),
        "AufenthG/60a/5a",
    ),
    ask_against(
        "may_book_removal",
        "Kann für eine Abschiebung gebucht werden?",
        "Can anything be booked for a removal?",
        use(REMOVAL_POSSIBLE),
        "AufenthG/23a/1/3",
    ),
    ask_against(
        "may_refer_to_central_body",
        "Kann an die zentrale Stelle abgegeben werden?",
        "Can the case be referred to the central body?",
        all_of(use(REMOVAL_POSSIBLE), use("AufenthG/71/1/4")),
        "AufenthG/71/1/4",
    ),
    ask_against(
        "may_arrange_removal",
        "Kann die Abschiebung veranlasst werden?",
        "Can the removal be arranged?",
        all_of(use(REMOVAL_POSSIBLE), fact("land_authority_arranges_removal", cite="AufenthG/71/1/2")),
        "AufenthG/58/1/1",
    ),
    ask(
        "may_close",
        "Kann der Vorgang abgeschlossen werden?",
        "Can the case be closed?",
        any_of(
            all_of(use(d.DEPARTED), on_record("departure_proven")),
            done("died_on"),
            use(d.VALID_TITLE),
            use(d.FREE_MOVEMENT),
            use(d.GERMAN),
            is_in("case_closed_reason", "handed_over", "entry_wrong", "naturalised"),
        ),
        "VwVfG/9",
    ),
)
QUESTIONS = (*STANDING, *STEPS_ALLOWED)
