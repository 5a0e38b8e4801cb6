"""The application that the server calls."""

import os

from django.core.wsgi import get_wsgi_application

from augenmass.site.orphan import CHILD, end_when_orphaned

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "augenmass.site.settings")
application = get_wsgi_application()
if os.environ.get(CHILD):
    end_when_orphaned(int(os.environ[CHILD]))
