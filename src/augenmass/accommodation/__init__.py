"""Houses report who arrived, is away, came back, moved on or need not live there any more (AsylG §§ 47-50)."""
