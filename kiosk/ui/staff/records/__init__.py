"""The record editor on screen: a form and a table over one record, its cover, history and conflicts."""
