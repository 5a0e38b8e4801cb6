"""Words of this room with closed lists: kinds of messages, how they travel, why one goes back to its sender."""

from enum import StrEnum


class MessageKind(StrEnum):
    """What a signed message is."""

    TRANSMISSION = "transmission"
    REQUEST = "request"
    REMINDER = "reminder"
    ANSWER = "answer"
    CORRECTION_REQUEST = "correction_request"
    """Asks the keeper of a register to put an entry right."""
    ARRIVAL = "arrival"
    """The other side has the message; nobody has looked at it yet."""
    ACCEPTANCE = "acceptance"
    RETURN = "return"
    """Return to sender: not taken, with the reason."""
    CORRECTION = "correction"
    """What was transmitted earlier was wrong or incomplete; carries what holds now."""
    RECALL = "recall"
    """What was transmitted earlier is to be deleted."""
    DELETED = "deleted"
    """Answer to a recall: the content is deleted (or was already)."""


COMPOSED = (
    MessageKind.TRANSMISSION,
    MessageKind.REQUEST,
    MessageKind.REMINDER,
    MessageKind.ANSWER,
    MessageKind.CORRECTION_REQUEST,
)
"""What a person composes and signs."""
RECEIPTS = (MessageKind.ARRIVAL, MessageKind.ACCEPTANCE, MessageKind.RETURN, MessageKind.DELETED)
"""What answers a message and carries nothing of a person."""
FOLLOWING = (MessageKind.CORRECTION, MessageKind.RECALL)
"""What follows earlier recipients (GDPR Article 19)."""


class Channel(StrEnum):
    """How a message travels."""

    INSIDE = "inside"
    FILE = "file"
    HTTP = "http"


class Regime(StrEnum):
    """Whose data protection law governs: the General Regulation, or the police directive (Federal Data Protection Act, Part 3)."""

    GDPR = "gdpr"
    POLICE = "police"


class PersonCategory(StrEnum):
    """Categories of persons that the police regime tells apart (Federal Data Protection Act § 72)."""

    SUSPECT = "suspect"
    CONVICTED = "convicted"
    VICTIM = "victim"
    WITNESS = "witness"
    OTHER = "other"


class ReturnReason(StrEnum):
    """Why a message goes back to its sender: a closed list, so that no receipt carries data of a person."""

    NOT_COMPETENT = "not_competent"
    NO_PROVISION = "no_provision"
    PROVISION_ENDED = "provision_ended"
    NOT_ALLOWED = "not_allowed"
    """Holds a class of data that its provisions do not carry to this receiver."""
    PERSON_UNKNOWN = "person_unknown"
    INCOMPLETE = "incomplete"
    TEST = "test"
    """A message of a test installation in a productive one, or the other way round."""
    PURPOSE_UNCLEAR = "purpose_unclear"
    ALREADY_KNOWN = "already_known"
