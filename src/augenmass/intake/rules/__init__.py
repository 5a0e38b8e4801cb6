"""Pure rules of the intake: no database, no web framework."""
