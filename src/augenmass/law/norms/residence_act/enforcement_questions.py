"""Questions about entry and search of a home, supervision, and the removal order of the supreme Land authority: what bars, ends or stays them."""

from augenmass.law.language import any_of, use
from augenmass.law.norms.questions import ask
from augenmass.law.norms.residence_act import home_entry, removal_order, supervision
from augenmass.law.norms.residence_act.suspension import IMPOSSIBLE

QUESTIONS = (
    ask(
        "home_entry_barred",
        "Ist das Betreten der Wohnung unzulässig?",
        "Is entering the home not allowed?",
        use(home_entry.ENTRY_BARRED),
        "AufenthG/58/5/1",
    ),
    ask(
        "home_search_barred",
        "Ist die Durchsuchung der Wohnung unzulässig?",
        "Is a search of the home not allowed?",
        use(home_entry.SEARCH_BARRED),
        "AufenthG/58/8/1",
    ),
    ask(
        "home_night_barred",
        "Ist das Betreten zur Nachtzeit unzulässig?",
        "Is entry at night not allowed?",
        use(home_entry.NIGHT),
        "AufenthG/58/7/1",
    ),
    ask(
        "home_search_duties_open",
        "Steht nach der Durchsuchung noch etwas aus?",
        "Is anything outstanding after the search?",
        any_of(use(home_entry.PRESENCE), use(home_entry.RECORD), use(home_entry.COPY)),
        "AufenthG/58/9/4",
    ),
    ask(
        "monitoring_must_end",
        "Ist die elektronische Aufenthaltsüberwachung zu beenden?",
        "Must electronic monitoring be ended?",
        any_of(*(use(one) for one in supervision.ENDING)),
        "AufenthG/56a/2/3",
    ),
    ask(
        "supervision_rests",
        "Ruhen die Pflichten der Überwachung?",
        "Do the duties of supervision rest?",
        any_of(use(supervision.RESTS), use(supervision.MONITORING_RESTS)),
        "AufenthG/56/5/1",
    ),
    ask(
        "removal_order_stayed",
        "Darf die Abschiebungsanordnung (§ 58a) nicht vollzogen werden?",
        "Must the removal order (58a) not be carried out?",
        any_of(use(removal_order.PROHIBITION), use(removal_order.STAY), use(IMPOSSIBLE)),
        "AufenthG/58a/4/3",
    ),
    ask(
        "removal_order_relief_open",
        "Ist vorläufiger Rechtsschutz gegen die Abschiebungsanordnung noch möglich?",
        "Is interim relief against the removal order still possible?",
        use(removal_order.RELIEF),
        "AufenthG/58a/4/2",
    ),
)
