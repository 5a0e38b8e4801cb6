"""What is done with a file: received, mapped, staged, taken, given up."""
