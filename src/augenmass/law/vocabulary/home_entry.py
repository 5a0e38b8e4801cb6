"""Entering and searching a home to seize a person: part of the secret course of a removal, established by the body that carries it out."""

from augenmass.law.vocabulary.declaring import Chapter

HOME_ENTRY = Chapter("home_entry", "enforcement_secret")
HOME_LAND = Chapter("land", "organisation")

_BY = ("central_office",)
for _name, _label, _meaning in (
    (
        "home_entry_purpose_requires",
        ("Zweck erfordert das Betreten", "Purpose requires entry"),
        (
            "Der Zweck der Durchführung der Abschiebung erfordert, die Wohnung zu betreten oder zu durchsuchen.",
            "The purpose of carrying out the removal requires entering or searching the home.",
        ),
    ),
    (
        "home_presence_by_facts",
        ("Tatsachen für den Aufenthalt in den Räumen", "Facts for presence in the rooms"),
        (
            "Festgestellte Tatsachen lassen schließen, dass sich die Person in den Räumen befindet.",
            "Established facts allow the conclusion that the person is in the rooms.",
        ),
    ),
    (
        "night_frustration_by_facts",
        ("Tatsachen für Vereitelung ohne Nachtzeit", "Facts for frustration unless at night"),
        (
            "Festgestellte Tatsachen, die nicht in der Organisation der Abschiebung liegen, lassen schließen, dass die Ergreifung sonst vereitelt würde.",
            "Established facts that do not lie in the organisation of the removal allow the conclusion that the seizure would otherwise be frustrated.",
        ),
    ),
    (
        "imminent_danger_by_facts",
        ("Tatsachen für Gefahr im Verzug", "Facts for imminent danger"),
        (
            "Tatsachen begründen Gefahr im Verzug; dass die Person beim Betreten nicht angetroffen wurde, genügt nicht.",
            "Facts establish imminent danger; that the person was not met on entry is not enough.",
        ),
    ),
    (
        "holding_for_transport_unavoidable",
        ("Festhalten für den Transport unvermeidlich", "Holding for the transport unavoidable"),
        (
            "Das kurzzeitige Festhalten ist auf das unvermeidliche Maß beschränkt.",
            "The short holding is limited to what is unavoidable.",
        ),
    ),
):
    HOME_ENTRY.yes_no(_name, _label, _meaning, assessment=True, established_by=_BY, retention="removal_data")
for _name, _label, _meaning, _protects in (
    (
        "home_of_others",
        ("Räume anderer Personen", "Rooms of other persons"),
        (
            "Die Räume gehören zur Wohnung anderer Personen oder werden gemeinschaftlich genutzt.",
            "The rooms belong to the home of other persons or are used in common.",
        ),
        True,
    ),
    (
        "home_is_shared_housing",
        ("Gemeinschaftliche Unterbringung", "Shared housing"),
        ("Die Wohnung liegt in gemeinschaftlicher Unterbringung.", "The home lies in shared housing."),
        False,
    ),
    (
        "home_search_intended",
        ("Durchsuchung", "Search"),
        ("Die Räume werden gezielt nach der Person durchsucht.", "The rooms are searched for the person."),
        True,
    ),
    (
        "home_entry_at_night",
        ("Zur Nachtzeit", "At night"),
        ("Betreten oder Durchsuchen fällt in die Nachtzeit.", "Entry or search falls into the night."),
        True,
    ),
    (
        "home_search_ordered_by_judge",
        ("Durchsuchung richterlich angeordnet", "Search ordered by a judge"),
        ("Ein Richter hat die Durchsuchung dieser Räume angeordnet.", "A judge ordered the search of these rooms."),
        False,
    ),
    (
        "home_search_record_made",
        ("Niederschrift der Durchsuchung gefertigt", "Record of the search made"),
        (
            "Die Niederschrift nennt Dienststelle, Grund, Zeit, Ort und ohne Anordnung die Tatsachen der Gefahr im Verzug.",
            "The record names body, reason, time, place and, without an order, the facts of imminent danger.",
        ),
        True,
    ),
    (
        "home_search_took_place",
        ("Durchsuchung durchgeführt", "Search carried out"),
        ("Die Räume wurden durchsucht.", "The rooms were searched."),
        False,
    ),
    (
        "home_record_copy_requested",
        ("Abschrift der Niederschrift verlangt", "Copy of the record asked for"),
        (
            "Die wohnende Person oder ihre Vertretung verlangt eine Abschrift.",
            "The occupant or a representative asks for a copy.",
        ),
        True,
    ),
    (
        "home_record_copy_given",
        ("Abschrift der Niederschrift ausgehändigt", "Copy of the record handed over"),
        ("Die Abschrift wurde ausgehändigt.", "The copy was handed over."),
        False,
    ),
    (
        "home_record_impossible",
        ("Niederschrift nach den Umständen nicht möglich", "Record not possible in the circumstances"),
        (
            "Niederschrift oder Abschrift ist nach den Umständen nicht möglich oder gefährdet den Zweck; eine Bestätigung ist erteilt.",
            "Record or copy is not possible in the circumstances or endangers the purpose; a confirmation was given.",
        ),
        False,
    ),
    (
        "occupant_admitted_to_search",
        ("Anwesenheit bei der Durchsuchung ermöglicht", "Presence at the search made possible"),
        (
            "Inhaber der Räume, Vertretung oder eine erwachsene vertraute Person konnte beiwohnen.",
            "Holder of the rooms, a representative or a trusted adult could be present.",
        ),
        True,
    ),
):
    HOME_ENTRY.yes_no(_name, _label, _meaning, protective=_protects, established_by=_BY, retention="removal_data")
HOME_LAND.yes_no(
    "land_wider_home_entry_rules",
    ("Weitergehende Landesregeln zum Betreten", "Wider rules of the Land on entry"),
    (
        "Das Land hat weitergehende Regeln zum Betreten, Durchsuchen oder Festhalten.",
        "The Land has wider rules on entry, search or holding.",
    ),
    derived=True,
    unverified=True,
)
