"""The way in of the person concerned: who may sign in for a case, what they see of it, what they hand in."""
