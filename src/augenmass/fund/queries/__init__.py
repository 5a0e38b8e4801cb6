"""What is read of a fund: sums for the body that manages it, amounts of a case for those who see the case."""
