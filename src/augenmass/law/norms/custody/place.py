"""Where and how custody is served (AufenthG §§ 62a, 62b (2), 62c (3), AsylG §§ 70, 70a)."""

from augenmass.law.language import Condition, all_of, any_of, assessment, fact, is_in, not_, use
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.custody.definitions import ASYLUM_CUSTODY, CUSTODY_ENDED, held_as
from augenmass.law.norms.custody.release import COMMON_SYSTEM
from augenmass.law.norms.custody.specimens import DETAINED, kind
from augenmass.law.norms.specimens import Facts, with_facts
from augenmass.law.norms.writing import done, norm

FACILITY = "Vollzugseinrichtung"
_REMOVAL = ("preparatory", "securing", "cooperation", "return_after_entry")
_HELD: Condition = not_(use(CUSTODY_ENDED))
_PRISON = ("prison_separate", "prison_mixed")
_MUST_MOVE = ("Die Unterbringung ist zu ändern.", "The housing is to be changed.")


def _special(id: str, *kinds: str, exception: str) -> Norm:
    since = COMMON_SYSTEM if id.startswith("AsylG") else None
    case = kind(
        kinds[0],
        custody_facility="prison_separate",
        special_facility_missing="no",
        danger_to_life_or_internal_security="no",
    )
    return norm(
        id,
        (
            "Die Haft wird grundsätzlich in speziellen Einrichtungen vollzogen.",
            "Custody is in principle served in special facilities.",
        ),
        Modality.MUST,
        all_of(
            held_as(*kinds),
            is_in("custody_facility", *_PRISON),
            not_(fact("special_facility_missing", cite=exception)),
            not_(assessment("danger_to_life_or_internal_security", cite=exception)),
        ),
        effect=_MUST_MOVE,
        decider=FACILITY,
        since=since,
        yes=("In einer Haftanstalt ohne Grund", case),
        no=("In einer speziellen Einrichtung", with_facts(case, custody_facility="special")),
        unknown=("Ort nicht erfasst", with_facts(case, custody_facility=None)),
    )


def _separate(id: str, *kinds: str) -> Norm:
    since = COMMON_SYSTEM if id.startswith("AsylG") else None
    case = kind(kinds[0])
    return norm(
        id,
        ("In anderen Haftanstalten getrennt von Strafgefangenen.", "In other prisons apart from convicts."),
        Modality.MUST,
        all_of(held_as(*kinds), is_in("custody_facility", "prison_mixed")),
        effect=_MUST_MOVE,
        decider=FACILITY,
        since=since,
        yes=("Nicht getrennt", with_facts(case, custody_facility="prison_mixed")),
        no=("Getrennt", with_facts(case, custody_facility="prison_separate")),
        unknown=("Ort nicht erfasst", with_facts(case, custody_facility=None)),
    )


def _missing(id: str, words: tuple[str, str], when: Condition, name: str, case: Facts = DETAINED) -> Norm:
    """Return a duty of the facility that is open while a yes/no fact does not hold."""
    return norm(
        id,
        words,
        Modality.MUST,
        all_of(when, not_(fact(name))),
        effect=("Dies ist zu gewährleisten.", "This is to be assured."),
        decider=FACILITY,
        since=COMMON_SYSTEM if id.startswith("AsylG") else None,
        yes=("Nicht gewährleistet", with_facts(case, **{name: "no"})),
        no=("Gewährleistet", with_facts(case, **{name: "yes"})),
        unknown=("Nicht erfasst", with_facts(case, **{name: None})),
    )


def _informed(id: str, words: tuple[str, str], when: Condition, name: str, case: Facts) -> Norm:
    return norm(
        id,
        words,
        Modality.MUST,
        all_of(when, not_(done(name))),
        effect=("Die Information steht aus.", "The information is outstanding."),
        decider=FACILITY,
        since=COMMON_SYSTEM if id.startswith("AsylG") else None,
        yes=("Nicht geschehen", with_facts(case, **{name: None})),
        no=("Geschehen", with_facts(case, **{name: "2026-07-02"})),
        unknown=("Nur das Jahr bekannt", with_facts(case, **{name: "2026"})),
    )


_ASYLUM = kind("asylum")
_CONTACT = (
    "Kontakt zu Rechtsvertretung, Familie, Konsulat und Hilfsorganisationen ist zu ermöglichen.",
    "Contact with lawyer, family, consulate and aid organisations is to be made possible.",
)
SPECIAL = _special("AufenthG/62a/1/1", *_REMOVAL, "departure", exception="AufenthG/62a/1/2")
SPECIAL_SUPPLEMENTARY = _special("AufenthG/62c/3/1", "supplementary", exception="AufenthG/62c/3/2")
SPECIAL_ASYLUM = _special("AsylG/70/1/1", *ASYLUM_CUSTODY, exception="AsylG/70/1/2")
SEPARATE = _separate("AufenthG/62a/1/2", *_REMOVAL, "departure")
SEPARATE_SUPPLEMENTARY = _separate("AufenthG/62c/3/2", "supplementary")
SEPARATE_ASYLUM = _separate("AsylG/70/1/2", *ASYLUM_CUSTODY)
FAMILY_APART = _missing(
    "AufenthG/62a/1/3",
    (
        "Familien sind getrennt von anderen und mit Privatsphäre unterzubringen.",
        "Families are housed apart from others and with privacy.",
    ),
    all_of(_HELD, fact("family_members_held")),
    "family_held_together_apart",
    with_facts(DETAINED, family_members_held="yes"),
)
FAMILY_APART_ASYLUM = _missing(
    "AsylG/70a/5/1",
    ("Familien erhalten eine gesonderte Unterbringung.", "Families get separate housing."),
    all_of(held_as(*ASYLUM_CUSTODY), fact("family_members_held")),
    "family_held_together_apart",
    with_facts(_ASYLUM, family_members_held="yes"),
)
CONTACTS = _missing(
    "AufenthG/62a/2", _CONTACT, held_as(*_REMOVAL, "departure", "supplementary"), "custody_contacts_allowed"
)
CONTACTS_ASYLUM = _missing("AsylG/70/3/1", _CONTACT, held_as(*ASYLUM_CUSTODY), "custody_contacts_allowed", _ASYLUM)
MINORS_SUITABLE = _missing(
    "AufenthG/62a/3/1",
    (
        "Bei Minderjährigen sind altersgerechte Belange zu beachten.",
        "With minors the needs of their age are to be observed.",
    ),
    all_of(_HELD, any_of(fact("minor"), fact("minor_child_in_household"))),
    "minor_housing_suitable",
    with_facts(DETAINED, minor="yes"),
)
MINORS_NO_PRISON = norm(
    "AsylG/70a/3/5",
    (
        "Minderjährige kommen in keine Einrichtung des Strafvollzugs.",
        "Minors are put in no facility of criminal justice.",
    ),
    Modality.FORBIDDEN,
    all_of(held_as(*ASYLUM_CUSTODY), fact("minor"), is_in("custody_facility", *_PRISON)),
    effect=_MUST_MOVE,
    decider=FACILITY,
    since=COMMON_SYSTEM,
    yes=("Minderjährig in einer Haftanstalt", with_facts(_ASYLUM, minor="yes", custody_facility="prison_separate")),
    no=("Volljährig", with_facts(_ASYLUM, custody_facility="prison_separate")),
    unknown=("Alter nicht festgestellt", with_facts(_ASYLUM, minor=None, custody_facility="prison_separate")),
)
INFORM = _informed(
    "AufenthG/62a/5",
    ("Über Rechte, Pflichten und Regeln ist zu informieren.", "Rights, duties and rules are to be explained."),
    held_as(*_REMOVAL, "departure", "supplementary"),
    "custody_rights_informed_on",
    DETAINED,
)
INFORM_ASYLUM = _informed(
    "AsylG/70/4/2",
    (
        "Über Regeln, Rechte und Pflichten ist verständlich zu informieren.",
        "Rules, rights and duties are to be explained in an understood language.",
    ),
    held_as(*ASYLUM_CUSTODY),
    "custody_rights_informed_on",
    _ASYLUM,
)
REASONS_ASYLUM = _informed(
    "AsylG/70/4/1",
    (
        "Gründe, Rechtsmittel und freie Rechtsberatung sind unverzüglich schriftlich mitzuteilen.",
        "Reasons, remedies and free legal advice are to be given in writing without delay.",
    ),
    held_as(*ASYLUM_CUSTODY),
    "custody_reasons_given_on",
    _ASYLUM,
)
DEPARTURE_PLACE = norm(
    "AufenthG/62b/2",
    (
        "Ausreisegewahrsam wird im Transit oder in einer Unterkunft vollzogen, die ausreisen lässt.",
        "Custody to secure departure is served in transit or where the person can leave.",
    ),
    Modality.MUST,
    all_of(held_as("departure"), not_(is_in("custody_facility", "transit_area", "exit_accommodation"))),
    effect=_MUST_MOVE,
    decider=FACILITY,
    yes=("In einer Haftanstalt", kind("departure", custody_facility="prison_separate")),
    no=("Unterkunft am Flughafen", kind("departure", custody_facility="exit_accommodation")),
    unknown=("Ort nicht erfasst", kind("departure", custody_facility=None)),
)

NORMS = (
    SPECIAL,
    SEPARATE,
    FAMILY_APART,
    CONTACTS,
    MINORS_SUITABLE,
    INFORM,
    DEPARTURE_PLACE,
    SPECIAL_SUPPLEMENTARY,
    SEPARATE_SUPPLEMENTARY,
    SPECIAL_ASYLUM,
    SEPARATE_ASYLUM,
    CONTACTS_ASYLUM,
    REASONS_ASYLUM,
    INFORM_ASYLUM,
    MINORS_NO_PRISON,
    FAMILY_APART_ASYLUM,
)
