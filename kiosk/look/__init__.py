"""How a library looks: the colours of every screen, and what it sets of its own by files; no Qt."""
