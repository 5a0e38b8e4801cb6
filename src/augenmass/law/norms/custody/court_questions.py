"""Questions about the custody court and the place of custody: what is missing for the person."""

from augenmass.law.language import any_of, use
from augenmass.law.norms.custody import court, place, remedies
from augenmass.law.norms.questions import ask

QUESTIONS = (
    ask(
        "custody_application_incomplete",
        "Fehlt dem Haftantrag eine vorgeschriebene Angabe?",
        "Does the application for custody lack a required statement?",
        any_of(*(use(one) for one in court.STATES)),
        "FamFG/417/2/2",
    ),
    ask(
        "custody_hearing_outstanding",
        "Steht die richterliche Anhörung aus?",
        "Is the hearing by the judge outstanding?",
        any_of(use(court.HEAR), use(court.HEARD_TOO_LATE)),
        "FamFG/420/1/1",
    ),
    ask(
        "custody_guardian_due",
        "Ist eine Verfahrenspflegschaft zu bestellen?",
        "Is a guardian for the procedure to be appointed?",
        use(court.GUARDIAN),
        "FamFG/419/1/1",
    ),
    ask(
        "custody_lawyer_due",
        "Ist von Amts wegen eine anwaltliche Vertretung zu bestellen?",
        "Is a lawyer to be appointed by the court?",
        use(remedies.COMPULSORY_LAWYER),
        "AufenthG/62d@2026-05-04",
    ),
    ask(
        "custody_relative_to_be_told",
        "Ist eine angehörige oder vertraute Person noch zu benachrichtigen?",
        "Is a relative or a trusted person still to be told?",
        use(court.TELL_RELATIVE),
        "FamFG/432",
    ),
    ask(
        "custody_complaint_open",
        "Ist die Beschwerde gegen den Haftbeschluss noch möglich?",
        "Is a complaint against the custody order still possible?",
        any_of(use(remedies.COMPLAINT), use(remedies.COMPLAINT_PROVISIONAL)),
        "FamFG/63/1",
    ),
    ask(
        "custody_place_wrong",
        "Ist die Unterbringung in der Haft zu ändern?",
        "Is the housing in custody to be changed?",
        any_of(
            use(place.SPECIAL),
            use(place.SPECIAL_SUPPLEMENTARY),
            use(place.SPECIAL_ASYLUM),
            use(place.SEPARATE),
            use(place.SEPARATE_SUPPLEMENTARY),
            use(place.SEPARATE_ASYLUM),
            use(place.FAMILY_APART),
            use(place.DEPARTURE_PLACE),
            use(place.MINORS_NO_PRISON),
        ),
        "AufenthG/62a/1/1",
    ),
)
