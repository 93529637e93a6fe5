"""Tests of the inbox of staff."""
