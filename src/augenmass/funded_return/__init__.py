"""What the law makes a counselling body transmit about a funded return (AufenthG §§ 86a, 87 (6)): a closed list, and no talk."""
