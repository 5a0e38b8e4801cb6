"""Reviewing norms and releasing catalogues: a named lawyer finds, a second person releases."""

from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.roles import Permission
from augenmass.law.catalogue import Catalogue
from augenmass.law.difference import norm_hash
from augenmass.law.time import now
from augenmass.lawbook import in_force
from augenmass.lawbook.models import Comparison, NormReview, Release
from augenmass.lawbook.queries import standing_objections
from augenmass.record.ledger import entry
from augenmass.record.once import once

SHORTEST = 10


class NotReviewed(Exception):
    """Why nothing was recorded; a sentence for the user."""


def review_norm(actor: Actor, norm_id: str, seen_hash: str, verdict: str, comment: str) -> NormReview:
    """Record what a lawyer found of a norm of the shipped catalogue; the same finding sent again is recorded once.

    Raises ``NotReviewed`` (unknown norm, overtaken, an objection without words) and ``NotPermitted``.
    """
    actor.require_writing()
    actor.require(Permission.REVIEW_LAW)
    norm = next((norm for norm in Catalogue.shipped().norms if norm.id == norm_id), None)
    if norm is None:
        raise NotReviewed(_("Diese Norm gibt es im Katalog nicht mehr."))
    if norm_hash(norm) != seen_hash:
        raise NotReviewed(
            _("Die Norm hat sich geändert, seit Sie sie geöffnet haben. Bitte lesen Sie sie noch einmal.")
        )
    if verdict not in NormReview.Verdict.values:
        raise NotReviewed(_("Bitte wählen Sie, ob Sie zustimmen oder beanstanden."))
    if verdict == NormReview.Verdict.OBJECTED and len(comment.strip()) < SHORTEST:
        raise NotReviewed(_("Bitte schreiben Sie in einem Satz, was an der Norm zu ändern ist."))
    said = {"norm_hash": seen_hash, "verdict": verdict, "comment": comment.strip()[:5000]}
    newest = NormReview.objects.filter(norm=norm.id, account=actor.account_id).first()
    if newest is not None and all(getattr(newest, name) == value for name, value in said.items()):
        return newest  # the same form, sent twice
    with entry(actor, "law.norm_reviewed") as e:
        made = NormReview.objects.create(norm=norm.id, account=actor.account, at=now(), **said)
        e.refer(review=made.pk, norm=norm.id, verdict=verdict)
    return made


def propose_release(actor: Actor, key: UUID, seen_hash: str, reason: str) -> Release:
    """Propose the shipped catalogue for release. The same key again gives the same proposal. Raises ``NotReviewed``."""
    actor.require_writing()
    actor.require(Permission.REVIEW_LAW)
    shipped = Catalogue.shipped()
    if shipped.hash != seen_hash:
        raise NotReviewed(_("Inzwischen ist eine andere Fassung des Katalogs eingespielt. Bitte prüfen Sie diese."))
    if len(reason.strip()) < SHORTEST:
        raise NotReviewed(_("Bitte begründen Sie in einem Satz, worauf Ihre Prüfung beruht."))
    _refuse_if_standing(shipped)

    def make() -> Release:
        if Release.objects.filter(catalogue_id=shipped.hash, refused_at=None).exists():
            raise NotReviewed(_("Diese Fassung ist bereits vorgeschlagen oder freigegeben."))
        with entry(actor, "law.release_proposed") as e:
            made = Release.objects.create(
                key=key,
                catalogue=in_force.keep(shipped),
                reason=reason.strip()[:1000],
                proposed_by=actor.account,
                proposed_at=now(),
            )
            e.refer(release=made.pk, catalogue=shipped.hash)
        return made

    return once(lambda: Release.objects.filter(key=key, proposed_by=actor.account_id).first(), make)


def confirm_release(actor: Actor, key: UUID) -> Release:
    """Release a proposed catalogue as the second person: from now on it answers. Raises ``NotReviewed`` and ``Release.DoesNotExist``."""
    asked = _to_decide(actor, key)
    _refuse_if_standing(in_force.catalogue_of(asked.catalogue_id))
    _refuse_uncompared(asked.catalogue_id)
    _decide(actor, asked, "law.released", released_by=actor.account, released_at=now())
    in_force.forget()
    asked.refresh_from_db()
    return asked


def refuse_release(actor: Actor, key: UUID) -> None:
    """Do not release a proposed catalogue. Raises ``NotReviewed`` and ``Release.DoesNotExist``."""
    _decide(actor, _to_decide(actor, key), "law.release_refused", refused_by=actor.account, refused_at=now())


def _to_decide(actor: Actor, key: UUID) -> Release:
    actor.require_writing()
    actor.require(Permission.REVIEW_LAW)
    asked = Release.objects.get(key=key)
    if asked.proposed_by_id == actor.account_id:
        raise NotReviewed(_("Ihren eigenen Vorschlag muss eine andere Person freigeben."))
    return asked


def _decide(actor: Actor, asked: Release, kind: str, **values: object) -> None:
    with entry(actor, kind) as e:
        waiting = Release.objects.filter(pk=asked.pk, released_at=None, refused_at=None)
        if not waiting.update(**values):
            raise NotReviewed(_("Über diesen Vorschlag wurde bereits entschieden."))
        e.refer(release=asked.pk, catalogue=asked.catalogue_id)


def _refuse_if_standing(catalogue: Catalogue) -> None:
    if found := standing_objections(catalogue):
        raise NotReviewed(
            _("Diese Normen sind beanstandet: %(norms)s. Bitte klären Sie zuerst die Beanstandungen.")
            % {"norms": ", ".join(sorted(found)[:5])}
        )


def _refuse_uncompared(checksum: str) -> None:
    """Whoever releases knows what that does to the cases: it was computed for this version beside the one that answers."""
    answering = in_force.in_force(fresh=True).hash
    if checksum == answering:
        return
    with as_system(SystemRole.EVALUATION):
        done = Comparison.objects.filter(
            body=None, catalogue=answering, later_catalogue=checksum, state=Comparison.State.DONE
        ).exists()
    if not done:
        raise NotReviewed(
            _(
                "Noch ist nicht gerechnet, was diese Fassung an den Fällen ändert. Bitte lassen Sie das auf dieser Seite zuerst rechnen."
            )
        )
