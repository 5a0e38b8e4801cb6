"""What a stranger learns of a copy: whether it is unchanged, and whether the key is one of this installation. No agreement is read."""

from dataclasses import dataclass

from augenmass.agreements.rules.copy_seal import Finding, Sealed, verdict_on
from augenmass.transmissions.models import BodyKey
from augenmass.transmissions.parties import line_of
from augenmass.transmissions.rules.signing import problem_with


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file proves here; ``body`` is the body whose key signed it, "" where this installation does not know the key."""

    finding: Finding
    sealed: Sealed | None
    body: str

    @property
    def proven(self) -> bool:
        """Whether the file is unchanged and signed by a body of this installation."""
        return self.finding is Finding.UNCHANGED and bool(self.body)


def check_copy(content: bytes) -> Checked:
    """Look at a file. A key that was valid on the day of the signature proves it, unless it was revoked since."""
    verdict = verdict_on(content)
    said = verdict.sealed
    if said is None or verdict.finding is not Finding.UNCHANGED:
        return Checked(verdict.finding, said, "")
    key = BodyKey.objects.select_related("body").filter(public_key=said.public_key, body__key=said.body).first()
    good = key is not None and problem_with(line_of(key), said.signed_on) is None
    return Checked(verdict.finding, said, key.body.name if key is not None and good else "")
