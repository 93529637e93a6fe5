"""Circulation rules and the calendar at the desk: the matrix, the tester, the effect of a change."""
