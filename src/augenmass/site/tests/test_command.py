"""The command line: people, checks, refusals of an unsafe start, the catalogue for programs."""

import io
import json

import pytest

from augenmass.directory.models import Account, Body
from augenmass.directory.roles import Permission
from augenmass.law.vocabulary import VOCABULARY
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
def test_check_names_facts_that_the_vocabulary_does_not_know(case_with, capsys: pytest.CaptureFixture[str]) -> None:
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

    parser = build_parser()
    [commands] = parser._subparsers._group_actions
    for name, sub in commands.choices.items():
        target = sub.get_default("run")
        if name == "django":
            continue
        module, _colon, function = target.args[0].partition(":")
        assert callable(getattr(import_module(f"augenmass.site.command.{module}"), function)), name
