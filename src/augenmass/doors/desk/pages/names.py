"""Words of the catalogue in the reader's language (``cases.names``)."""

from augenmass.cases.names import blocker_name, deadline_name, doubt_name, lane_name, step_name

__all__ = ["blocker_name", "deadline_name", "doubt_name", "lane_name", "step_name"]
