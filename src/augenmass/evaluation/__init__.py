"""The evaluation of a pilot of integration agreements: counted series of places, protected, with what they cannot say."""
