"""What is sent, what is received, with whom, and the keys that prove it."""

from augenmass.transmissions.models.partners import BodyKey, OutsideBody, OutsideKey
from augenmass.transmissions.models.received import FactOrigin, KnownMessage, Received, ReceivedContent
from augenmass.transmissions.models.replies import Reply, SignedReply
from augenmass.transmissions.models.sent import Envelope, SignedTransmission, Transmission

__all__ = [
    "BodyKey",
    "Envelope",
    "FactOrigin",
    "KnownMessage",
    "OutsideBody",
    "OutsideKey",
    "Received",
    "ReceivedContent",
    "Reply",
    "SignedReply",
    "SignedTransmission",
    "Transmission",
]
