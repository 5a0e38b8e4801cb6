"""What is done with the money of a fund; every action locks the row of the fund before it looks at an amount."""
