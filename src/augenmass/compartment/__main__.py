"""``python -m augenmass.compartment``: what ``augenmass compartment`` and ``augenmass serve --compartment`` start."""

from augenmass.compartment.command import main

raise SystemExit(main())
