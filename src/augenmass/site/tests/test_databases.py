"""What an address says of TLS reaches every connection: that of the program and those of backup and restore."""

import pytest

from augenmass.site.backup import _connecting
from augenmass.site.command import checking
from augenmass.site.configuration import Configuration
from augenmass.site.databases import open_mail, postgresql, unproved_servers

ADDRESS = (
    "postgresql://aug:ge%20heim@db.example:5433/akten?sslmode=verify-full&sslrootcert=/etc/ca.pem&options=-c%20x.y%3D1"
)


def test_nothing_of_an_address_gets_lost() -> None:
    made = postgresql(ADDRESS)
    assert {name: made[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "akten",
        "USER": "aug",
        "PASSWORD": "ge heim",
        "HOST": "db.example",
        "PORT": "5433",
    }
    assert made["OPTIONS"] == {"sslmode": "verify-full", "sslrootcert": "/etc/ca.pem", "options": "-c x.y=1"}


def test_backup_connects_as_the_program_does() -> None:
    told = _connecting(postgresql(ADDRESS))
    assert told == {
        "PGDATABASE": "akten",
        "PGUSER": "aug",
        "PGPASSWORD": "ge heim",
        "PGHOST": "db.example",
        "PGPORT": "5433",
        "PGSSLMODE": "verify-full",
        "PGSSLROOTCERT": "/etc/ca.pem",
        "PGOPTIONS": "-c x.y=1 -c augenmass.system=backup",
    }


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("sqlite", 0),
        ("", 0),
        ("postgresql:///akten", 0),
        ("postgresql://aug@localhost/akten", 0),
        ("host=/run/postgresql dbname=akten", 0),
        (ADDRESS, 0),
        ("host=db.example dbname=akten sslmode=verify-ca", 0),
        ("postgresql://aug@db.example/akten", 1),
        ("postgresql://aug@db.example/akten?sslmode=require", 1),
        ("postgresql://aug@localhost,db.example/akten", 1),
    ],
)
def test_a_server_elsewhere_has_to_prove_who_it_is(address: str, said: int) -> None:
    assert len(unproved_servers(address)) == said


@pytest.mark.parametrize(
    ("host", "tls", "said"),
    [("", False, 0), ("localhost", False, 0), ("mail.example", True, 0), ("mail.example", False, 1)],
)
def test_mail_elsewhere_goes_out_encrypted(host: str, tls: bool, said: int) -> None:
    assert len(open_mail(host, tls)) == said


def test_check_says_both(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Configuration(database="postgresql://aug@db.example/akten", mail_host="mail.example")
    monkeypatch.setattr(checking, "configuration", lambda: told)
    assert [sentence.split(" ", 3)[:3] for sentence in checking._servers()] == [
        ["Der", "Datenbankserver", "db.example"],
        ["Mails", "gehen", "unverschlüsselt"],
    ]
