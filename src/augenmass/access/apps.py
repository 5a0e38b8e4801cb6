from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class AccessConfig(AppConfig):
    name = "augenmass.access"

    def ready(self) -> None:
        connection_created.connect(_tell, dispatch_uid="reader")
        post_migrate.connect(_apply, sender=self, dispatch_uid="row_security")
        post_migrate.connect(_note_matrix, sender=self, dispatch_uid="matrix")


def _tell(connection: object, **_signal: object) -> None:
    from augenmass.access.reader import tell

    tell(connection)


def _apply(using: str, **_signal: object) -> None:
    from augenmass.access.row_security import apply

    apply(using)


def _note_matrix(using: str, **_signal: object) -> None:
    """An installation keeps every matrix that it has run with, from its first migration on."""
    from django.db import connections, router

    from augenmass.access.models import MatrixVersion
    from augenmass.access.versions import note_matrix

    here = router.db_for_write(MatrixVersion) == using
    if here and MatrixVersion._meta.db_table in connections[using].introspection.table_names():
        note_matrix()
