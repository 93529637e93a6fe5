"""The day at a glance and reports: what was lent, used, late, owed, asked; never with a patron's name."""
