"""Deleting what a killed process left of an upload: whole exports with the data of many people, which no run needs.

A file is kept before its run is committed, and deleted after the run is; a process that ends between the two leaves it behind.
"""

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.core.files.storage import default_storage

from augenmass.intake.actions.receive import UPLOAD_PREFIX
from augenmass.intake.models import ImportRun
from augenmass.law.time import now

OLD = timedelta(days=1)
"""No upload takes that long: what is younger may belong to a run that is not committed yet."""
FOLDER = "imports"
_NEEDED = (ImportRun.State.UPLOADED, ImportRun.State.STAGING)
"""In these states a run still reads its file."""


def sweep_stored() -> int:
    """Delete stored exports older than a day whose run does not exist or has read them; returns how many."""
    if not default_storage.exists(FOLDER):
        return 0
    needed = {Path(run.path).name for run in ImportRun.objects.filter(state__in=_NEEDED).only("key")}
    _folders, names = default_storage.listdir(FOLDER)
    swept = 0
    for name in names:
        path = f"{FOLDER}/{name}"
        if name not in needed and default_storage.get_modified_time(path) < now() - OLD:
            default_storage.delete(path)
            swept += 1
    return swept


def sweep_folders() -> int:
    """Delete folders older than a day in which an upload was written down before it was opened; returns how many."""
    swept = 0
    for folder in Path(tempfile.gettempdir()).glob(f"{UPLOAD_PREFIX}*"):
        try:
            changed = datetime.fromtimestamp(folder.lstat().st_mtime, UTC)
        except FileNotFoundError:
            continue
        if changed < now() - OLD and folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)
            swept += not folder.exists()
    return swept
