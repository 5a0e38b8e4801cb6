from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class AccessConfig(AppConfig):
    name = "augenmass.access"

    def ready(self) -> None:
        connection_created.connect(_tell, dispatch_uid="reader")
        post_migrate.connect(_apply, sender=self, dispatch_uid="row_security")


def _tell(connection: object, **_signal: object) -> None:
    from augenmass.access.reader import tell

    tell(connection)


def _apply(using: str, **_signal: object) -> None:
    from augenmass.access.row_security import apply

    apply(using)
