from functools import partial

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "augenmass.cases"

    def ready(self) -> None:
        from augenmass.access.reader import SystemRole, as_system
        from augenmass.cases.affected import affected_by
        from augenmass.record import ledger

        ledger.reaches[:] = [affected_by]
        ledger.seeing_every_case = partial(as_system, SystemRole.EVALUATION)
