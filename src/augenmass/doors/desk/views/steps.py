"""Taking a step: what it does, what it rests on, reasons, signature, second person."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.access.sight import fact_names_visible, sight_of
from augenmass.cases.queries.case import NoSuchCase, find
from augenmass.cases.queries.worklist import LONGEST_NUMBER
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.steps import StepForm
from augenmass.doors.desk.pages.signatures import signatures_page
from augenmass.doors.desk.pages.steps import held_inputs, prepare_page, taking_page
from augenmass.law.norm import Step
from augenmass.lawbook.in_force import in_force
from augenmass.steps.actions import taking as act
from augenmass.steps.models import StepTaking
from augenmass.steps.queries import find_taking
from augenmass.work.refusal import NotDone

Refused = (act.Blocked, act.Overtaken, act.NotPossible, NotDone)


def _step(name: str) -> Step:
    try:
        return in_force().step(name)
    except KeyError as error:
        raise Http404 from error


@require_http_methods(["GET", "POST"])
def prepare(request: DeskRequest, key: UUID, step: str) -> HttpResponse:
    """The page before a step, with its reasons: for who may take steps in this case."""
    request.actor.require(Permission.TAKE_STEPS)
    case = find(request.actor, key)
    if not sight_of(request.actor, case).own:
        raise NoSuchCase
    asked = _step(step)
    form = StepForm(asked, case.version, request.POST or None, held_inputs(request.actor, case, asked))
    refusal: Exception | None = None
    if request.method == "POST" and form.is_valid():
        try:
            taken = act.begin(request.actor, case.pk, asked.id, form.entered())
        except act.InputError as error:
            for name, text in error.errors.items():
                form.add_error(name, text)
        except Refused as error:
            refusal = error
        else:
            _tell(request, taken)
            return HttpResponseRedirect(reverse("taking", args=[taken.key]))
    context = prepare_page(request.actor, case, asked, form, refusal)
    status = 409 if refusal else 422 if form.errors else 200
    return render(request, "desk/steps/prepare.html", context, status=status)


def _tell(request: DeskRequest, taken: StepTaking) -> None:
    states = StepTaking.State
    sentences = {
        states.DRAFT: _("Der Entwurf ist angelegt. Prüfen Sie das Schreiben und geben Sie es dann zur Unterschrift."),
        states.WAITING: _(
            "Der Schritt wartet auf die Unterschrift einer zweiten Person. Bis dahin ist nichts veranlasst."
        ),
        states.SIGNED: _("Der Schritt ist unterzeichnet."),
    }
    messages.success(request, sentences[states(taken.state)])


@require_GET
def taking(request: DeskRequest, key: UUID) -> HttpResponse:
    """A step under way or signed."""
    found = find_taking(request.actor, key)
    case = find(request.actor, found.case.key, "step")
    return render(request, "desk/steps/taking.html", taking_page(request.actor, case, found))


@require_http_methods(["GET", "POST"])
def revise(request: DeskRequest, key: UUID) -> HttpResponse:
    """Change a draft."""
    found = find_taking(request.actor, key)
    case = find(request.actor, found.case.key, "step")
    asked = _step(found.step)
    visible = fact_names_visible(request.actor, case)
    inputs = {name: value for name, value in found.inputs.items() if name in visible}
    initial = {"reasons": found.reasons, "submission": found.submission, **inputs}
    form = StepForm(asked, case.version, request.POST or None, initial)
    refusal: Exception | None = None
    if request.method == "POST" and form.is_valid():
        try:
            act.revise(request.actor, found, form.entered())
        except act.InputError as error:
            for name, text in error.errors.items():
                form.add_error(name, text)
        except Refused as error:
            refusal = error
        else:
            messages.success(request, _("Der Entwurf ist geändert."))
            return HttpResponseRedirect(reverse("taking", args=[key]))
    context = prepare_page(request.actor, case, asked, form, refusal) | {"revising": found}
    return render(request, "desk/steps/prepare.html", context, status=409 if refusal else 422 if form.errors else 200)


@require_POST
def sign(request: DeskRequest, key: UUID) -> HttpResponse:
    """The first or the second signature, by the state of the step."""
    found = find_taking(request.actor, key)
    version = request.POST.get("seen_version", "")
    seen = int(version) if version.isdecimal() and len(version) <= LONGEST_NUMBER else 0
    do = act.give_to_sign if found.state == StepTaking.State.DRAFT else act.sign_second
    try:
        do(request.actor, found, seen)
    except Refused as error:
        case = find(request.actor, found.case.key, "step")
        found.refresh_from_db()
        return render(request, "desk/steps/taking.html", taking_page(request.actor, case, found, error), status=409)
    _tell(request, found)
    return HttpResponseRedirect(reverse("taking", args=[key]))


@require_POST
def refuse(request: DeskRequest, key: UUID) -> HttpResponse:
    """The second person does not sign."""
    found = find_taking(request.actor, key)
    try:
        act.refuse(request.actor, found, request.POST.get("reason", ""))
    except Refused as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request, _("Sie haben nicht gezeichnet. Die vorbereitende Person erhält eine Aufgabe mit Ihrer Begründung.")
        )
    return HttpResponseRedirect(reverse("taking", args=[key]))


@require_POST
def withdraw(request: DeskRequest, key: UUID) -> HttpResponse:
    """Take a draft back."""
    found = find_taking(request.actor, key)
    try:
        act.withdraw(request.actor, found)
    except Refused as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Der Entwurf ist zurückgezogen. Es ist nichts veranlasst."))
    return HttpResponseRedirect(reverse("case", args=[found.case.key]))


@require_GET
def signatures(request: DeskRequest) -> HttpResponse:
    """What waits for a signature."""
    return render(request, "desk/steps/signatures.html", signatures_page(request.actor))
