"""The support fund: year, budget, postings, closing, programmes; commitments and payments of a case."""

from django.urls import path

from augenmass.doors.desk.views import fund, fund_claims, fund_payments, fund_programmes

urlpatterns = [
    path("fonds/", fund.page, name="fund"),
    path("fonds/haushalt/", fund.budget, name="fund_budget"),
    path("fonds/haushalt/<uuid:key>/bestaetigen/", fund.budget_confirm, name="fund_budget_confirm"),
    path("fonds/haushalt/<uuid:key>/ablehnen/", fund.budget_refuse, name="fund_budget_refuse"),
    path("fonds/<int:year>/buchungen/", fund.rows, name="fund_postings"),
    path("fonds/<int:year>/landeskasse.csv", fund.export, name="fund_export"),
    path("fonds/<int:year>/abschluss/", fund.close, name="fund_close"),
    path("fonds/programme/", fund_programmes.page, name="fund_programmes"),
    path("fonds/programme/<slug:programme>/bedingungen/", fund_programmes.terms, name="fund_terms"),
    path("fonds/bedingungen/<uuid:key>/bestaetigen/", fund_programmes.terms_confirm, name="fund_terms_confirm"),
    path("fonds/bedingungen/<uuid:key>/ablehnen/", fund_programmes.terms_refuse, name="fund_terms_refuse"),
    path("fonds/bedingungen/<uuid:key>/ende/", fund_programmes.end, name="fund_end"),
    path("fonds/ende/<uuid:key>/bestaetigen/", fund_programmes.end_confirm, name="fund_end_confirm"),
    path("fonds/ende/<uuid:key>/ablehnen/", fund_programmes.end_refuse, name="fund_end_refuse"),
    path("faelle/<uuid:key>/bewilligung/", fund_claims.new, name="commitment_new"),
    path("bewilligungen/<uuid:key>/", fund_claims.page, name="commitment"),
    path("bewilligungen/<uuid:key>/faellig/", fund_claims.payable, name="commitment_payable"),
    path("bewilligungen/<uuid:key>/zuruecknehmen/", fund_claims.cancel, name="commitment_cancel"),
    path("raten/<uuid:key>/zahlung/", fund_payments.new, name="payment_new"),
    path("zahlungen/", fund_payments.waiting, name="payments"),
    path("zahlungen/<uuid:key>/", fund_payments.page, name="payment"),
    path("zahlungen/<uuid:key>/anweisen/", fund_payments.sign, name="payment_sign"),
    path("zahlungen/<uuid:key>/ablehnen/", fund_payments.refuse, name="payment_refuse"),
    path("zahlungen/<uuid:key>/beleg/", fund_payments.voucher, name="payment_voucher"),
    path("zahlungen/<uuid:key>/rueckfluss/", fund_payments.recovery, name="recovery_new"),
]
