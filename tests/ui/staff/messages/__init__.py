"""Tests of the page of messages of staff."""
