"""What the compartment keeps: its counsellors, what they write (encrypted), and the trace of both.

In the clear stand days, times, states, keys and what a service says publicly; names, languages, texts and file numbers are in ``sealed``.
"""

from augenmass.compartment.models.accounts import Account, AccountManager, CounsellingBody
from augenmass.compartment.models.appointments import Appointment, CalendarAddress
from augenmass.compartment.models.encrypted import Encrypted
from augenmass.compartment.models.messages import Message
from augenmass.compartment.models.persons import Notice, Person, Talk
from augenmass.compartment.models.service import Authority, Declaration, Programme
from augenmass.compartment.models.statements import Scan, Statement
from augenmass.compartment.models.trace import AccessLine, Action, ChainHead

__all__ = [
    "AccessLine",
    "Account",
    "AccountManager",
    "Action",
    "Appointment",
    "Authority",
    "CalendarAddress",
    "ChainHead",
    "CounsellingBody",
    "Declaration",
    "Encrypted",
    "Message",
    "Notice",
    "Person",
    "Programme",
    "Scan",
    "Statement",
    "Talk",
]
