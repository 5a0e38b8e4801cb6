"""Pure rules of the fund: money, tranches, accounts."""
