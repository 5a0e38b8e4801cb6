"""What is due, what hinders it, runs and holds as their pages read them."""
