"""What every address of the desk asks of whoever comes: one table, enforced before a view runs.

An address that is not in the table is refused to everybody; a system test names it. What a person may do with a single case
is asked again by the query or the action behind the view.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access import log
from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.support import DECIDES
from augenmass.directory.roles import Permission
from augenmass.gate.queries import MAY_LOOK, MAY_RECORD

Rights = tuple[Permission, ...]
"""One of these; empty: whoever has a role in a body today."""
STAFF: Rights = ()
LOOKING = frozenset({"GET", "HEAD", "OPTIONS"})
SENT_IN_SUPPORT = frozenset({"support_end", "worklist", "search"})
"""Forms that change nothing of the body: the end of the session, and what is searched for."""


@dataclass(frozen=True, slots=True)
class Need:
    """What it takes to look at an address, and to send it a form; whether it can be reached in a support session."""

    see: Rights
    send: Rights
    in_support: bool = False

    def meets(self, actor: Actor, method: str | None) -> bool:
        """Whether the actor may do this."""
        asked = self.see if method in LOOKING else self.send
        return not asked or any(actor.may(right) for right in asked)


def _all(names: str, see: Rights, send: Rights | None = None, in_support: bool = False) -> Iterable[tuple[str, Need]]:
    need = Need(see, see if send is None else send, in_support)
    return ((name, need) for name in names.split())


READ, RECORD, STEPS, SEND = (
    (Permission.READ_CASES,),
    (Permission.RECORD_FACTS,),
    (Permission.TAKE_STEPS,),
    (Permission.DISPATCH,),
)
STAB = (Permission.SPECIAL_STAFF,)
AGREE = (Permission.AGREEMENTS,)
KEEP = (Permission.KEEP_OFFERS,)
PILOTS = (Permission.PILOTS,)
CONFER = (Permission.CONFERENCES,)
FUND = (Permission.MANAGE_FUND,)
NOTED, TELL, SEEN = (Permission.TAKE_STEPS,), (Permission.SEND_NOTICES,), (Permission.READ_ACCESS_LOG,)
FUND_SEEN = (Permission.MANAGE_FUND, Permission.SECOND_SIGNATURE)

OPEN = frozenset(
    {
        *("account_login", "account_logout", "account_inactive", "mfa_authenticate", "mfa_login_webauthn"),
        *("openid_connect_login", "openid_connect_callback"),
        *("accessibility", "set_language", "theme", "set_password", "certificate_check", "calendar_feed"),
        # Whoever holds a copy, and a provider who holds a link; nothing else of an agreement is shown there.
        *("agreement_check", "provider_link", "interpreter_link"),
        # An adviser of the person who holds a link; nothing of the case is shown there.
        "adviser_link",
    }
)
"""Addresses for everybody, signed in or not."""

NEEDS: dict[str, Need] = dict(
    (
        *_all("my_day acting_for", STAFF),
        *_all("account_reauthenticate mfa_reauthenticate mfa_reauthenticate_webauthn", STAFF),
        *_all("second_factor mfa_index mfa_activate_totp mfa_deactivate_totp mfa_add_webauthn", STAFF),
        *_all("mfa_edit_webauthn mfa_remove_webauthn mfa_view_recovery_codes mfa_generate_recovery_codes", STAFF),
        *_all("account_change_password sessions session_end sessions_end_others sessions_end_all", STAFF),
        *_all("tokens token_revoke", STAFF),
        *_all("token_new", (*READ, Permission.ACCOMMODATION)),
        *_all("calendar", STAFF, READ),
        *_all("calendar_end", STAFF),
        *_all("sign_in_log", (Permission.READ_ACCESS_LOG,)),
        *_all("matrix released", STAFF, in_support=True),
        *_all("law law_question law_trial law_export law_printing law_printed", STAFF),
        *_all("law_print", STAFF),
        *_all("law_norm", STAFF, (Permission.REVIEW_LAW,)),
        *_all("law_release", STAFF, (Permission.REVIEW_LAW,)),
        *_all("law_release_confirm law_release_refuse law_release_compare", (Permission.REVIEW_LAW,)),
        *_all("law_comparison law_comparison_cases", READ),
        *_all("law_comparison_progress", (Permission.READ_CASES, Permission.REVIEW_LAW)),
        *_all("access_log access_log_export access_volume", (Permission.READ_ACCESS_LOG,)),
        *_all("retention retention_cases retention_run retention_holds", (Permission.RETENTION,)),
        *_all("retention_propose retention_confirm retention_refuse retention_hold_lift", (Permission.RETENTION,)),
        *_all("support_ask support_enter", (Permission.OPERATE,)),
        *_all("support", (*DECIDES, Permission.OPERATE, Permission.READ_ACCESS_LOG)),
        *_all("support_confirm support_refuse", DECIDES),
        *_all("support_lines", (Permission.READ_ACCESS_LOG,)),
        *_all("support_end", STAFF, in_support=True),
        *_all("absence", STAFF, (Permission.TAKE_STEPS, Permission.REASSIGN)),
        *_all("absence_end", (Permission.TAKE_STEPS, Permission.REASSIGN)),
        *_all("reassign", (Permission.REASSIGN,)),
        *_all("worklist search case open_points", READ, in_support=True),
        *_all("not_offered", READ),
        *_all("case_letters", STEPS),
        *_all("counselling_offer fixed_letter", READ, STEPS),
        *_all("counselling_kept counselling_box", (Permission.ADMINISTER,)),
        *_all("portal_feedback_list", (Permission.OPERATE, Permission.ADMINISTER)),
        *_all("translations translation", (Permission.CONFIRM_TRANSLATIONS,)),
        *_all("granted_cases case_open proof fact_history document save_view remove_view", READ),
        *_all("export_ask exports export_file", READ),
        *_all("case_accesses", READ, (Permission.GRANT_ACCESS,)),
        *_all("access_new access_end recipient_name recipient_withdraw", (Permission.GRANT_ACCESS,)),
        *_all("referrals referral referral_new", (Permission.REFER,)),
        *_all("referral_accept referral_reject referral_return referral_revoke", (Permission.REFER,)),
        *_all("referral_return_missing referral_checked central_queue", (Permission.REFER,)),
        *_all("central_capacity", (Permission.REFER,), (Permission.REASSIGN,)),
        *_all("transmission_new transmissions_sent transmission_sent transmission_pdf", (Permission.TRANSMIT,)),
        *_all("transmission_withdraw transmission_correct transmission_recall", (Permission.TRANSMIT,)),
        *_all(
            "transmission_remind transmission_again transmission_dismiss transmission_templates", (Permission.TRANSMIT,)
        ),
        *_all("transmission_confirm", (Permission.SECOND_SIGNATURE,)),
        *_all("transmissions message_take transmission_received message_file", (Permission.RECEIVE,)),
        *_all("transmission_accept transmission_return transmission_delete", (Permission.RECEIVE,)),
        # Who may sign second depends on the kind of body: the action asks.
        *_all("reply_new reply_confirm reply_withdraw", (Permission.RECEIVE,)),
        *_all("partners partner_new partner_close body_card body_key_new body_key_revoke", (Permission.ADMINISTER,)),
        *_all("administration units unit_rename unit_close", (Permission.ADMINISTER,)),
        *_all("person person_new person_role person_role_end", (Permission.ADMINISTER,)),
        *_all("person_link person_reset person_leave", (Permission.ADMINISTER,)),
        *_all("gate", MAY_LOOK),
        *_all("gate_item gate_document gate_item_withdraw gate_withdraw", MAY_RECORD),
        *_all("gate_propose gate_confirm gate_item_confirm", MAY_RECORD),
        *_all("export_confirm export_refuse", (Permission.SECOND_SIGNATURE,)),
        *_all("tasks task my_doubts my_expiring deadlines deadline", READ),
        *_all("fact_record fact_dispute document_add relative_add", READ, RECORD),
        *_all("fact_choose", RECORD),
        *_all("fact_confirm", (Permission.SECOND_SIGNATURE,)),
        *_all("task_new note_new", READ, (Permission.TAKE_STEPS, Permission.RECORD_FACTS)),
        *_all("task_done task_reschedule task_give deadline_confirm", STEPS),
        *_all("step taking taking_revise taking_sign taking_withdraw signatures taking_bundle", STEPS),
        *_all("taking_refuse", (Permission.SECOND_SIGNATURE,)),
        *_all("letter letter_pdf letter_edit", STEPS),
        *_all("case_extracts extract extract_pdf extract_json extract_sign extract_extend extract_hand_over", STEPS),
        *_all("case_portal portal_access_new portal_code portal_access_end portal_day_new portal_day_end", STEPS),
        *_all("portal_address_take", RECORD),
        *_all("person_files_link", (Permission.RECORD_FACTS,)),
        *_all("restriction_new restriction_end", STEPS),
        *_all("restriction_decide withheld_confirm withheld_refuse", (Permission.SECOND_SIGNATURE,)),
        *_all("case_inspections inspection inspection_pdf inspection_withhold inspection_sign withheld_show", STEPS),
        *_all("returns departure departure_new departure_notice departure_declare departure_withdraw", STEPS),
        *_all(
            "departure_companion departure_book departure_end departure_apply departure_certify booking_cancel", STEPS
        ),
        *_all("application_file application_approve application_refuse application_withdraw", STEPS),
        *_all("application_follow_up certificate_withdraw certificate_returned", STEPS),
        *_all("letter_dispatch letter_service letter_returned", SEND),
        *_all("case_prospects", READ),
        *_all("prospect_assess", RECORD),
        *_all("prospects_inform prospects_hand_over", STEPS),
        *_all("residence_desk residence_matter residence_answer suspensions suspensions_prepare", STEPS),
        *_all("agreements agreement_new agreement agreement_person agreement_start agreement_step", AGREE),
        *_all("agreement_step_change agreement_promise agreement_nature agreement_translation", AGREE),
        *_all("agreement_text agreement_pdf agreement_scan agreement_sign agreement_act agreement_family", AGREE),
        *_all("offers offer", STAFF),
        *_all("offers_kept offer_new offer_change offer_act offers_export offers_template offers_import", KEEP),
        *_all("offers_file offers_file_take offers_file_discard offers_file_refused", KEEP),
        *_all("agreement_reminders reminder_settle reminder_letters", AGREE),
        *_all("reminder_batch reminder_batch_pdf reminder_batch_act", AGREE),
        *_all("pilot_services pilot_join pilot_sheet pilot_offered pilot_paper", AGREE),
        *_all("pilots pilot_new pilot pilot_change pilot_place pilot_amend pilot_deliver pilot_template", PILOTS),
        *_all("pilot_act pilot_report_new pilot_report pilot_report_pdf pilot_report_data", PILOTS),
        *_all("suspensions_lead", (Permission.REASSIGN,)),
        *_all("houses house", (Permission.ACCOMMODATION, Permission.ADMINISTER)),
        *_all("house_new house_close", (Permission.ADMINISTER,)),
        *_all("house_report house_resident report_withdraw", (Permission.ACCOMMODATION,)),
        *_all("residents_unmatched resident_match", (Permission.POST,)),
        *_all("case_reports report_note", STEPS),
        *_all("funded_returns funded_return", (Permission.FUNDED_RETURN, Permission.POST)),
        *_all("overview overview_file overview_count", (Permission.READ_OVERVIEW,)),
        *_all("funded_return_new", (Permission.FUNDED_RETURN,)),
        *_all("fund fund_postings fund_programmes", FUND_SEEN, FUND),
        *_all("fund_budget fund_close fund_terms fund_end fund_export", FUND),
        *_all("fund_budget_confirm fund_budget_refuse fund_terms_confirm fund_terms_refuse", FUND_SEEN),
        *_all("fund_end_confirm fund_end_refuse", FUND_SEEN),
        *_all("commitment payment payment_voucher", READ),
        *_all("commitment_new commitment_payable commitment_cancel", STEPS),
        *_all("payment_new payments payment_refuse recovery_new", STEPS),
        *_all("payment_sign", (Permission.SECOND_SIGNATURE,)),
        *_all("travel_papers travel_sheet", STAFF),
        *_all("travel_sheet_new travel_sheet_confirm travel_sheet_drop", STEPS),
        *_all("case_travel_papers travel_application travel_application_event", STEPS),
        *_all("notices", (*NOTED, *TELL, *SEEN, Permission.REVIEW_LAW)),
        *_all("notices_traces", (*NOTED, *SEEN)),
        *_all("notice notice_assign notice_examine notice_join notice_package case_notices", NOTED),
        *_all("notices_sent notice_new notice_sent notice_correct notice_withdraw", TELL),
        *_all("notice_provisions notice_provision", (Permission.REVIEW_LAW,)),
        *_all("standards standard standards_compare", STAFF),
        *_all("standard_new standard_change standard_review", (Permission.KEEP_STANDARDS,)),
        *_all(
            "conferences conference_new conference_quality conference conference_calendar conference_minutes", CONFER
        ),
        *_all(
            "conference_accept conference_return conference_cancel conference_move conference_point conference_seat",
            CONFER,
        ),
        *_all("conference_adviser conference_lead conference_end conference_object conference_act", CONFER),
        *_all("conference_meeting conference_news conference_item_new conference_item", CONFER),
        *_all("conference_item_base conference_measure", CONFER),
        *_all("special_staff special_staff_case special_staff_act special_staff_step", STAB),
        *_all("special_staff_new special_staff_mend special_staff_invitation", (Permission.NOMINATE,)),
        *_all("board_reports board_report board_report_pdf board_report_csv", (Permission.BOARD_REPORT,)),
        *_all("obstacles obstacle", STAFF),
        *_all("obstacle_new obstacle_join obstacle_over", (Permission.REPORT_OBSTACLES,)),
        *_all("obstacle_change", (Permission.REPORT_OBSTACLES, Permission.ANSWER_OBSTACLES)),
        *_all("obstacle_answer", (Permission.ANSWER_OBSTACLES,)),
        *_all("obstacle_watch", STAFF),
        *_all("post post_new post_statement post_piece post_assign post_link post_answer", (Permission.POST,)),
        *_all("mails mail_settle", (Permission.POST,), (Permission.REASSIGN,)),
        *_all("imports import import_progress import_mapping import_take import_discard", (Permission.IMPORT,)),
        *_all("import_returned", (Permission.IMPORT,)),
    )
)


class NeedsMiddleware:
    """Asks the table before a view runs; in a support session also notes the page in the access log."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, _args: object, _kwargs: object) -> HttpResponse | None:
        match = request.resolver_match
        name = match.url_name if match is not None else None
        actor: Actor | None = getattr(request, "actor", None)
        if name in OPEN or not getattr(view, "login_required", True) or actor is None:
            return None
        need = NEEDS.get(name or "")
        if actor.reads_only:
            return _in_support(request, actor, name or "", need)
        if need is None or not need.meets(actor, request.method):
            return _refused(request, str(NotPermitted(Permission.READ_CASES)))
        return None


def _in_support(request: HttpRequest, actor: Actor, name: str, need: Need | None) -> HttpResponse | None:
    """A support session looks at few addresses, searches, and sends nothing but its own end."""
    if name == "my_day":
        return HttpResponseRedirect(reverse("worklist"))
    if need is None or not need.in_support:
        return _refused(request, _("Diese Seite ist während einer Einsicht des Betriebs nicht zugänglich."))
    if request.method not in LOOKING and name not in SENT_IN_SUPPORT:
        return _refused(request, _("Während einer Einsicht des Betriebs kann nichts geändert werden."))
    log.read(actor, name)
    return None


def _refused(request: HttpRequest, reason: str) -> HttpResponse:
    return render(request, "desk/system/403.html", {"reason": reason}, status=403)
