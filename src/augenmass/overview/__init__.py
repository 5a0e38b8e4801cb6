"""What a body's return procedure did in a quarter, in numbers that name nobody."""
