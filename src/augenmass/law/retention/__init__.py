"""How long records are kept, as law: kind of record, start event, period, what holds deletion up. ``deletion_of`` in ``answer`` asks it."""
