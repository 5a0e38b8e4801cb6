"""Writes the path of the newest link that a provider was sent: what stands in the mail that nobody receives in a demonstration."""

import re

import django


def main() -> None:
    """Find the newest mail with such a link."""
    django.setup()
    from augenmass.work.models import OutgoingMail

    mail = OutgoingMail.objects.filter(text__contains="/zusage/").latest("pk")
    found = re.search(r"/zusage/\S+", mail.text)
    assert found is not None
    print(found[0])


if __name__ == "__main__":
    main()
