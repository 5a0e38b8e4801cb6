"""Reading of the room; cases are found through ``visible_to``."""
