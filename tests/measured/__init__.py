"""Every screen measured: contrast, targets, distances, cut words, focus, names and roles."""
