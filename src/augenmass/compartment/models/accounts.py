"""Counselling services and the accounts of their counsellors."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.compartment.models.encrypted import Encrypted


class CounsellingBody(Encrypted):
    """A counselling service. Content: ``signing_key`` (Ed25519, hexadecimal)."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name


class AccountManager(BaseUserManager["Account"]):
    """Creates counsellors; there are no superusers."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "Account":
        account = self.model(username=username.lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A counsellor. Has nothing to do with an account of the main program."""

    username = models.CharField(_("Benutzername"), max_length=150, unique=True)
    name = models.CharField(_("Name"), max_length=200)
    body = models.ForeignKey(CounsellingBody, on_delete=models.PROTECT, related_name="accounts")
    leads = models.BooleanField(default=False)
    """May declare for the service, keep the list of authorities and read the log; reads nobody's talks by that."""
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = AccountManager()

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name
