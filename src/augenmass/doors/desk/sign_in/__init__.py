"""The sign-in: password, passkey or the identity provider of a body; a second factor; limits; the end of sessions."""
