"""Reading runs, previews and returned rows."""
