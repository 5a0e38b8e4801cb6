"""The law: norms by statute and chapter, questions, steps, doubts, deadlines and lanes."""
