"""What bars a transmission, whatever provision allows it: secrecy, social data, persecution, the secret course of a removal, blocks.

Every brake is a norm of its own and an exception to all rows at once. A brake whose text nobody could read answers at most *not
established*, which is no permission either.
"""

from augenmass.law.language import Condition, all_of, any_of, assessment, fact, is_in, none_of, not_
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.writing import norm
from augenmass.law.transmission.bodies import ABROAD, ALIEN_LAW, NOT_PUBLIC

_FROM_REGISTER = is_in("sender_kind", "register_authority")
_OUTSIDE = is_in("receiver_kind", *ABROAD, *NOT_PUBLIC, "research_body")
_PERSECUTION = any_of(
    is_in("receiver_kind", "state_of_origin"),
    all_of(is_in("receiver_kind", "third_state", "international_body"), assessment("persecution_feared_there")),
)
_IDENTITY_BY_BKA = all_of(is_in("sender_kind", "federal_criminal_police"), is_in("data_class", "identification_data"))
"""The Federal Criminal Police Office may pass on identification data abroad; nobody else may."""
_RIGHTS_AT_RISK = all_of(
    _IDENTITY_BY_BKA,
    is_in("receiver_kind", "third_state", "international_body", "state_of_origin"),
    any_of(assessment("protection_interests_prevail"), assessment("fundamental_rights_at_risk")),
)
_BKA = {"sender_kind": "federal_criminal_police", "data_class": "identification_data"}
_ABROAD_NO = {"receiver_kind": "member_state"}
_DENIED = ("Die Übermittlung unterbleibt.", "There is no transmission.")


def _brake(
    id: str,
    words: tuple[str, str],
    when: Condition,
    yes: dict[str, str],
    no: dict[str, str],
    unknown: dict[str, str],
    *,
    verified: bool = True,
) -> Norm:
    return norm(
        id,
        words,
        Modality.FORBIDDEN,
        when,
        effect=_DENIED,
        decider="absendende Stelle",
        yes=("Die Sperre greift", yes),
        no=("Die Sperre greift nicht", no),
        unknown=("Offen, ob sie greift", unknown),
        verified=verified,
    )


SPECIAL_RULE = _brake(
    "AufenthG/88/1",
    ("Besondere gesetzliche Verarbeitungsregeln gehen vor.", "Special statutory rules of processing come first."),
    assessment("special_rule_opposes"),
    {"special_rule_opposes": "yes"},
    {"special_rule_opposes": "no"},
    {},
)
PROFESSIONAL_SECRET = _brake(
    "AufenthG/88/2",
    (
        "Von Schweigepflichtigen zugänglich gemachte Daten nur bei Gefahr oder für § 54 Abs. 2 Nr. 4.",
        "Data made accessible by holders of professional secrets only in danger or for section 54 (2) no. 4.",
    ),
    all_of(
        fact("professional_secret"),
        none_of(
            assessment("grave_danger_to_life", cite="AufenthG/88/2/1/1"),
            assessment("public_health_endangered", cite="AufenthG/88/2/1/1"),
            assessment("needed_for_drug_interest", cite="AufenthG/88/2/1/2"),
        ),
    ),
    {
        "professional_secret": "yes",
        "grave_danger_to_life": "no",
        "public_health_endangered": "no",
        "needed_for_drug_interest": "no",
    },
    {"professional_secret": "yes", "grave_danger_to_life": "yes"},
    {"professional_secret": "yes", "grave_danger_to_life": "no"},
)
TAX_SECRET = _brake(
    "AufenthG/88/3/1",
    ("Steuergeheimnis: nur bei verfolgtem Verstoß.", "Tax secrecy: only where a violation is pursued."),
    all_of(fact("tax_secret"), not_(fact("tax_offence_pursued"))),
    {"tax_secret": "yes", "tax_offence_pursued": "no"},
    {"tax_secret": "yes", "tax_offence_pursued": "yes"},
    {"tax_secret": "yes"},
)
SOCIAL_DATA = _brake(
    "SGB-X/67d",
    ("Sozialdaten nur nach dem Sozialgesetzbuch.", "Social data only under the Social Code."),
    all_of(fact("social_data"), not_(assessment("social_code_permits"))),
    {"social_data": "yes", "social_code_permits": "no"},
    {"social_data": "no"},
    {"social_data": "yes"},
    verified=False,
)
YOUTH_WELFARE = _brake(
    "SGB-VIII/65",
    (
        "In der Jugendhilfe Anvertrautes ist besonders geschützt.",
        "What was entrusted in youth welfare is specially protected.",
    ),
    all_of(fact("youth_welfare_entrusted"), not_(assessment("social_code_permits"))),
    {"youth_welfare_entrusted": "yes", "social_code_permits": "no"},
    {"youth_welfare_entrusted": "no"},
    {"youth_welfare_entrusted": "yes"},
    verified=False,
)
COUNSELLING = _brake(
    "StGB/203/1",
    ("Der Inhalt von Beratungsgesprächen bleibt in der Beratung.", "What was said in counselling stays there."),
    fact("counselling_content"),
    {"counselling_content": "yes"},
    {"counselling_content": "no"},
    {},
    verified=False,
)
SPECIAL_CATEGORY = _brake(
    "BDSG/25/3",
    (
        "Gesundheitsdaten nur mit Ausnahme für besondere Kategorien.",
        "Health data only with an exception for special categories.",
    ),
    all_of(is_in("data_class", "health", "special_needs"), not_(assessment("special_category_ground"))),
    {"data_class": "health", "special_category_ground": "no"},
    {"data_class": "identity"},
    {"data_class": "health"},
)
REMOVAL_SECRET = _brake(
    "AufenthG/97a",
    (
        "Der konkrete Ablauf einer Abschiebung geht nur an einzeln benannte Empfänger.",
        "The concrete course of a removal goes only to recipients named one by one.",
    ),
    all_of(is_in("data_class", "enforcement_secret"), not_(fact("secret_recipient_named"))),
    {"data_class": "enforcement_secret", "secret_recipient_named": "no"},
    {"data_class": "identity"},
    {"data_class": "enforcement_secret"},
)
REMOVAL_DATE = _brake(
    "AufenthG/59/1/8",
    (
        "Nach Fristablauf wird der Termin der Abschiebung nicht angekündigt.",
        "After the period the date of the removal is not announced.",
    ),
    all_of(
        is_in("data_class", "enforcement_secret"),
        is_in("receiver_kind", "person", "representative"),
        fact("departure_period_over"),
    ),
    {"data_class": "enforcement_secret", "receiver_kind": "person", "departure_period_over": "yes"},
    {"data_class": "enforcement_secret", "receiver_kind": "federal_police"},
    {"data_class": "enforcement_secret", "receiver_kind": "person"},
)
ORIGIN_ASYLUM = _brake(
    "AsylG/16/3a/1",
    (
        "Im Asylverfahren erhobene Daten nie an Herkunfts- oder Verfolgerstaat.",
        "Data taken in the asylum procedure never go to the state of origin or of persecution.",
    ),
    all_of(_IDENTITY_BY_BKA, fact("asylum_or_protection"), _PERSECUTION),
    {**_BKA, "asylum_or_protection": "yes", "receiver_kind": "state_of_origin"},
    {**_BKA, "asylum_or_protection": "yes", **_ABROAD_NO},
    {**_BKA, "asylum_or_protection": "yes", "receiver_kind": "third_state"},
)
ORIGIN_RESIDENCE = _brake(
    "AufenthG/89/1a/1",
    (
        "Erkennungsdienstliche Daten über Dritte nie an Herkunfts- oder Verfolgerstaat.",
        "Identification data never go on to the state of origin or of persecution.",
    ),
    all_of(_IDENTITY_BY_BKA, _PERSECUTION),
    {**_BKA, "receiver_kind": "state_of_origin"},
    {**_BKA, **_ABROAD_NO},
    {**_BKA, "receiver_kind": "third_state"},
)
ASYLUM_CONFIDENTIAL = _brake(
    "AsylverfahrensVO/7",
    (
        "Angaben zum Asylantrag gehen an keinen mutmaßlichen Verfolger.",
        "Information on an asylum application goes to no alleged persecutor.",
    ),
    all_of(any_of(fact("asylum_or_protection"), is_in("data_class", "asylum")), _PERSECUTION),
    {"asylum_or_protection": "yes", "receiver_kind": "state_of_origin"},
    {"asylum_or_protection": "yes", **_ABROAD_NO},
    {"data_class": "identity", "receiver_kind": "state_of_origin"},
    verified=False,
)
RIGHTS_RESIDENCE = _brake(
    "AufenthG/89/1a/6",
    (
        "Keine Übermittlung gegen Schutzinteressen, Grundrechte oder Konventionen.",
        "No transmission against interests of protection, fundamental rights or conventions.",
    ),
    _RIGHTS_AT_RISK,
    {**_BKA, "receiver_kind": "third_state", "protection_interests_prevail": "yes"},
    {**_BKA, **_ABROAD_NO},
    {**_BKA, "receiver_kind": "third_state", "protection_interests_prevail": "no"},
)
BLOCK = _brake(
    "AZRG/4/3/1",
    (
        "Bei Übermittlungssperre nichts an Private, Ausland und Zwischenstaatliche.",
        "With a block nothing to private bodies, abroad or intergovernmental bodies.",
    ),
    all_of(_FROM_REGISTER, _OUTSIDE, fact("register_block"), not_(assessment("overriding_public_interest"))),
    {
        "sender_kind": "register_authority",
        "receiver_kind": "third_state",
        "register_block": "yes",
        "overriding_public_interest": "no",
    },
    {"sender_kind": "register_authority", "receiver_kind": "third_state", "register_block": "no"},
    {"sender_kind": "register_authority", "receiver_kind": "third_state"},
)
BLOCK_PUBLIC = _brake(
    "AZRG/4/2/6",
    ("Die Sperre kann auch gegenüber öffentlichen Stellen wirken.", "The block can work against public bodies too."),
    all_of(_FROM_REGISTER, fact("block_against_public_bodies")),
    {"sender_kind": "register_authority", "block_against_public_bodies": "yes"},
    {"sender_kind": "foreigners_authority"},
    {"sender_kind": "register_authority"},
)
UNION_CITIZEN = _brake(
    "AZRG/10/1a",
    (
        "Daten Freizügigkeitsberechtigter nur für Ausländer-, Asyl- und Staatsangehörigkeitsrecht.",
        "Data of free-moving Union citizens only for alien, asylum and nationality law.",
    ),
    all_of(
        _FROM_REGISTER,
        fact("free_movement_citizen"),
        not_(
            all_of(
                is_in("receiver_kind", *ALIEN_LAW, "reception_centre", "nationality_authority", "supreme_authority"),
                is_in("purpose", "residence_law", "asylum_law", "return_enforcement", "protection_review"),
            )
        ),
    ),
    {
        "sender_kind": "register_authority",
        "free_movement_citizen": "yes",
        "receiver_kind": "jobcenter",
        "purpose": "social_benefits",
    },
    {"sender_kind": "register_authority", "free_movement_citizen": "no"},
    {"sender_kind": "register_authority", "receiver_kind": "jobcenter", "purpose": "social_benefits"},
)
DOCUMENTS_ABROAD = _brake(
    "AZRG/26//6",
    ("Dokumente des Registers nicht an Drittstaaten.", "Documents of the register never go to third states."),
    all_of(
        is_in("data_class", "register_documents"),
        is_in("receiver_kind", "third_state", "state_of_origin", "international_body", "union_body"),
    ),
    {"data_class": "register_documents", "receiver_kind": "third_state"},
    {"data_class": "register_documents", "receiver_kind": "foreigners_authority"},
    {"data_class": "register_documents"},
)
SUPERVISION_BY_HAND = _brake(
    "AZRG/39//2",
    ("Aufsichtsbehörden rufen nicht automatisiert ab.", "Supervisory authorities do not retrieve automatically."),
    all_of(_FROM_REGISTER, is_in("receiver_kind", "supervisory_body"), fact("automated_retrieval")),
    {"sender_kind": "register_authority", "receiver_kind": "supervisory_body", "automated_retrieval": "yes"},
    {"sender_kind": "register_authority", "receiver_kind": "jobcenter"},
    {"sender_kind": "register_authority", "receiver_kind": "supervisory_body"},
)
BRAKES = (
    SPECIAL_RULE, PROFESSIONAL_SECRET, TAX_SECRET, SOCIAL_DATA, YOUTH_WELFARE, COUNSELLING, SPECIAL_CATEGORY, REMOVAL_SECRET,
    REMOVAL_DATE, ORIGIN_ASYLUM, ORIGIN_RESIDENCE, ASYLUM_CONFIDENTIAL, RIGHTS_RESIDENCE, BLOCK, BLOCK_PUBLIC, UNION_CITIZEN,
    DOCUMENTS_ABROAD, SUPERVISION_BY_HAND,
)  # fmt: skip
