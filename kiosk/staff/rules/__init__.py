"""Circulation rules as staff work on them: the matrix, the tester, the effect of a change."""
