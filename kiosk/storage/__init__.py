"""The only room that knows SQL: rows stay in it, frozen values of the model leave it."""
