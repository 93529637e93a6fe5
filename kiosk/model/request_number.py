"""The number under which a request is asked about without a card: unguessable, and checked as it is typed."""

# Neither 0 and O nor 1, I and L are told apart by a tired eye; without U no number spells a rude word.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
DRAWN = 9


def with_check_character(drawn: str) -> str:
    """Return drawn characters of the alphabet with the one that tells a mistyped number."""
    total = 0
    for place, character in enumerate(reversed(drawn)):
        total += _digits(ALPHABET.index(character) * (2 if place % 2 == 0 else 1))
    return drawn + ALPHABET[-total % len(ALPHABET)]


def read_request_number(typed: str) -> str | None:
    """Return the number as kept, however it is grouped and cased; None for what cannot be one."""
    number = "".join(typed.split()).replace("-", "").upper()
    if len(number) != DRAWN + 1 or not set(number) <= set(ALPHABET):
        return None
    return number if with_check_character(number[:-1]) == number else None


def shown_request_number(number: str) -> str:
    """Return the number in groups, as it is read aloud and typed: ABC-DEFG-HJK."""
    return f"{number[:3]}-{number[3:7]}-{number[7:]}"


def _digits(value: int) -> int:
    """Return the sum of the value's digits in the alphabet's base (Luhn's algorithm, mod N)."""
    return value // len(ALPHABET) + value % len(ALPHABET)
