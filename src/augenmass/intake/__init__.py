"""Room for files of other systems: opened by content, staged row by row, previewed, taken in or returned."""
