"""The integration agreement: a plan of two sides, worked by counsellors, out of reach of whoever enforces."""
