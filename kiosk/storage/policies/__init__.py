"""Articles with their versions, and what was asked or searched in vain."""
