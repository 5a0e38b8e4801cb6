"""The law as an installation holds it: wording of the statutes, reviews of norms, released catalogues. Knows no case."""
