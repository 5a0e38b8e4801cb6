"""Transmission of data as law: may data of a class go from a kind of body to a kind of body for a purpose? Default: no.

``transmission_answer`` in ``answer`` is what rooms call. The catalogue is one of its own: its facts belong to an enquiry, not to a case.
"""
