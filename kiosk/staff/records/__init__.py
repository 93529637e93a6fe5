"""The record editor: one MARC record behind a form and a table of fields, its history, its cover."""
