"""Pure rules of the overview: what is counted, how long things lasted, which numbers are shown."""
