"""What people ask about loss of free movement, remedies and service. ``may_find`` is a measure against the person."""

from augenmass.law.language import all_of, any_of, use
from augenmass.law.norms import definitions as d
from augenmass.law.norms.questions import HEARD, ask, ask_against

QUESTIONS = (
    ask_against("may_find_loss", "Kann der Verlust der Freizügigkeit festgestellt werden?", "Can loss of freedom of movement be found?",
        all_of(use(d.CASE_OPEN), use(HEARD), any_of(use("FreizügG/EU/5/4/1"), use("FreizügG/EU/6/1/1"))), "FreizügG/EU/6/1"),
    ask_against("may_find_no_right", "Kann das Nichtbestehen der Freizügigkeit festgestellt werden?", "Can absence of freedom of movement be found?",
        all_of(use(d.CASE_OPEN), use(HEARD), any_of(use("FreizügG/EU/2/4/1"), use("FreizügG/EU/2/4/2"))), "FreizügG/EU/2/4"),
    ask("loss_period_a_month", "Beträgt die Ausreisefrist mindestens einen Monat?", "Is the period for departure a month at least?", use("FreizügG/EU/7/1/3"), "FreizügG/EU/7/1/3"),
    ask("application_stops_removal", "Hält der Eilantrag die Abschiebung kraft Gesetzes auf?", "Does the urgent application stop the removal by law?", use("FreizügG/EU/7/1/4"), "FreizügG/EU/7/1/4"),
    ask_against("reentry_bar_due", "Soll oder kann die Wiedereinreise untersagt werden?", "Shall or can re-entry be barred?", any_of(use("FreizügG/EU/7/2/1"), use("FreizügG/EU/7/2/2")), "FreizügG/EU/7/2"),
    ask("measure_remedy_suspends", "Schiebt der Rechtsbehelf gegen die Maßnahme auf?", "Does the remedy against the measure suspend it?", use("VwGO/80/1/1"), "VwGO/80/1"),
    ask("measure_effect_excluded", "Ist die aufschiebende Wirkung kraft Gesetzes ausgeschlossen?", "Is suspensive effect excluded by law?", use("remedy_without_effect_by_law"), "AufenthG/84/1"),
    ask("work_title_continues", "Gilt der Titel für die Arbeit als fortbestehend?", "Is the title deemed to continue for work?", use("AufenthG/84/2/2"), "AufenthG/84/2/2"),
    ask("restoration_possible", "Ist Wiedereinsetzung zu gewähren?", "Is restoration to be granted?", use("VwGO/60/1"), "VwGO/60/1"),
    ask("failure_to_act_action", "Ist eine Untätigkeitsklage zulässig?", "Is an action for failure to act admissible?", use("VwGO/75"), "VwGO/75"),
    ask("public_service_possible", "Kann öffentlich zugestellt werden?", "Can service be public?", use("VwZG/10/1/1/1"), "VwZG/10/1"),
    ask("measure_counts_as_served", "Gilt die Maßnahme als bekannt gegeben oder zugestellt?", "Does the measure count as made known or served?",
        any_of(use("VwVfG/41/2/2"), use("VwVfG/41/2a/3"), use("VwZG/4/2/1"), use("VwZG/4/2/2"), use("VwZG/8"), use("VwZG/10/2/6")), "VwVfG/41/1"),
)  # fmt: skip
