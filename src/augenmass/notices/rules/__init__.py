"""Pure rules of notices: kinds and their provisions, completeness, whether two say the same, the signed package."""
