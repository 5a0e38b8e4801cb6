"""Questions about custody. All are asked for the person's sake: what ends it, what bars it, what is missing. None asks whether to order it."""

from augenmass.law.language import all_of, any_of, not_, use
from augenmass.law.norms.custody import asylum_end, release
from augenmass.law.norms.custody.bars import BARRED, TO_BE_LIFTED
from augenmass.law.norms.custody.definitions import CUSTODY_ENDED, HELD_WITHOUT_ORDER, ORDER_COVERS
from augenmass.law.norms.custody.durations import MAXIMUM_OVER
from augenmass.law.norms.custody.holding import HOLDING
from augenmass.law.norms.custody.transit import TRANSIT_NEEDS_JUDGE
from augenmass.law.norms.questions import ask

QUESTIONS = (
    ask(
        "custody_must_release",
        "Ist die Person aus Haft oder Gewahrsam zu entlassen?",
        "Must the person be released from custody?",
        all_of(
            not_(use(CUSTODY_ENDED)),
            any_of(
                *(use(one) for one in (*release.RELEASING, *asylum_end.RELEASING)),
                use(MAXIMUM_OVER),
                use(TRANSIT_NEEDS_JUDGE),
            ),
        ),
        "FamFG/425/2/1",
    ),
    ask(
        "custody_order_at_hand",
        "Deckt eine richterliche Anordnung den heutigen Tag ab?",
        "Does a court's order cover today?",
        use(ORDER_COVERS),
        "FamFG/421",
    ),
    ask(
        "custody_maximum_over",
        "Ist eine Höchstdauer der Haft abgelaufen?",
        "Is a longest time of custody over?",
        use(MAXIMUM_OVER),
        "AufenthG/62/4/4",
    ),
    ask(
        "custody_usual_time_over",
        "Ist die Regeldauer der Vorbereitungshaft überschritten?",
        "Is the usual time of preparatory custody exceeded?",
        use("AufenthG/62/2/2"),
        "AufenthG/62/2/2",
    ),
    ask(
        "custody_barred",
        "Schließt das Gesetz Haft aus?",
        "Does the law bar custody?",
        use(BARRED),
        "AufenthG/62/1/1",
    ),
    ask(
        "custody_lift_due",
        "Ist die Aufhebung der Haft herbeizuführen?",
        "Is the lifting of custody to be brought about?",
        use(TO_BE_LIFTED),
        "FamFG/426/1/1",
    ),
    ask(
        "custody_judge_due",
        "Ist unverzüglich eine richterliche Entscheidung herbeizuführen?",
        "Is a judge's decision to be had without delay?",
        use(HELD_WITHOUT_ORDER),
        "FamFG/428/1/1",
    ),
    ask(
        "holding_barred",
        "Ist das Festhalten ohne richterliche Anordnung unzulässig?",
        "Is holding without a judge's order not allowed?",
        any_of(*(use(one) for one in HOLDING)),
        "AufenthG/62/5/1",
    ),
    ask(
        "custody_earlier_time_counts",
        "Ist frühere Haft auf die Gesamtdauer anzurechnen?",
        "Does earlier custody count towards the total?",
        any_of(
            use("AufenthG/62/4/5"),
            use("AufenthG/62/6/3"),
            use("AufenthG/62b/3/2"),
            use("RückkehrgrenzverfahrensVO/5/4/2"),
        ),
        "AufenthG/62/4/5",
    ),
)
