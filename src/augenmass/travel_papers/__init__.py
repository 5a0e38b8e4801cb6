"""Travel documents: a maintained sheet for each state of origin, and the applications of a case with their course."""
