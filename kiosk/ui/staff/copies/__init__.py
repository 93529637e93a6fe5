"""Copies on screen: the table under a title, and the dialogs in which they are added and changed."""
