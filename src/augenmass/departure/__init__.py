"""Leaving of one's own accord: opened to the last hour, decided on by a human, up to the certificate that comes back from the border."""
