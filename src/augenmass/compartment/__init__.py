"""The counsellors' compartment: a program of its own beside the main one, with its own process, database, keys and accounts.

It imports from the main program only what knows no case (the clock, digests, style sheets, parts of pages), and the main
program imports nothing of it. What a counsellor writes leaves it only as a statement that the person approved.
"""
