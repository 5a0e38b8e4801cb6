"""The command line: people, checks, refusals of an unsafe start, the catalogue for programs."""

import io
import json
from datetime import timedelta
from uuid import uuid4

import pytest

from augenmass.access.tokens import TokenForm, make_token
from augenmass.directory.models import Account, Body
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Action
from augenmass.site.command import main, setting_up
from augenmass.site.command.arguments import build_parser
from augenmass.site.command.outcome import CommandFailed
from augenmass.site.command.people import actor_named
from augenmass.site.configuration import INSECURE_SECRET, Configuration, Mode
from augenmass.site.demo_land import load_land

SAFE = "a-secret-of-this-installation-with-enough-characters"


def create(monkeypatch: pytest.MonkeyPatch, *more: str, password: str = "ein langes Kennwort") -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
    return main(["createuser", "Muster", "--name", "Mia Muster", "--body", "abh", "--password-stdin", *more])


@pytest.mark.db
def test_createuser_makes_account_role_and_body(monkeypatch: pytest.MonkeyPatch) -> None:
    code = create(monkeypatch, "--role", "intake", "--body-name", "Ausländerbehörde", "--land", "ST")

    assert code == 0
    account = Account.objects.get(username="muster")
    assert account.check_password("ein langes Kennwort")
    assert not account.is_demo
    assert actor_named("MUSTER", Permission.IMPORT).body == Body.objects.get(key="abh")


@pytest.mark.db
@pytest.mark.parametrize(
    ("more", "password", "says"),
    [
        (("--role", "king"), "ein langes Kennwort", "caseworker"),
        (("--role", "intake"), "ein langes Kennwort", "--body-name"),
        (("--role", "intake", "--body-name", "X", "--land", "ST"), "kurz", "12"),
        (
            ("--role", "intake", "--body-name", "X", "--land", "ST", "--body-kind", "pub"),
            "ein langes Kennwort",
            "police",
        ),
    ],
)
def test_createuser_refuses_with_a_sentence_and_makes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], more, password, says
) -> None:
    assert create(monkeypatch, *more, password=password) == 3
    assert says in capsys.readouterr().err
    assert not Account.objects.exists()
    assert not Body.objects.exists()


@pytest.mark.db
def test_without_a_name_a_command_acts_only_for_the_one_person_who_can(actor, approver, intake_clerk) -> None:
    assert actor_named(None, Permission.IMPORT).account == intake_clerk.account
    with pytest.raises(CommandFailed, match="berger, leitner"):
        actor_named(None, Permission.TAKE_STEPS)
    with pytest.raises(CommandFailed, match="niemand"):
        actor_named("niemand", Permission.IMPORT)


def start_as(monkeypatch: pytest.MonkeyPatch, **settings: object) -> None:
    monkeypatch.delenv("AUGENMASS_COMPARTMENT_DATABASE", raising=False)  # the tests' own, with PostgreSQL
    monkeypatch.setattr(setting_up, "configuration", lambda: Configuration(mode=Mode.PRODUCTION, **settings))


@pytest.mark.db
@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"secret_key": INSECURE_SECRET}, "AUGENMASS_SECRET_KEY"),
        ({"secret_key": "short"}, "AUGENMASS_SECRET_KEY"),
        ({"secret_key": SAFE, "debug": True}, "AUGENMASS_DEBUG"),
        ({"secret_key": SAFE, "second_factor": False}, "AUGENMASS_SECOND_FACTOR"),
        ({"secret_key": SAFE, "hosts": ["*"]}, "AUGENMASS_HOSTS"),
        ({"secret_key": SAFE, "fixed_now": "2026-01-01"}, "AUGENMASS_FIXED_NOW"),
    ],
)
def test_a_production_start_refuses_what_is_unsafe(monkeypatch: pytest.MonkeyPatch, settings, says: str) -> None:
    start_as(monkeypatch, **settings)

    with pytest.raises(CommandFailed, match=says):
        setting_up.refuse_unsafe_start()


@pytest.mark.db
def test_a_production_start_refuses_accounts_of_the_demonstration(monkeypatch: pytest.MonkeyPatch) -> None:
    start_as(monkeypatch, secret_key=SAFE)
    setting_up.refuse_unsafe_start()

    made = load_land()

    assert made > 8
    assert load_land() == 0
    with pytest.raises(CommandFailed, match=f"{made} Demokonten"):
        setting_up.refuse_unsafe_start()


def test_demo_setup_is_refused_outside_the_demonstration(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo-setup"]) == 3
    assert "AUGENMASS_MODE=demo" in capsys.readouterr().err


@pytest.mark.db
def test_check_names_facts_that_the_vocabulary_does_not_know(
    case_with, capsys: pytest.CaptureFixture[str], settings, tmp_path
) -> None:
    settings.DATA = tmp_path  # without the keys that other tests left in theirs
    assert main(["check"]) == 0, capsys.readouterr().out

    from augenmass.record.models import Fact

    case = case_with({"family_name": "Beispiel"})
    Fact.objects.filter(case=case).update(name="retired_long_ago")

    assert main(["check"]) == 1
    assert "„retired_long_ago“" in capsys.readouterr().out


@pytest.mark.parametrize("what", ["vocabulary", "norms", "questions", "steps"])
def test_the_catalogue_is_printed_for_programs_and_for_people(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", what, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert main(["law", what]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert len(lines) == len(rows) + 2
    if what == "vocabulary":
        assert {row["name"] for row in rows} == set(VOCABULARY)


@pytest.mark.parametrize(
    "typed",
    [["evaluate"], ["nothing"], ["demo-data", "--cases", "0", "--out", "x.csv"], ["evaluate", "x", "--as-of", "1.8."]],
)
def test_a_wrong_call_ends_with_two(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(typed)
    assert ended.value.code == 2


def test_help_names_every_command_and_the_exit_codes() -> None:
    said = build_parser().format_help()

    for command in ("import", "evaluate", "explain", "law", "demo-data", "serve", "createuser", "check", "verify"):
        assert f"    {command} " in said or f"    {command}\n" in said
    assert "Rückgabewerte" in said


def test_every_command_leads_to_a_function() -> None:
    from importlib import import_module

    handed_on = {"django", "compartment"}  # programs of their own read what follows
    waiting = [("", build_parser(), None)]
    while waiting:
        name, parser, above = waiting.pop()
        run = parser.get_default("run") or above
        if parser._subparsers is not None:
            [below] = parser._subparsers._group_actions
            waiting += [(*entry, run) for entry in below.choices.items()]
        elif name not in handed_on:
            module, _colon, function = run.args[0].partition(":")
            assert callable(getattr(import_module(f"augenmass.site.command.{module}"), function)), name


def operator() -> None:
    from augenmass.directory.models import Membership
    from augenmass.law.time import today

    body = Body.objects.create(key="betrieb", kind="operation", name="Betrieb", land="ST")
    account = Account.objects.create_user("brinkmann", "ein langes Kennwort", name="Oke Brinkmann")
    Membership.objects.create(account=account, body=body, role="operator", valid_from=today())


@pytest.mark.db
def test_bodies_and_areas_are_administered_by_the_operator(capsys: pytest.CaptureFixture[str]) -> None:
    operator()
    new = ["body", "add", "abh-neu", "--kind", "foreigners_authority", "--name", "Ausländerbehörde Neu", "--land", "ST"]
    assert main(new) == 0
    assert main(["body", "rename", "abh-neu", "Ausländerbehörde Neustadt"]) == 0
    assert main(["body", "area", "abh-neu", "--from", "06100", "--to", "06199", "--since", "2026-01-01"]) == 0
    assert main(["body", "list"]) == 0
    listed = capsys.readouterr().out
    assert "Ausländerbehörde Neustadt" in listed
    assert "residence 06100-06199" in listed
    assert main(["body", "dissolve", "abh-neu", "--on", "2026-01-31"]) == 0
    assert Body.objects.get(key="abh-neu").dissolved_on is not None


@pytest.mark.db
@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["add", "betrieb", "--kind", "police", "--name", "X", "--land", "ST"], "gibt es schon"),
        (["add", "x", "--kind", "pub", "--name", "X", "--land", "ST"], "Möglich"),
        (["add", "x", "--kind", "police", "--name", "X", "--land", "ZZ"], "kein Profil"),
        (["dissolve", "gibtesnicht"], "gibt es nicht"),
        (["area", "betrieb", "--from", "1", "--to", "2"], "Postleitzahl"),
        (["area", "betrieb", "--from", "00001", "--to", "00002", "--matter", "tea"], "Möglich"),
        (["area-end", "7", "--until", "2026-01-31"], "Nummer 7"),
        (["rename", "betrieb", "X", "--as", "gibtesnicht"], "gibt es nicht"),
    ],
)
def test_what_the_operator_cannot_do_is_said(capsys: pytest.CaptureFixture[str], command: list[str], says: str) -> None:
    operator()
    assert main(["body", *command]) == 3
    assert says in capsys.readouterr().err


def test_the_interface_for_programs_is_described(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["api", "schema"]) == 0
    assert json.loads(capsys.readouterr().out)["openapi"].startswith("3.1")


@pytest.mark.db
def test_tokens_are_listed_and_taken_back_by_their_public_part(actor, capsys: pytest.CaptureFixture[str]) -> None:
    form = TokenForm("Fachverfahren", ("cases:read",), "case_work", today() + timedelta(days=9), uuid4())
    token, text = make_token(actor, form)

    assert main(["token", "list"]) == 0
    shown = capsys.readouterr().out
    assert "gültig" in shown
    assert token.key_id in shown
    assert text.split("_")[2] not in shown

    assert main(["token", "revoke"]) == 2
    assert main(["token", "revoke", "unbekannt"]) == 3
    assert main(["token", "revoke", token.key_id]) == 0
    assert main(["token", "revoke", token.key_id]) == 3
    capsys.readouterr()
    assert main(["token", "list", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["state"] == "revoked"
    assert Action.objects.get(kind="token.revoked").actor is None
