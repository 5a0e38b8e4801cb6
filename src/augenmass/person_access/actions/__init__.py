"""Actions of the room, of officers and of persons."""
