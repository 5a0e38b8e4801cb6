"""What must be settled before a body may keep data of living people here, who settled it, and what is off until then."""
