"""Transmissions: composing, what came in, what was sent, letters between offices, partners and keys."""

from django.urls import path

from augenmass.doors.desk.views import partners, received, replies, transmissions

CASE = "faelle/<uuid:key>/"
ALL = "uebermittlungen/"
SENT = ALL + "gesendet/<uuid:key>/"
CAME = ALL + "eingang/<uuid:message>/"
PARTNERS = ALL + "stellen/"

urlpatterns = [
    path(CASE + "uebermittlung/neu/", transmissions.new, name="transmission_new"),
    path(ALL, received.page, name="transmissions"),
    path(ALL + "uebernehmen/", received.take, name="message_take"),
    path(CAME, received.show, name="transmission_received"),
    path(CAME + "annehmen/", received.accept_it, name="transmission_accept"),
    path(CAME + "zurueckgeben/", received.give_it_back, name="transmission_return"),
    path(CAME + "loeschen/", received.delete_it, name="transmission_delete"),
    path(CAME + "antwort/", replies.new, name="reply_new"),
    path(ALL + "antwort/<uuid:key>/zeichnen/", replies.sign, name="reply_confirm"),
    path(ALL + "antwort/<uuid:key>/zurueckziehen/", replies.give_up, name="reply_withdraw"),
    path(ALL + "gesendet/", transmissions.page, name="transmissions_sent"),
    path(SENT, transmissions.show, name="transmission_sent"),
    path(SENT + "zeichnen/", transmissions.sign, name="transmission_confirm"),
    path(SENT + "zurueckziehen/", transmissions.give_up, name="transmission_withdraw"),
    path(SENT + "berichtigen/", transmissions.follow, {"how": "correct"}, name="transmission_correct"),
    path(SENT + "zurueckrufen/", transmissions.follow, {"how": "recall"}, name="transmission_recall"),
    path(SENT + "erinnern/", transmissions.follow, {"how": "remind"}, name="transmission_remind"),
    path(SENT + "nicht-unterrichten/", transmissions.dismiss, name="transmission_dismiss"),
    path(SENT + "erneut/", transmissions.again, name="transmission_again"),
    path(SENT + "pdf/", transmissions.pdf, name="transmission_pdf"),
    path(ALL + "nachricht/<uuid:message>/datei/", transmissions.file, name="message_file"),
    path(ALL + "vorlagen/", transmissions.letters, name="transmission_templates"),
    path(PARTNERS, partners.page, name="partners"),
    path(PARTNERS + "neu/", partners.new, name="partner_new"),
    path(PARTNERS + "<uuid:key>/schliessen/", partners.close, name="partner_close"),
    path(PARTNERS + "karte/", partners.card, name="body_card"),
    path(PARTNERS + "schluessel/neu/", partners.new_key, name="body_key_new"),
    path(PARTNERS + "schluessel/<slug:key_id>/sperren/", partners.revoke, name="body_key_revoke"),
]
