"""Custody: the norms of the Residence Act, the Asylum Act and the FamFG that limit it. None of them proposes custody."""
