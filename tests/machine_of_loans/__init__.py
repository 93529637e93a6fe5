"""Plays random patrons, items, staff and days through the acts, against a model of the contract."""
