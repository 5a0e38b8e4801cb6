"""Reading of the room: by the person through ``visible``, by officers through ``visible_to``."""
