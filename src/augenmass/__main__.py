"""``python -m augenmass`` is the command ``augenmass``."""

from augenmass.site.command import main

if __name__ == "__main__":
    raise SystemExit(main())
