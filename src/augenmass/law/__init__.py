"""The law as code: vocabulary, language, proof, clock and catalogue. No database and no web framework below this package."""
