"""The Find and Browse pages over a real library."""
