"""Questions that letters and deadlines ask: addressee, remedy, suspensive effect, length of the period, what must be named."""

from augenmass.law.language import (
    all_of,
    any_of,
    assessment,
    established,
    fact,
    is_in,
    none_of,
    not_,
    number,
    unverified,
    use,
)
from augenmass.law.norms.questions import ask
from augenmass.law.norms.residence_act.warning import PERIOD_RANGE

MONTH, THREE_MONTHS = 31, 92
"""Days that are a month and three months whichever months they are."""

_LOSS = all_of(established("obligation_basis"), is_in("obligation_basis", "loss_of_free_movement"))
"""The record says that freedom of movement was lost: then the period is a month at least."""

QUESTIONS = (
    ask(
        "serve_on_representative",
        "Ist an die bevollmächtigte Person zuzustellen?",
        "Must service go to the representative?",
        use("VwZG/7/1/2"),
        "VwZG/7/1/2",
    ),
    ask(
        "may_serve_on_representative",
        "Kann an die bevollmächtigte Person zugestellt werden?",
        "May service go to the representative?",
        use("VwZG/7/1/1"),
        "VwZG/7/1/1",
    ),
    ask(
        "serve_on_guardian",
        "Ist an die gesetzliche Vertretung zuzustellen?",
        "Must service go to the legal representative?",
        use("VwZG/6/1"),
        "VwZG/6/1",
    ),
    ask(
        "serve_on_person",
        "Ist an die Person selbst zuzustellen?",
        "Does service go to the person?",
        none_of(
            use("VwZG/7/1/2"),
            use("VwZG/6/1"),
            unverified(all_of(fact("minor"), not_(fact("legal_guardian_present"))), cite="AufenthG/80/2/2"),
        ),
        "VwVfG/41/1",
    ),
    ask(
        "remedy_is_objection",
        "Ist der Rechtsbehelf der Widerspruch?",
        "Is the remedy an objection?",
        use("VwGO/70/1"),
        "VwGO/70/1",
    ),
    ask(
        "remedy_is_action",
        "Ist der Rechtsbehelf die Klage?",
        "Is the remedy an action?",
        use("VwGO/74/1/2"),
        "VwGO/74/1/2",
    ),
    ask(
        "remedy_suspends",
        "Hat der Rechtsbehelf gegen die Androhung aufschiebende Wirkung?",
        "Does the remedy against the warning suspend?",
        use("VwGO/80/1"),
        "VwGO/80/1",
    ),
    ask(
        "decision_remedy_suspends",
        "Hat der Rechtsbehelf gegen den Bescheid aufschiebende Wirkung?",
        "Does the remedy against the decision suspend?",
        all_of(
            not_(use("AufenthG/84/1/1/1")),
            not_(fact("decision_immediate_execution"), cite="VwGO/80/2/1/4"),
            none_of(unverified(is_in("decision_kind", "asylum"), cite="AsylG/75")),
        ),
        "VwGO/80/1",
    ),
    ask(
        "period_in_range",
        "Liegt die Ausreisefrist zwischen 7 und 30 Tagen?",
        "Is the period between 7 and 30 days?",
        use(PERIOD_RANGE),
        "AufenthG/59/1/1",
    ),
    ask(
        "shorter_period_allowed",
        "Darf die Frist kürzer sein oder entfallen?",
        "May the period be shorter or left out?",
        any_of(use("AufenthG/59/1/2"), use("AufenthG/59/5")),
        "AufenthG/59/1/2",
    ),
    ask(
        "period_allowed",
        "Ist die vorgesehene Ausreisefrist zulässig?",
        "Is the period as planned allowed?",
        any_of(
            all_of(
                use(PERIOD_RANGE),
                not_(use("AufenthG/59/7")),
                not_(_LOSS, cite="FreizügG/EU/7/1/3"),
            ),
            all_of(
                number("departure_period_days").below(MONTH),
                any_of(use("AufenthG/59/1/2"), use("AufenthG/59/5")),
                not_(use("AufenthG/59/7")),
            ),
            all_of(
                number("departure_period_days").at_least(31),
                any_of(
                    assessment("extension_justified", cite="AufenthG/59/1/4"),
                    all_of(_LOSS, cite="FreizügG/EU/7/1/3"),
                ),
                not_(use("AufenthG/59/7")),
            ),
            all_of(number("departure_period_days").at_least(THREE_MONTHS), use("AufenthG/59/7")),
        ),
        "AufenthG/59/1",
    ),
    ask(
        "victim_period_due",
        "Beträgt die Frist mindestens drei Monate?",
        "Is the period at least three months?",
        use("AufenthG/59/7"),
        "AufenthG/59/7",
    ),
    ask(
        "warning_dispensable",
        "Kann von der Androhung abgesehen werden?",
        "Can the warning be dispensed with?",
        use("AufenthG/59/1/3"),
        "AufenthG/59/1/3",
    ),
    ask(
        "excluded_state_must_be_named",
        "Ist ein Staat auszunehmen?",
        "Must a state be excepted?",
        use("AufenthG/59/3/2"),
        "AufenthG/59/3/2",
    ),
    ask(
        "translation_due",
        "Ist auf Antrag eine Übersetzung zu stellen?",
        "Is a translation due on request?",
        use("AufenthG/77/3/1"),
        "AufenthG/77/3/1",
    ),
    ask(
        "removal_notice_due",
        "Ist die Abschiebung einen Monat vorher anzukündigen?",
        "Is the removal to be announced a month ahead?",
        use("AufenthG/60a/5a"),
        "AufenthG/60a/5a",
    ),
)
