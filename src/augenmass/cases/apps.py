from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "augenmass.cases"

    def ready(self) -> None:
        from augenmass.cases.affected import affected_by
        from augenmass.record import ledger

        ledger.reaches[:] = [affected_by]
