"""The support fund: what a Land sets aside for assisted returns, what was promised of it, paid, and came back; every cent explained."""
