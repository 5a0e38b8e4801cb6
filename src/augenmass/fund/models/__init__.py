"""The tables of the support fund."""

from augenmass.fund.models.claims import UNPAID, Cancellation, Commitment, Payment, Recovery, Tranche
from augenmass.fund.models.money import Budget, BudgetChange, Fund, Posting
from augenmass.fund.models.programmes import Programme, ProgrammeTerms, TermsEnd

__all__ = [
    "UNPAID",
    "Budget",
    "BudgetChange",
    "Cancellation",
    "Commitment",
    "Fund",
    "Payment",
    "Posting",
    "Programme",
    "ProgrammeTerms",
    "Recovery",
    "TermsEnd",
    "Tranche",
]
