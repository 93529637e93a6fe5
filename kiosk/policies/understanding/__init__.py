"""Finds the article that a question means: analysis by language, likeness to wordings, ranking, bands."""
