"""Notices of police and other public bodies to the foreigners' authority (AufenthG § 87 (2), (4), Land police law)."""
