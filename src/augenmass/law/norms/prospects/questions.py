"""What can be asked about prospects of residence, work, courses and benefits. Yes: the conditions are established; no: one is established to be missing; otherwise the prospect is open."""

from augenmass.law.language import Definition, all_of, any_of, established, fact, is_in, none_of, not_, use
from augenmass.law.norms import definitions as d
from augenmass.law.norms.prospects import (
    benefit_periods,
    benefits,
    course_duties,
    courses,
    humanitarian,
    identity,
    training,
    work,
)
from augenmass.law.norms.prospects.each import EACH
from augenmass.law.norms.prospects.parts import HOLDS_104C, STEPS, TOLERATED
from augenmass.law.norms.prospects.reductions import REDUCED
from augenmass.law.norms.questions import ask, ask_against
from augenmass.law.norms.writing import done, on_record

_GOALS = {key: any_of(*(use(norm) for norm in norms)) for key, _de, _en, norms in EACH}
ANY_PROSPECT = Definition(
    "any_prospect_established",
    "Mindestens eine Aufenthaltsperspektive ist festgestellt.",
    "At least one prospect of residence is established.",
    any_of(*_GOALS.values()),
    "AufenthG/25/5",
)
TRAINING_OPEN = Definition(
    "training_still_open",
    "Der Weg in eine Ausbildung mit Aufenthalt ist noch nicht ausgeschlossen.",
    "The way into training with a right to stay is not yet excluded.",
    all_of(use(TOLERATED), not_(training.APPLIED), not_(use(training.BARS)), not_(use(STEPS))),
    "AufenthG/60c/2/1/5",
)
WORK_OPEN = Definition(
    "work_still_open",
    "Der Regelanspruch auf Arbeit ist noch nicht ausgeschlossen.",
    "The claim to work as a rule is not yet excluded.",
    all_of(
        use(d.SUSPENSION_HELD),
        not_(established("work_permission_applied_on")),
        not_(use(work.BANNED_FROM_WORK)),
        not_(use(STEPS)),
    ),
    "AufenthG/60a/5b/2",
)

_TITLE_NOT_ENDED = is_in("title_ended_by", "none", cite="AufenthG/51/1")
"""For measures that need a title: the presumption that it stands protects its holder and opens nothing."""

PROSPECTS = (
    *(
        ask(
            f"prospect_{key}",
            f"Ist ein Aufenthalt nach {german} möglich?",
            f"Is residence under {english} possible?",
            _GOALS[key],
            norms[0],
        )
        for key, german, english, norms in EACH
    ),
    ask(
        "prospect_hardship",
        "Ist der Weg zur Härtefallkommission offen?",
        "Is the way to the hardship commission open?",
        use(humanitarian.HARDSHIP_OPEN),
        "AufenthG/23a/1",
    ),
    ask(
        "hardship_order_possible",
        "Kann das Land auf Härtefallersuchen einen Aufenthalt anordnen?",
        "Can the Land order residence on a hardship request?",
        use("AufenthG/23a/1/1"),
        "AufenthG/23a/1/1",
    ),
    ask(
        "any_prospect",
        "Ist mindestens eine Aufenthaltsperspektive festgestellt?",
        "Is at least one prospect of residence established?",
        use(ANY_PROSPECT),
        "AufenthG/25/5",
    ),
    ask(
        "no_prospect_left",
        "Sind alle erfassten Aufenthaltsperspektiven ausgeschlossen?",
        "Are all prospects of residence encoded here excluded?",
        none_of(use(ANY_PROSPECT), use(humanitarian.HARDSHIP_OPEN)),
        "AufenthG/25/5",
    ),
    ask(
        "old_chance_permit",
        "Gilt eine Erlaubnis nach § 104c, die nur nach § 25a oder § 25b verlängert wird?",
        "Is a permit under section 104c valid, to be extended only under section 25a or 25b?",
        use(HOLDS_104C),
        "AufenthG/104c/2/1",
    ),
)
COSTS = (
    ask(
        "return_support_costs_rights",
        "Kostet ein Antrag auf Förderung der Ausreise heute Möglichkeiten?",
        "Does an application for return support cost possibilities today?",
        all_of(not_(fact("return_support_applied")), any_of(use(TRAINING_OPEN), use(WORK_OPEN))),
        "AufenthG/60c/2/1/5",
    ),
    ask(
        "return_support_notice_missing",
        "Fehlt der Hinweis, was ein Antrag auf Förderung der Ausreise kosten kann?",
        "Is the notice missing of what an application for return support can cost?",
        all_of(
            use(d.CASE_OPEN),
            not_(on_record("return_support_applied")),
            not_(done("return_support_notice_on")),
        ),
        "AufenthG/82/3/1",
    ),
    ask(
        "hardship_notice_missing",
        "Fehlt der Hinweis auf die Härtefallkommission, bevor ein Termin feststeht?",
        "Is the notice of the hardship commission missing, before a date is fixed?",
        all_of(use(humanitarian.HARDSHIP_OPEN), not_(done("hardship_informed_on"))),
        "VwVfG/25/1",
    ),
    ask(
        "rights_information_due",
        "Steht der Hinweis auf Rechte und Pflichten aus?",
        "Is the notice of rights and duties outstanding?",
        use("AufenthG/82/3/1"),
        "AufenthG/82/3/1",
    ),
)
INFORMING = (
    ask(
        "effect_of_period_to_be_told",
        "Ist auf die Folgen einer versäumten Frist für Nachweise hinzuweisen?",
        "Is the person to be told of the effect of missing the period for evidence?",
        use("AufenthG/82/3/2"),
        "AufenthG/82/3/2",
    ),
)
WORKING = (
    ask(
        "work_shall_be_permitted",
        "Soll die Arbeit mit Duldung erlaubt werden?",
        "Shall work be permitted with the suspension?",
        use("AufenthG/60a/5b/1"),
        "AufenthG/60a/5b/1",
    ),
    ask_against(
        "may_forbid_work",
        "Steht der Arbeit mit Duldung ein gesetzliches Verbot entgegen?",
        "Does a statutory ban stand against work with the suspension?",
        all_of(use(work.BANNED_FROM_WORK), use(d.SUSPENSION_UNDOUBTED)),
        "AufenthG/60a/6/1",
    ),
    ask(
        "training_application_not_too_early",
        "Kann der Antrag für die Ausbildung schon gestellt werden?",
        "Can the application for the training be made already?",
        use("AufenthG/60c/3/1"),
        "AufenthG/60c/3/1",
    ),
    ask(
        "training_search_due",
        "Stehen sechs Monate zur Suche nach der Ausbildung zu?",
        "Are six months to search after the training due?",
        any_of(use("AufenthG/60c/6/1"), use("AufenthG/60c/6/2"), use("AufenthG/16g/5/1"), use("AufenthG/16g/5/2")),
        "AufenthG/60c/6/1",
    ),
    ask(
        "permit_after_training_due",
        "Steht nach der Ausbildung ein Titel für zwei Jahre zu?",
        "Is a two-year permit due after the training?",
        any_of(use("AufenthG/19d/1a"), use("AufenthG/16g/8")),
        "AufenthG/19d/1a",
    ),
    ask(
        "training_suspension_lapsed",
        "Ist die Ausbildungsduldung erloschen?",
        "Has the suspension for training lapsed?",
        use("AufenthG/60c/4"),
        "AufenthG/60c/4",
    ),
    ask_against(
        "may_end_training_permit",
        "Ist die Aufenthaltserlaubnis zur Ausbildung zu widerrufen?",
        "Is the permit for training to be revoked?",
        all_of(use("AufenthG/16g/7"), _TITLE_NOT_ENDED),
        "AufenthG/16g/7",
    ),
    ask_against(
        "may_end_employment_suspension",
        "Ist die Beschäftigungsduldung zu widerrufen?",
        "Is the suspension for employment to be revoked?",
        all_of(use("AufenthG/60d/3/1"), use(d.SUSPENSION_UNDOUBTED)),
        "AufenthG/60d/3/1",
    ),
    ask_against(
        "may_mark_identity_unclear",
        "Ist die Duldung mit dem Zusatz „ungeklärte Identität“ zu versehen?",
        "Is the suspension to carry the addition “identity not clarified”?",
        all_of(use(identity.MAY_MARK), use(d.SUSPENSION_UNDOUBTED)),
        "AufenthG/60b/1/1",
    ),
    ask(
        "identity_addition_to_drop",
        "Ist der Zusatz „ungeklärte Identität“ zu streichen?",
        "Is the addition “identity not clarified” to be dropped?",
        use("AufenthG/60b/4/2"),
        "AufenthG/60b/4/2",
    ),
    ask(
        "passport_notice_due",
        "Steht der Hinweis auf die Passbeschaffung aus?",
        "Is the notice of the duty to get a passport outstanding?",
        use("AufenthG/60b/3/2"),
        "AufenthG/60b/3/2",
    ),
    ask(
        "land_stop_too_long",
        "Überschreitet der Abschiebungsstopp des Landes seine Höchstdauer?",
        "Does the stop ordered by the Land exceed its longest time?",
        all_of(fact("land_removal_stop"), not_(use("AufenthG/60a/1/1"))),
        "AufenthG/60a/1/1",
    ),
)
COURSES = (
    ask("course_claimed", "Besteht ein Anspruch auf einen Integrationskurs?", "Is there a claim to an integration course?", use(courses.CLAIM), "AufenthG/44/1"),
    ask("course_admission_possible", "Ist die Zulassung zu freien Kursplätzen möglich?", "Is admission to free places possible?", use("AufenthG/44/4/1"), "AufenthG/44/4/1"),
    ask_against("may_oblige_to_course", "Besteht eine Pflicht zum Integrationskurs?", "Is there a duty to take an integration course?", all_of(use(course_duties.DUTY), _TITLE_NOT_ENDED), "AufenthG/44a/1"),
    ask("course_effects_notice_due", "Ist auf die Folgen versäumter Kursteilnahme hinzuweisen?", "Is the person to be told of the effects of missing the course?", use("AufenthG/44a/3/1"), "AufenthG/44a/3/1"),
    ask_against(
        "may_oblige_to_job_language",
        "Besteht eine Pflicht zur berufsbezogenen Sprachförderung?",
        "Is there a duty to take job-related language support?",
        any_of(use("AufenthG/45a/2/1"), use("AufenthG/45a/2/1@2026-05-04")),
        "AufenthG/45a/2/1",
    ),
)  # fmt: skip
BENEFITS = (
    ask("benefits_due", "Stehen Leistungen nach dem Asylbewerberleistungsgesetz zu?", "Are benefits under the Asylum Seekers' Benefits Act due?", all_of(use("AsylbLG/1/1"), not_(use(benefits.EXCLUDED))), "AsylbLG/1/1"),
    ask("analogue_benefits_due", "Stehen Leistungen wie in der Sozialhilfe zu?", "Are benefits as in social assistance due?", use(benefits.ANALOGUE_DUE), "AsylbLG/2/1/1"),
    ask_against("may_reduce_benefits", "Sind die Leistungen einzuschränken?", "Are the benefits to be reduced?", use(REDUCED), "AsylbLG/1a"),
    ask_against("may_continue_reduction", "Ist die Einschränkung fortzusetzen?", "Is the reduction to be continued?", use("AsylbLG/14/2"), "AsylbLG/14/2"),
    ask_against("may_exclude_from_benefits", "Sind wegen § 1 Abs. 4 nur noch Überbrückungsleistungen zu erbringen?", "Are only bridging benefits due because of section 1 (4)?", use(benefits.MAY_EXCLUDE), "AsylbLG/1/4/1"),
    ask("bridging_due", "Stehen Überbrückungsleistungen zu?", "Are bridging benefits due?", use("AsylbLG/1/4/2"), "AsylbLG/1/4/2"),
    ask("reduction_must_end_now", "Ist eine Einschränkung zu beenden oder neu zu prüfen?", "Is a reduction to be ended or checked anew?", use(benefit_periods.MUST_END), "AsylbLG/14/1"),
)  # fmt: skip

DEFINITIONS = (ANY_PROSPECT, TRAINING_OPEN, WORK_OPEN)
QUESTIONS = (*PROSPECTS, *COSTS, *INFORMING, *WORKING, *COURSES, *BENEFITS)
