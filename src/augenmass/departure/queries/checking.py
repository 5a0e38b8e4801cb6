"""What the public page learns of a code: whether a certificate with it was issued and counts. It reads one row that leads to no case."""

from augenmass.departure.models import CertificateCode
from augenmass.departure.rules.code import digest_of_code
from augenmass.law.time import today


def is_valid_code(typed: str) -> bool:
    """Whether this is the code of a certificate that counts today. Unknown, withdrawn, used and expired codes read the same."""
    known = CertificateCode.objects.filter(code_digest=digest_of_code(typed), valid=True, valid_until__gte=today())
    return known.exists()
