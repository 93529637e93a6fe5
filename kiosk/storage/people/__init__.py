"""Patrons, their restrictions, their PIN attempts, and what erasing one takes along."""
