"""The application of the compartment that a server calls."""

import os

from django.core.wsgi import get_wsgi_application

from augenmass.compartment.configuration import configuration
from augenmass.site.orphan import CHILD, end_when_orphaned

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "augenmass.compartment.settings")
if configuration().refusals:
    raise SystemExit("\n".join(configuration().refusals))
application = get_wsgi_application()
if os.environ.get(CHILD):
    end_when_orphaned(int(os.environ[CHILD]))
