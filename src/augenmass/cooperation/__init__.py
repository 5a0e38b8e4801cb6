"""How a police inspectorate and a foreigners' authority work together in their region: living documents that are reviewed every year."""
