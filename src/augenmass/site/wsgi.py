"""The application that the server calls."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from augenmass.law.loading import loading
from augenmass.site.configuration import configuration
from augenmass.site.orphan import CHILD, end_when_orphaned

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "augenmass.site.settings")
if configuration().refusals:
    # Also when another server than ``augenmass serve`` loads the application.
    raise SystemExit("\n".join(configuration().refusals))
with loading():
    application = get_wsgi_application()
    # Else the first page would load the doors, and the collector walk them later.
    get_resolver().url_patterns  # noqa: B018
if os.environ.get(CHILD):
    end_when_orphaned(int(os.environ[CHILD]))
