"""What belongs to a removal that is being planned (AufenthG §§ 59 (1) S. 8, 97a): no extract and no inspection shows anything of it.

Beside the secret facts themselves these are the steps that arrange a removal and what they write: that one was arranged tells that
a day is being fixed. So does an application for detention, of which the person learns from the court.
"""

from augenmass.access.sight import SECRET_NAMES

PLAN_STEPS = frozenset({"arrange_removal"})
PLAN_NAMES = SECRET_NAMES | {"removal_arranged_on", "custody_application_on", "custody_file_presented_on"}
