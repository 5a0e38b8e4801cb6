"""Joint work of several bodies on single cases that a named officer nominated and a second person confirmed."""
