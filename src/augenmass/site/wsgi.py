"""The application that the server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from augenmass.site.configuration import configuration
from augenmass.site.orphan import CHILD, end_when_orphaned

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "augenmass.site.settings")
if configuration().refusals:
    # Also when another server than ``augenmass serve`` loads the application.
    raise SystemExit("\n".join(configuration().refusals))
application = get_wsgi_application()
# What was imported stays as long as the process: a full collection of garbage, a quarter of a second, need not walk it every few pages.
gc.collect()
gc.freeze()
if os.environ.get(CHILD):
    end_when_orphaned(int(os.environ[CHILD]))
