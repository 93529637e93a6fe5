"""Tests of the shelf of answers of staff."""
