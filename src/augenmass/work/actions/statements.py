"""Taking a statement of a counselling service: into the incoming post, once, without telling the service anything.

The service learns that the body has it. Whether there is such a file number, whose case it is and what happens with it stays here.
"""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.ledger import entry
from augenmass.statement import NotAStatement, Statement
from augenmass.work.actions.post import NewPost, unsaved_post
from augenmass.work.models import CounsellingStatement, IncomingPost
from augenmass.work.once import once
from augenmass.work.queries.post import case_by_number
from augenmass.work.refusal import NotDone


def take_statement(actor: Actor, sent: Mapping[str, Any]) -> tuple[CounsellingStatement, bool]:
    """Register a signed statement (``augenmass.statement``); returns it and whether it is new.

    The same statement again gives the first one back. Raises ``NotAStatement``, ``NotDone`` for another text under its key.
    """
    actor.require(Permission.POST)
    statement = Statement.read(sent)
    if statement.approved_on > today():
        raise NotAStatement("form")
    there = _held(actor, statement)
    held = there or once(lambda: _held(actor, statement), lambda: _register(actor, statement, sent))
    if (held.text, held.number, held.public_key) != (statement.text, statement.number, sent["public_key"]):
        raise NotDone(_("Unter diesem Schlüssel liegt bereits eine andere Erklärung vor. Es wurde nichts geändert."))
    return held, there is None


def _held(actor: Actor, statement: Statement) -> CounsellingStatement | None:
    rows = CounsellingStatement.objects.select_related("post")
    return rows.filter(body=actor.body_id, key=statement.key).first()


def _register(actor: Actor, statement: Statement, sent: Mapping[str, Any]) -> CounsellingStatement:
    case = case_by_number(actor, statement.number)
    subject = _("Erklärung zu %(number)s") % {"number": statement.number}
    new = NewPost(uuid4(), IncomingPost.Kind.STATEMENT, statement.sender, subject, today())
    post = unsaved_post(actor, new, case)
    with entry(actor, "post.statement_taken", post.case_id) as e:
        post.created_by_id = e.action_id
        post.save(force_insert=True)
        taken = CounsellingStatement(
            body_id=actor.body_id,
            key=statement.key,
            post=post,
            text=statement.text,
            text_language=statement.language[:10],
            number=statement.number[:60],
            approved_on=statement.approved_on,
            approved_how=statement.approved_how,
            approved_language=statement.approved_language[:10],
            interpreter=statement.interpreter,
            sender_public=statement.sender_public,
            public_key=sent["public_key"],
        )
        e.seal(taken)
        e.refer(post=post.pk)
    return taken
