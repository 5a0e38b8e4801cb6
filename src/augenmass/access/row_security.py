"""PostgreSQL's row security, made from ``tables.toml`` after every migration: the second lock behind ``access.visible``.

``FORCE`` binds the owner of the tables too. A granted access reads only; a line of a log is added by everybody and changed by nobody.
Conditions that do not depend on the row stand in sub-selects, which PostgreSQL evaluates once for a statement.
"""

# ruff: noqa: S608  (names of our own tables and columns, never what somebody typed)

from typing import Any

from django.apps import apps
from django.db import connections, router

from augenmass.access.models import OF_NOMINATION
from augenmass.access.reader import SystemRole
from augenmass.access.tables import Table, tables
from augenmass.site.configuration import Mode, configuration

POLICIES = ("reads", "inserts", "updates", "deletes")
SYSTEM = "(SELECT current_setting('augenmass.system', true) IN ({}))".format(
    ", ".join(f"'{role.value}'" for role in SystemRole)
)
BODY = "(SELECT nullif(current_setting('augenmass.body', true), '')::bigint)"
OWN = "(SELECT nullif(current_setting('augenmass.own', true), '')::bigint)"
OPENED = "(SELECT nullif(current_setting('augenmass.granted', true), '')::bigint)"
ACCOUNT = "(SELECT nullif(current_setting('augenmass.account', true), '')::bigint)"
PERSON = "(SELECT nullif(current_setting('augenmass.person', true), '')::bigint)"
DAY = "(SELECT nullif(current_setting('augenmass.day', true), '')::date)"
# The cases opened to the reader's body or to the reader by name; the table of accesses has a policy that names no case.
GRANTED = (
    f"ARRAY(SELECT g.case_id FROM access_grant g WHERE g.body_id = {OPENED} AND g.ended_by_id IS NULL "
    f"AND (g.account_id IS NULL OR g.account_id = {ACCOUNT}) AND g.valid_from <= {DAY} AND g.valid_until >= {DAY})"
)
TAKES_PART = (
    f"('{OF_NOMINATION}' || {{name}}.key) = ANY (ARRAY(SELECT g.about::text FROM access_grant g WHERE g.body_id = {OPENED} AND g.ended_by_id IS NULL "
    f"AND g.valid_from <= {DAY} AND g.valid_until >= {DAY} AND starts_with(g.about, '{OF_NOMINATION}')))"
)
# A scalar sub-select is looked up for each row; EXISTS could be answered by reading every case of a body into a table first.
# What was released to the reader under the present lead, at a seat that still stands; asked once for a statement.
RELEASED = (
    "ARRAY(SELECT r.item_id FROM conferences_release r JOIN conferences_conference c ON c.id = r.conference_id AND c.turn = r.turn "
    "JOIN conferences_participant s ON s.id = r.participant_id AND s.ended_at IS NULL AND s.accepted_at IS NOT NULL "
    f"WHERE r.account_id = {ACCOUNT} AND r.body_id = {BODY} AND r.ended_at IS NULL)"
)
SEATS = (
    "ARRAY(SELECT s.id FROM conferences_participant s WHERE s.ended_at IS NULL AND s.accepted_at IS NOT NULL "
    f"AND s.account_id = {ACCOUNT} AND s.body_id = {BODY})"
)
OWN_CASE = f"(SELECT c.body_id FROM record_case c WHERE c.id = {{column}}) = {OWN}"
SEEN_CASE = "(SELECT c.id FROM record_case c WHERE c.id = {column}) IS NOT NULL"


def conditions(table: Table, name: str) -> tuple[str, str, str] | None:
    """The conditions for reading, for adding and for changing a row of the table ``name``; None where it is open.

    Raises ``ValueError`` for a decision that does not exist.
    """
    if table.rows == "open":
        return None
    if table.rows.startswith("via "):
        parent, column = table.rows.removeprefix("via ").split(".")
        through = f"(SELECT p.id FROM {parent} p WHERE p.id = {name}.{column}) IS NOT NULL"
        return through, through, through
    found = _KINDS.get(table.rows)
    if found is None:
        raise ValueError(f"{table.label}: unknown decision on rows {table.rows!r}")
    reads, writes, *changes = (condition.format(name=name) for condition in found)
    return reads, writes, changes[0] if changes else writes


def _of(column: str) -> tuple[str, str]:
    return SEEN_CASE.format(column=column), OWN_CASE.format(column=column)


_KINDS: dict[str, tuple[str, ...]] = {
    # A person at their own door sees the rows of their one case; which of them are shown is decided above (``person_access.visible``).
    "case": (f"body_id = {OWN} OR id = {PERSON} OR id = ANY ({GRANTED})", f"body_id = {OWN}"),
    "body+case": (f"body_id = {OWN} OR case_id = ANY ({GRANTED})", f"body_id = {OWN}"),
    "of_case": _of("{name}.case_id"),
    "body": (f"body_id = {BODY}", f"body_id = {BODY}"),
    "account": (f"account_id = {ACCOUNT}", f"account_id = {ACCOUNT}"),
    "action": (
        f"body_id = {BODY} OR " + SEEN_CASE.format(column="{name}.case_id"),
        f"body_id = {BODY} OR body_id IS NULL",
    ),
    "grant": (f"body_id = {BODY} OR owner_id = {BODY}", f"owner_id = {BODY}"),
    "secret": (
        f"account_id = {ACCOUNT} OR (SELECT f.id FROM record_fact f WHERE f.id = {{name}}.fact_id) IS NOT NULL",
        "(SELECT f.id FROM record_fact f WHERE f.id = {name}.fact_id) IS NOT NULL",
    ),
    "support": (f"body_id = {BODY} OR account_id = {ACCOUNT}", f"body_id = {BODY} OR account_id = {ACCOUNT}"),
    # The sender keeps the line of a case that is no longer theirs to read; the receiver answers.
    "referral": (
        f"sender_id = {BODY} OR receiver_id = {BODY}",
        f"sender_id = {BODY}",
        f"sender_id = {BODY} OR receiver_id = {BODY}",
    ),
    # The body that manages the fund; what others spend of it is added by a part of the program. Nobody changes a posting.
    "posting": (f"body_id = {BODY}", f"body_id = {BODY}", "false"),
    # The house keeps its list, its authority finds the case; then who works the case reads what was said of it.
    "resident": (
        f"sender_id = {BODY} OR (receiver_id = {BODY} AND case_id IS NULL) OR "
        + SEEN_CASE.format(column="{name}.case_id"),
        f"sender_id = {BODY}",
        f"sender_id = {BODY} OR (receiver_id = {BODY} AND case_id IS NULL) OR "
        + OWN_CASE.format(column="{name}.case_id"),
    ),
    # Who sent it, and who has it now; a package is taken in and followed by a part of the program.
    "notice": (
        f"sender_id = {BODY} OR holder_id = {BODY}",
        f"sender_id = {BODY}",
        f"sender_id = {BODY} OR holder_id = {BODY}",
    ),
    # Who got it back and who sent it back; nothing of what it said is in it.
    "returned": (f"sender_id = {BODY} OR receiver_id = {BODY}", f"sender_id = {BODY} OR receiver_id = {BODY}", "false"),
    # A conference is known to the bodies that take part. What is written there is written by a part of the program.
    "conference": (
        f"id = ANY (ARRAY(SELECT r.conference_id FROM conferences_reach r WHERE r.body_id = {BODY}))",
        f"body_id = {BODY}",
        "false",
    ),
    "conference_reach": (f"body_id = {BODY}", "false"),
    "conference_item": (f"giver_id = ANY ({SEATS}) OR id = ANY ({RELEASED})", "false"),
    # By its own columns: the policy of the item asks this table.
    "conference_release": (
        f"(account_id = {ACCOUNT} AND body_id = {BODY}) OR (giver_account_id = {ACCOUNT} AND giver_body_id = {BODY})",
        "false",
    ),
    # The body of the case and the bodies that take part, to which it was opened with the nomination.
    "nomination": (
        f"{OWN_CASE.format(column='{name}.case_id')} OR {TAKES_PART}",
        OWN_CASE.format(column="{name}.case_id"),
    ),
    # Steps and contributions: the body of the case, and the body that does or wrote them.
    "plan": (
        "(SELECT p.id FROM special_staff_nomination p WHERE p.id = {name}.nomination_id) IS NOT NULL",
        f"body_id = {BODY} OR " + OWN_CASE.format(column="{name}.case_id"),
    ),
    # An item for a body that reads nothing else of the case.
    "release": (
        f"body_id = {BODY} OR " + OWN_CASE.format(column="{name}.case_id"),
        OWN_CASE.format(column="{name}.case_id"),
    ),
    "log": (f"body = {BODY} OR case_body = {BODY}", "true", "false"),
    "sign_in": (f"body = {BODY} OR body IS NULL", "true", "false"),
    "system": ("false", "true", "false"),
}


def statements(table: Table, name: str) -> list[str]:
    """What makes the policies of one table, also where they were made before."""
    made = [f"DROP POLICY IF EXISTS {policy} ON {name}" for policy in POLICIES]
    found = conditions(table, name)
    if found is None:
        return [*made, f"ALTER TABLE {name} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY"]
    reads, adds, changes = (f"{SYSTEM} OR {condition}" for condition in found)
    return [
        *made,
        f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY reads ON {name} FOR SELECT USING ({reads})",
        # One for each: a policy for all of them would let whoever may write a row read it too.
        f"CREATE POLICY inserts ON {name} FOR INSERT WITH CHECK ({adds})",
        f"CREATE POLICY updates ON {name} FOR UPDATE USING ({changes}) WITH CHECK ({changes})",
        f"CREATE POLICY deletes ON {name} FOR DELETE USING ({changes})",
    ]


def apply(using: str, **_signal: Any) -> None:
    """Make the policies of every table of a database; connected to the end of a migration."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return
    held = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            name = model._meta.db_table
            decided = tables().get(model._meta.label_lower)
            if decided is None or name not in held or not router.allow_migrate_model(using, model):
                continue
            for statement in statements(decided, name):
                cursor.execute(statement)
        if configuration().database_role:
            _grant(cursor, connection.ops.quote_name(configuration().database_role))


def _grant(cursor: Any, role: str) -> None:
    """Let the role of server and worker read and write rows; it owns nothing, so it cannot take the lock off."""
    cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}")
    cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}")


def problems(using: str) -> list[str]:
    """Why the second lock does not hold on a database, as sentences; empty where it does or where there is none (SQLite)."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        (above,) = cursor.fetchone() or (False,)
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user)"
        )
        (owner,) = cursor.fetchone() or (False,)
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relrowsecurity AND relforcerowsecurity")
        locked = {name for (name,) in cursor.fetchall()}
    found = []
    if above:
        found.append(
            "Die Rolle der Datenbank umgeht den Zeilenschutz (Superuser oder BYPASSRLS). Verwenden Sie eine eigene."
        )
    if owner and configuration().mode is Mode.PRODUCTION:
        found.append(
            "Die Rolle der Datenbank ist Eigentümerin der Tabellen und könnte den Zeilenschutz aufheben. Lassen Sie Server und "
            "Hintergrunddienst als andere Rolle laufen (AUGENMASS_DATABASE_ROLE, siehe docs/operator.md)."
        )
    for model in apps.get_models(include_auto_created=True):
        decided = tables().get(model._meta.label_lower)
        if not router.allow_migrate_model(using, model):
            continue
        if decided is None:
            found.append(f"Für die Tabelle {model._meta.db_table} ist nicht entschieden, wer sie liest.")
        elif (decided.rows != "open") != (model._meta.db_table in locked):
            found.append(f"Der Zeilenschutz der Tabelle {model._meta.db_table} ist nicht so, wie er entschieden ist.")
    return found
