"""What the intake reads at most; beyond it a file or a row is refused with a sentence."""

MAX_FILE_BYTES = 100 * 1024 * 1024
MAX_COLUMNS = 500
MAX_ROWS = 250_000
MAX_CELL_CHARACTERS = 4_000
MAX_VALUE_CHARACTERS = 1_000
MAX_KEY_CHARACTERS = 60
MAX_LINE_CHARACTERS = 1_000_000
# A quotation mark that is never closed would swallow the rest of the file as one cell.
MAX_LINES_PER_RECORD = 200
SAMPLE_ROWS = 25

# Genuine workbooks of specialist systems shrink to a tenth or twentieth; a bomb to a thousandth.
MAX_ARCHIVE_ENTRIES = 2_000
MAX_UNPACKED_BYTES = 600 * 1024 * 1024
MAX_SHARED_STRINGS_BYTES = 80 * 1024 * 1024
MAX_RATIO = 150
RATIO_COUNTS_FROM_BYTES = 5 * 1024 * 1024
