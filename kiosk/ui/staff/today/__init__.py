"""Today: the day at a glance."""
