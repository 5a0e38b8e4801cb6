"""Prospects first: the check of each prospect, the information of the person, the residence desk, and suspensions."""
