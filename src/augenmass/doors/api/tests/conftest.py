"""A program that calls in the name of an actor."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from augenmass.access.actor import Actor


@dataclass
class Calls:
    """Calls by one token."""

    token: str
    language: str = "de"
    client: Any = None

    def __post_init__(self) -> None:
        from django.test import Client

        self.client = Client()  # one, because each loads all that lies before the door

    def headers(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token}", "accept-language": self.language}

    def get(self, path: str, **query: object) -> Any:
        return self.client.get(f"/api/v1{path}", query, headers=self.headers())

    def post(self, path: str, sent: object) -> Any:
        return self.send(path, json.dumps(sent).encode())

    def send(self, path: str, content: bytes, media_type: str = "application/json") -> Any:
        return self.client.post(f"/api/v1{path}", content, content_type=media_type, headers=self.headers())


MakeToken = Callable[..., str]


@pytest.fixture
def token_of(db: None) -> MakeToken:
    """Makes a token of an actor, with everything that they can hand on unless scopes are named."""

    def make(actor: "Actor", *scopes: str, days: int = 30, **more: Any) -> str:
        from augenmass.access.tokens import TokenForm, make_token, offered_scopes
        from augenmass.law.time import today

        form = {
            "label": "Fachverfahren",
            "scopes": scopes or tuple(scope.value for scope in offered_scopes(actor)),
            "purpose": "case_work",
            "expires_on": today() + timedelta(days=days),
            "submission": uuid4(),
            **more,
        }
        return make_token(actor, TokenForm(**form))[1]

    return make


@pytest.fixture
def calls_of(token_of: MakeToken) -> Callable[..., Calls]:
    """Calls by a new token of an actor."""

    def make(actor: "Actor", *scopes: str, language: str = "de", **more: Any) -> Calls:
        return Calls(token_of(actor, *scopes, **more), language)

    return make
