"""Records, their headings and their items."""
