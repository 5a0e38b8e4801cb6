"""Pure rules of the integration agreement."""
