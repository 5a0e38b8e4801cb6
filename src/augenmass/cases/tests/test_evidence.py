"""The law asks for evidence in the words under which documents are kept."""

import pytest

from augenmass.cases.models import Document
from augenmass.law.vocabulary import EVIDENCE_KINDS

pytestmark = pytest.mark.unit


def test_every_kind_of_evidence_is_a_kind_of_document() -> None:
    assert set(EVIDENCE_KINDS) <= set(Document.Kind.values)
