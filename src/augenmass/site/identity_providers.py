"""The identity providers of bodies, read from ``identity-providers.toml`` in the data folder.

The file names where a secret stands, never the secret itself. What is wrong with it is said as sentences: the start refuses
to run with them, and a wrong provider is not offered.
"""

import os
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError

FILE = "identity-providers.toml"


class IdentityProvider(BaseModel):
    """One provider that signs people of one body in (OpenID Connect, code flow with PKCE)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")
    body: str
    """Key of the body: nobody of another body is signed in by this provider."""
    name: str = Field(min_length=1, max_length=40)
    """Stands on the button of the sign-in page."""
    issuer: str
    client_id: str
    secret_env: str
    """Name of the environment variable that holds the client's secret."""
    claim: str = "preferred_username"
    """Claim by which a person is found on the first sign-in: compared with the e-mail for ``email``, else with the user name."""
    factor_amr: list[str] = Field(default_factory=list)
    """Values of ``amr`` that prove a second factor, e.g. ``["mfa"]``; empty: the program asks for its own."""
    factor_acr: list[str] = Field(default_factory=list)
    """Values of ``acr`` that prove a second factor; the provider is then asked for them."""
    form_origins: list[str] = Field(default_factory=list)
    """Further origins on the way to the provider's sign-in page, beside the issuer's."""

    @property
    def origins(self) -> list[str]:
        """Origins to which a form of the sign-in page may lead."""
        parts = urlsplit(self.issuer)
        return [f"{parts.scheme}://{parts.netloc}", *self.form_origins]

    def as_app(self) -> dict[str, Any]:
        """The provider as allauth takes it."""
        asked = {"acr_values": " ".join(self.factor_acr)} if self.factor_acr else {}
        return {
            "provider_id": self.key,
            "name": self.name,
            "client_id": self.client_id,
            "secret": os.environ.get(self.secret_env, ""),
            "settings": {"server_url": self.issuer.rstrip("/"), "auth_params": asked},
        }


def read_identity_providers(data: Path, https_only: bool) -> tuple[list[IdentityProvider], list[str]]:
    """The providers of the file in ``data`` (none where there is no file), and what is wrong as sentences."""
    try:
        held = tomllib.loads((data / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return [], []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return [], [f"{FILE} ist nicht lesbar: {error}"]
    found: dict[str, IdentityProvider] = {}
    problems = []
    for number, entry in enumerate(held.get("provider", []), 1):
        try:
            provider = IdentityProvider.model_validate(entry)
        except ValidationError as error:
            names = ", ".join(".".join(map(str, one["loc"])) for one in error.errors())
            problems.append(f"{FILE}, Anbieter {number}: Diese Angaben fehlen oder sind falsch: {names}.")
            continue
        wrong = _wrong(provider, https_only, found)
        problems += [f"{FILE}, Anbieter {provider.key}: {sentence}" for sentence in wrong]
        if not wrong:
            found[provider.key] = provider
    return list(found.values()), problems


def _wrong(provider: IdentityProvider, https_only: bool, before: dict[str, IdentityProvider]) -> list[str]:
    wrong = []
    if provider.key in before:
        wrong.append("Den Schlüssel gibt es schon.")
    if not os.environ.get(provider.secret_env):
        wrong.append(f"Die Umgebungsvariable {provider.secret_env} mit dem Geheimnis ist leer.")
    for address in (provider.issuer, *provider.form_origins):
        parts = urlsplit(address)
        if parts.scheme not in ({"https"} if https_only else {"https", "http"}) or not parts.netloc:
            wrong.append(f"{address} ist keine Adresse mit https.")
    return wrong
