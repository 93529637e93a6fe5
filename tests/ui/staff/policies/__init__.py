"""Tests of the page of answers of staff."""
