"""What this room keeps."""

from augenmass.notices.models.notices import LandProvision, Notice, NoticeContent, Reliance, ReturnedNotice

__all__ = ["LandProvision", "Notice", "NoticeContent", "Reliance", "ReturnedNotice"]
