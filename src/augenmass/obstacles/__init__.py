"""Obstacles of practice: reported once, joined by others, answered by a ministry. No person is in them."""
