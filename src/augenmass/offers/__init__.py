"""What is offered on the spot: counselling, courses, child care and so on, by municipality. It holds no person and no case."""
