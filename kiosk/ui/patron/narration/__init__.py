"""Tells whoever cannot see the screen what stands on it, what has the focus, and what changes."""
