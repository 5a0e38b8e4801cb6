"""Transfers to the state responsible for the asylum procedure: acceptance, what delayed them, what became of them."""

from augenmass.law.vocabulary.countries import STATES
from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

TRANSFER = Chapter("transfer", "asylum")

_LETTER = ("correspondence",)

TRANSFER.choice(
    "transfer_state",
    ("Für das Asylverfahren zuständiger Staat", "State responsible for the asylum procedure"),
    ("Der Staat, in den überstellt werden soll.", "The state to which the person is to be transferred."),
    STATES,
    evidence=("decision", "correspondence"),
    headers=("Dublin-Staat", "Überstellungsstaat"),
)
TRANSFER.day(
    "transfer_accepted_on",
    ("Übernahme zugesagt oder bestätigt am", "Transfer accepted or confirmed on"),
    (
        "Der Tag, an dem der Staat die Übernahme zugesagt oder bestätigt hat oder sie als angenommen gilt.",
        "The day on which the state accepted or confirmed, or is deemed to have accepted.",
    ),
    evidence=_LETTER,
    headers=("Zustimmung Dublin", "Übernahme zugesagt am"),
)
TRANSFER.yes_no(
    "transfer_suspended_by_court",
    ("Überstellung gerichtlich ausgesetzt", "Transfer suspended by a court"),
    (
        "Ein Gericht hat angeordnet, dass der Rechtsbehelf gegen die Überstellung aufschiebende Wirkung hat.",
        "A court has ordered that the remedy against the transfer suspends.",
    ),
    evidence=("court",),
    protective=True,
)
TRANSFER.day(
    "transfer_final_decision_on",
    ("Endgültige Entscheidung über die Überstellung am", "Final decision on the transfer on"),
    (
        "Der Tag der endgültigen Entscheidung über den Rechtsbehelf, der die Überstellung ausgesetzt hatte.",
        "The day of the final decision on the remedy that had suspended the transfer.",
    ),
    evidence=("court",),
)
TRANSFER.choice(
    "transfer_delay_ground",
    ("Grund für längere Überstellungsfrist", "Ground for a longer transfer period"),
    (
        "Der Grund, aus dem die Überstellungsfrist gegenüber dem anderen Staat verlängert wurde.",
        "The ground on which the transfer period was extended towards the other state.",
    ),
    (
        Choice("none", "keine Verlängerung", "no extension"),
        Choice("imprisoned", "Haft", "imprisonment"),
        Choice("absconded", "flüchtig", "absconded"),
        Choice("resisted", "körperlicher Widerstand", "physical resistance"),
        Choice("made_unfit", "Transportunfähigkeit selbst herbeigeführt", "made unfit for transfer"),
        Choice("medical_duties", "medizinische Anforderungen nicht erfüllt", "medical requirements not met"),
    ),
    evidence=_LETTER,
)
TRANSFER.day(
    "transfer_extension_notified_on",
    ("Verlängerung dem anderen Staat mitgeteilt am", "Other state told of the extension on"),
    (
        "Der Tag, an dem der andere Staat von der Verlängerung unterrichtet wurde.",
        "The day on which the other state was told of the extension.",
    ),
    evidence=_LETTER,
)
TRANSFER.day(
    "transfer_done_on",
    ("Überstellt am", "Transferred on"),
    ("Der Tag der Überstellung.", "The day of the transfer."),
    evidence=_LETTER,
    retention="removal_data",
    headers=("überstellt am",),
)
