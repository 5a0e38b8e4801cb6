"""What an installation keeps of the law beside the shipped catalogue: the wording of the statutes. Knows no case."""
