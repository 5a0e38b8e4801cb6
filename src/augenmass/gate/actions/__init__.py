"""What people of a body do at the gate: settle items, release the body, withdraw either."""
