"""Draws numbers for requests that nobody can guess."""

import secrets

from kiosk.model.request_number import ALPHABET, DRAWN, with_check_character


def drawn_number() -> str:
    """Return a new number; that two are equal is left to the database to refuse."""
    return with_check_character("".join(secrets.choice(ALPHABET) for _ in range(DRAWN)))
