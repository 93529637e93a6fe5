"""Copies and the titles they belong to: listed, added, changed one or many at once, merged, given up."""
