"""Taking a file over from a person: kept under its hash, opened by content, its columns mapped as a proposal."""

import hashlib
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.intake.models import ImportRun, SavedMapping
from augenmass.intake.rules import limits
from augenmass.intake.rules.mapping import Plan, propose
from augenmass.intake.rules.opening import open_sheet
from augenmass.intake.rules.problem import FileRefused
from augenmass.intake.rules.sheet import Sheet
from augenmass.law.time import now
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.ledger import entry
from augenmass.record.models import Source

UPLOAD_PREFIX = "augenmass-import-"
"""Of folders in which an upload is written down; the worker sweeps those that a killed process left."""
_SAMPLES = 4
_SAMPLE_CHARACTERS = 60


def receive_upload(actor: Actor, source_label: str, file_name: str, chunks: Iterable[bytes]) -> ImportRun:
    """Take over an uploaded file, as a browser sends it.

    Raises `FileRefused` (nothing is kept) and `NotPermitted`. The size is checked while reading: a file beyond the
    limit is never stored whole.
    """
    actor.require(Permission.IMPORT)
    with TemporaryDirectory(prefix=UPLOAD_PREFIX) as folder:
        path = Path(folder) / "upload"
        size = 0
        with path.open("wb") as target:
            for chunk in chunks:
                size += len(chunk)
                if size > limits.MAX_FILE_BYTES:
                    raise FileRefused("file_larger_than", limit=limits.MAX_FILE_BYTES // (1024 * 1024))
                target.write(chunk)
        return receive(actor, source_label, file_name, path)


def receive(actor: Actor, source_label: str, file_name: str, path: Path) -> ImportRun:
    """Take over a file that lies on this machine; the run then waits for its mapping to be confirmed.

    Raises `FileRefused` (nothing is kept) and `NotPermitted`.
    """
    actor.require(Permission.IMPORT)
    sheet = open_sheet(path)
    samples = sample_values(sheet)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    with transaction.atomic():
        source, _made = Source.objects.get_or_create(
            body_id=actor.body_id, kind=Source.Kind.IMPORT, label=source_label.strip()[:200]
        )
        run = ImportRun(
            body=actor.body,
            source=source,
            file_name=Path(file_name).name[:200],
            sha256=digest,
            size=path.stat().st_size,
            headers=[header.label for header in sheet.headers],
            samples=samples,
            columns=proposed(sheet, source).to_json(),
            notes=[note.to_json() for note in sheet.notes],
            uploaded_by=actor.account,
            uploaded_at=now(),
        )
        run.save()
        # Stored under the run's key: two runs of the same file end independently of each other.
        with path.open("rb") as file:
            default_storage.save(run.path, File(file))
        with entry(actor, "import.uploaded") as e:
            e.refer(run=run.pk, source=source.pk, sha256=digest)
    return run


def proposed(sheet: Sheet, source: Source) -> Plan:
    """The mapping proposed for a file of the source: as saved, then by known and similar heads."""
    saved = SavedMapping.objects.filter(source=source).first()
    return propose(sheet.headers, VOCABULARY, saved.columns if saved else ())


def sample_values(sheet: Sheet) -> list[list[str]]:
    """A few different values of each column. Raises `FileRefused` when there is no row at all."""
    rows = list(islice(sheet.rows(), limits.SAMPLE_ROWS))
    if not rows:
        raise FileRefused("no_rows")
    samples = []
    for position in range(len(sheet.headers)):
        values = dict.fromkeys(row.cells[position].strip()[:_SAMPLE_CHARACTERS] for row in rows)
        samples.append([value for value in values if value][:_SAMPLES])
    return samples


def opened(run: ImportRun) -> Sheet:
    """The run's file, opened again."""
    return open_sheet(Path(default_storage.path(run.path)))


def delete_file(run: ImportRun) -> None:
    """Delete the run's file: its rows are staged, or nobody wants them. Its hash stays."""
    default_storage.delete(run.path)
