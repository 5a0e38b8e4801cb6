"""Residence Act § 58 (4)–(10): holding for the transport, entry, search, night. What is missing bars them; nothing here proposes them."""

from augenmass.law.language import Condition, Definition, all_of, any_of, assessment, fact, not_, use
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.specimens import Facts, with_facts
from augenmass.law.norms.writing import norm

REMOVING_BODY = "die Abschiebung durchführende Behörde"
JUDGE = "Richter"

ENTRY: Facts = {
    "home_entry_purpose_requires": "yes",
    "home_presence_by_facts": "yes",
    "home_of_others": "no",
    "home_is_shared_housing": "no",
    "home_search_intended": "no",
    "home_entry_at_night": "no",
    "holding_for_transport_unavoidable": "yes",
}
"""By day, into the person's own rooms, without a search; everything established."""
SEARCH: Facts = {
    **ENTRY,
    "home_search_intended": "yes",
    "home_search_ordered_by_judge": "yes",
    "imminent_danger_by_facts": "no",
}
SEARCHED: Facts = {
    **SEARCH,
    "home_search_took_place": "yes",
    "home_search_record_made": "yes",
    "home_record_impossible": "no",
    "home_record_copy_requested": "no",
    "occupant_admitted_to_search": "yes",
}
_NO_ENTRY = ("Die Wohnung darf nicht betreten werden.", "The home must not be entered.")
_NO_SEARCH = ("Die Räume dürfen nicht durchsucht werden.", "The rooms must not be searched.")
SEARCHING: Condition = fact("home_search_intended")


def _without(
    id: str, words: tuple[str, str], case: Facts, name: str, effect: tuple[str, str], where: Condition | None = None
) -> Norm:
    """Return the norm that something is barred while a named officer did not establish the facts for it."""
    missing = not_(assessment(name))
    return norm(
        id,
        words,
        Modality.FORBIDDEN,
        all_of(where, missing) if where is not None else missing,
        effect=effect,
        decider=REMOVING_BODY,
        yes=("Keine solchen Tatsachen", with_facts(case, **{name: "no"})),
        no=("Tatsachen festgestellt", with_facts(case, **{name: "yes"})),
        unknown=("Nicht beurteilt", with_facts(case, **{name: None})),
    )


HOLD_LIMIT = _without(
    "AufenthG/58/4/2",
    (
        "Festhalten für den Transport nur im unvermeidlichen Maß.",
        "Holding for the transport only as far as unavoidable.",
    ),
    ENTRY,
    "holding_for_transport_unavoidable",
    ("So darf nicht festgehalten werden.", "There must be no such holding."),
)
NO_ENTRY = norm(
    "AufenthG/58/5/1",
    (
        "Kein Betreten ohne Erfordernis und ohne Tatsachen, dass sich die Person dort befindet.",
        "No entry without need, and none without facts that the person is there.",
    ),
    Modality.FORBIDDEN,
    any_of(not_(assessment("home_entry_purpose_requires")), not_(assessment("home_presence_by_facts"))),
    effect=_NO_ENTRY,
    decider=REMOVING_BODY,
    yes=("Anwesenheit nur vermutet", with_facts(ENTRY, home_presence_by_facts="no")),
    no=("Erforderlich, Anwesenheit festgestellt", ENTRY),
    unknown=("Anwesenheit nicht beurteilt", with_facts(ENTRY, home_presence_by_facts=None)),
)
OTHERS_ONLY_SHARED = norm(
    "AufenthG/58/5/2",
    (
        "Räume anderer Personen nur in gemeinschaftlicher Unterbringung.",
        "Rooms of other persons only in shared housing.",
    ),
    Modality.FORBIDDEN,
    all_of(fact("home_of_others"), not_(fact("home_is_shared_housing")), not_(SEARCHING, cite="AufenthG/58/6/2")),
    effect=_NO_ENTRY,
    decider=REMOVING_BODY,
    yes=("Wohnung einer anderen Person", with_facts(ENTRY, home_of_others="yes")),
    no=("Eigene Wohnung", ENTRY),
    unknown=("Wem die Räume gehören, ist offen", with_facts(ENTRY, home_of_others=None)),
)
SEARCH_WITHOUT_NEED = _without(
    "AufenthG/58/6/1",
    ("Keine Durchsuchung, wenn der Zweck sie nicht erfordert.", "No search where the purpose does not require it."),
    SEARCH,
    "home_entry_purpose_requires",
    _NO_SEARCH,
    SEARCHING,
)
SEARCH_OTHERS = _without(
    "AufenthG/58/6/2",
    (
        "Bei anderen Personen keine Durchsuchung ohne Tatsachen, dass die Person dort ist.",
        "With other persons no search without facts that the person is there.",
    ),
    with_facts(SEARCH, home_of_others="yes"),
    "home_presence_by_facts",
    _NO_SEARCH,
    all_of(SEARCHING, fact("home_of_others")),
)
NIGHT = _without(
    "AufenthG/58/7/1",
    (
        "Zur Nachtzeit kein Betreten ohne Tatsachen, dass die Ergreifung sonst vereitelt würde.",
        "No entry at night without facts that the seizure would otherwise be frustrated.",
    ),
    with_facts(ENTRY, home_entry_at_night="yes"),
    "night_frustration_by_facts",
    (
        "Zur Nachtzeit darf nicht betreten oder durchsucht werden; die eigene Organisation ist kein Grund.",
        "There must be no entry or search at night; the body's own organisation is no reason.",
    ),
    fact("home_entry_at_night"),
)
JUDGE_ORDERS = norm(
    "AufenthG/58/8/1",
    (
        "Keine Durchsuchung ohne Richter, außer bei Gefahr im Verzug.",
        "No search without a judge, save for imminent danger.",
    ),
    Modality.FORBIDDEN,
    all_of(
        SEARCHING,
        not_(fact("home_search_ordered_by_judge")),
        not_(assessment("imminent_danger_by_facts", cite="AufenthG/58/8/2")),
    ),
    effect=(
        "Es darf nicht durchsucht werden; dass niemand angetroffen wurde, begründet keine Gefahr im Verzug.",
        "There must be no search; that nobody was met is no imminent danger.",
    ),
    decider=JUDGE,
    yes=("Keine Anordnung, keine Gefahr im Verzug", with_facts(SEARCH, home_search_ordered_by_judge="no")),
    no=("Richterlich angeordnet", SEARCH),
    unknown=("Anordnung nicht erfasst", with_facts(SEARCH, home_search_ordered_by_judge=None)),
)


def _after_search(id: str, words: tuple[str, str], when: Condition, missing: Facts, name: str) -> Norm:
    return norm(
        id,
        words,
        Modality.MUST,
        all_of(fact("home_search_took_place"), when),
        effect=("Dies ist nachzuholen oder zu begründen.", "This is to be done or reasons given."),
        decider=REMOVING_BODY,
        yes=("Nicht geschehen", {**SEARCHED, **missing}),
        no=("Keine Durchsuchung", with_facts(SEARCHED, home_search_took_place="no")),
        unknown=("Nicht erfasst", with_facts({**SEARCHED, **missing}, **{name: None})),
    )


PRESENCE = _after_search(
    "AufenthG/58/9/1",
    ("Wer die Räume innehat, darf der Durchsuchung beiwohnen.", "Who holds the rooms may be present at the search."),
    not_(fact("occupant_admitted_to_search", cite="AufenthG/58/9/2")),
    {"occupant_admitted_to_search": "no"},
    "occupant_admitted_to_search",
)
RECORD = _after_search(
    "AufenthG/58/9/4",
    ("Über die Durchsuchung ist eine Niederschrift zu fertigen.", "A record of the search is to be made."),
    all_of(
        not_(fact("home_search_record_made", cite="AufenthG/58/9/5")),
        not_(fact("home_record_impossible", cite="AufenthG/58/9/7")),
    ),
    {"home_search_record_made": "no"},
    "home_search_record_made",
)
COPY = _after_search(
    "AufenthG/58/9/6",
    ("Auf Verlangen ist eine Abschrift auszuhändigen.", "On request a copy is to be handed over."),
    all_of(
        fact("home_record_copy_requested"),
        not_(fact("home_record_copy_given")),
        not_(fact("home_record_impossible", cite="AufenthG/58/9/7")),
    ),
    {"home_record_copy_requested": "yes", "home_record_copy_given": "no"},
    "home_record_copy_requested",
)
LAND_RULES = norm(
    "AufenthG/58/10/1",
    ("Weitergehende Regeln des Landes bleiben unberührt.", "Wider rules of the Land stay untouched."),
    Modality.STATE,
    fact("land_wider_home_entry_rules"),
    effect=(
        "Sie sind hier nicht enthalten und von der Behörde zu prüfen.",
        "They are not held here; the authority checks them.",
    ),
    decider="Land",
    yes=("Landesprofil: weitergehende Regeln", {"land_wider_home_entry_rules": "yes"}),
    no=("Landesprofil: keine", {"land_wider_home_entry_rules": "no"}),
    unknown=("Landesprofil ohne Angabe", {}),
)

ENTRY_BARRED = Definition(
    "home_entry_barred_by_law",
    "Das Betreten der Wohnung ist unzulässig.",
    "Entering the home is not allowed.",
    any_of(
        use(NO_ENTRY),
        use(OTHERS_ONLY_SHARED),
        use(NIGHT),
    ),
    "AufenthG/58/5/1",
)
SEARCH_BARRED = Definition(
    "home_search_barred_by_law",
    "Die Durchsuchung ist unzulässig.",
    "The search is not allowed.",
    any_of(use(SEARCH_WITHOUT_NEED), use(SEARCH_OTHERS), use(JUDGE_ORDERS), use(NIGHT)),
    "AufenthG/58/8/1",
)
DEFINITIONS = (ENTRY_BARRED, SEARCH_BARRED)
NORMS = (
    HOLD_LIMIT,
    NO_ENTRY,
    OTHERS_ONLY_SHARED,
    SEARCH_WITHOUT_NEED,
    SEARCH_OTHERS,
    NIGHT,
    JUDGE_ORDERS,
    PRESENCE,
    RECORD,
    COPY,
    LAND_RULES,
)
