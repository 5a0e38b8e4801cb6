"""Incoming post as its pages show it."""

from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.file_types import Refusal
from augenmass.cases.queries.case import english
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.work import AnswerForm, AssignForm, LinkForm, PostForm, recipients
from augenmass.doors.desk.pages.my_day import post_lines
from augenmass.doors.desk.pages.work import name_of, paginated, standing_sentence, tabs_of
from augenmass.funded_return.queries import visible_transmissions
from augenmass.record.models import Case
from augenmass.statement import fingerprint
from augenmass.work.actions.post import NewPost
from augenmass.work.models import IncomingPost
from augenmass.work.queries.mails import mails_to_settle
from augenmass.work.queries.paging import Page
from augenmass.work.queries.post import PostFilter, case_by_number, case_candidates, post_counts
from augenmass.work.queries.standing_in import Standing
from augenmass.work.refusal import NotDone


def sentence(error: Exception) -> str:
    """The sentence of a refusal in the reader's language."""
    return error.en if isinstance(error, Refusal) and english() else str(error)


def case_of(actor: Actor, number: str) -> Case:
    """The case with this number. Raises ``NotDone`` when the actor has none."""
    case = case_by_number(actor, number)
    if case is None:
        raise NotDone(_("Zu diesem Aktenzeichen gibt es bei Ihnen keinen Fall. Bitte prüfen Sie es."))
    return case


def registered_post(actor: Actor, form: PostForm) -> NewPost:
    """What a valid form says. Raises ``NotDone`` for an unknown file number."""
    entered = form.cleaned_data
    return NewPost(
        key=entered["key"],
        kind=IncomingPost.Kind(entered["kind"]),
        sender=entered["sender"],
        subject=entered["subject"],
        received_on=entered["received_on"],
        case_id=case_of(actor, entered["number"]).pk if entered["number"].strip() else None,
        content=form.content,
        **recipients(form),
    )


def post_list_page(
    actor: Actor, who: Standing, chosen: PostFilter, found: Page[IncomingPost], query: QueryDict
) -> dict[str, Any]:
    """The context of the list."""
    labels = {
        "open": _("Offen"),
        "mine": _("Für Sie"),
        "new": _("Noch nicht zugeteilt"),
        "given": _("Von Ihnen zugeteilt"),
        "answered": _("Erledigt"),
    }
    return {
        "found": found,
        "lines": post_lines(found.rows),
        "page": paginated(found),
        "tabs": tabs_of(reverse("post"), "ansicht", labels, chosen.view, post_counts(actor, who), query),
        "kinds": IncomingPost.Kind.choices,
        "chosen": chosen,
        "standing": standing_sentence(who),
        "mails": len(mails_to_settle(actor)),
        "may_post": actor.may(Permission.POST),
        "section": "post",
    }


def post_page(
    actor: Actor,
    post: IncomingPost,
    *,
    search: str = "",
    assign_form: AssignForm | None = None,
    link_form: LinkForm | None = None,
    answer_form: AnswerForm | None = None,
) -> dict[str, Any]:
    """The context of one piece."""
    return {
        "post": post,
        "statement": (statement := getattr(post, "statement", None)),
        "statement_signed_by": fingerprint(statement.public_key) if statement else "",
        "name": name_of(post.case),
        "funded_return": post.kind == IncomingPost.Kind.FUNDED_RETURN
        and visible_transmissions(actor).filter(key=post.key).exists(),
        "open": post.state != IncomingPost.State.ANSWERED,
        "linkable": post.document_id is None,
        "urgent_alone": post.kind == IncomingPost.Kind.URGENT_COURT and post.case_id is None,
        "search": search[:100],
        "candidates": case_candidates(actor, search[:100]),
        "assign_form": assign_form or AssignForm(actor, assignee_id=post.assignee_id, unit_id=post.unit_id),
        "link_form": link_form or LinkForm(case_number=post.case.number if post.case else ""),
        "answer_form": answer_form or AnswerForm(),
        "section": "post",
    }
