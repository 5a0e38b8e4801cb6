"""Pure rules of the directory: its words, cells of a file, opening hours, distances, the map."""
