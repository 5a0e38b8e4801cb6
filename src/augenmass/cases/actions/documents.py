"""Adding a document to a case."""

import hashlib
import os
import shlex
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.cases.file_types import Refusal, media_type_of
from augenmass.cases.files import hold_file
from augenmass.cases.models import Document
from augenmass.directory.roles import Permission
from augenmass.law.time import now, today
from augenmass.record.ledger import Entry, entry


@dataclass(frozen=True, slots=True)
class DocumentText:
    """What an officer says of a file."""

    kind: Document.Kind
    title: str
    dated: date | None = None
    received: date | None = None


def add_document(actor: Actor, case_id: int, content: bytes, text: DocumentText) -> Document:
    """Keep a file with a case. Raises ``Refusal`` (size, type, scanner, dates) and ``Case.DoesNotExist``."""
    actor.require(Permission.RECORD_FACTS)
    worked_by(actor).get(pk=case_id)
    media_type = checked(content)
    if any(day is not None and day > today() for day in (text.dated, text.received)):
        raise Refusal(
            "Das Datum liegt in der Zukunft. Bitte prüfen Sie es.", "The date lies in the future. Please check it."
        )
    with entry(actor, "document.added", case_id) as e:
        document = keep(e, content, media_type, text, actor.account_id)
        e.refer(document=document.pk)
    return document


def checked(content: bytes) -> str:
    """The media type of an acceptable file. Raises ``Refusal``."""
    most = settings.UPLOAD_MEGABYTES
    if len(content) > most * 1_000_000:
        raise Refusal(f"Die Datei ist größer als {most} MB.", f"The file is larger than {most} MB.")
    media_type = media_type_of(content)
    scan(content)
    return media_type


def keep(e: Entry, content: bytes, media_type: str, text: DocumentText, account_id: int | None) -> Document:
    """Store a checked file under the hash of its content and seal its row in an entry under way."""
    document = Document(
        case=e.case,
        kind=text.kind,
        title=text.title,
        dated=text.dated,
        received=text.received,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        media_type=media_type,
        added_at=now(),
        added_by_id=account_id,
    )
    hold_file(document.path)
    if not default_storage.exists(document.path):
        default_storage.save(document.path, ContentFile(content))
    e.seal(document)
    return document


def scan(content: bytes) -> None:
    """Run the installation's malware scanner, if it has one. Raises ``Refusal`` when it objects or cannot run."""
    command = settings.SCANNER
    if not command:
        return
    descriptor, path = tempfile.mkstemp(prefix="augenmass-scan-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        clean = (
            subprocess.run([*shlex.split(command), path], check=False, capture_output=True, timeout=120).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Refusal(
            "Die Prüfung auf Schadsoftware ist gerade nicht möglich. Bitte versuchen Sie es später noch einmal.",
            "The malware check is not available at the moment. Please try again later.",
        ) from error
    finally:
        Path(path).unlink()
    if not clean:
        raise Refusal(
            "Die Prüfung auf Schadsoftware hat die Datei beanstandet. Sie wurde nicht gespeichert.",
            "The malware check objected to the file. It was not stored.",
        )
