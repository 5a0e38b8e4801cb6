"""Pure rules of the evaluation: quarters, measures, protection, tables, counting, delivered files."""
