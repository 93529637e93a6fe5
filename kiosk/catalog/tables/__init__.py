"""Catalogue tables (CSV): rows told apart, understood, and turned into MARC records and back."""
