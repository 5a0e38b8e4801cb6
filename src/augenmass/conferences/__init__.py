"""Case conferences: what one participant tells which others, for what purpose and by what provision; what they decide and follow up."""
