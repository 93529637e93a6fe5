"""Keeps the patron app alive: a small process beside it that starts it again when it dies or hangs."""
