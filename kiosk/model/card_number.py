"""Numbers of cards: a prefix, a serial and, where the library wants it, a check digit."""

from kiosk.model.library import CardFormat


def card_number(form: CardFormat, serial: int) -> str:
    """Return the card number of that serial, ``form.length`` characters long."""
    width = _serial_width(form)
    if not 0 < serial <= most_serials(form):
        raise ValueError(f"{serial} has more than {width} digits")
    number = f"{form.prefix}{serial:0{width}}"
    return number + gtin_check_digit(number) if form.check_digit else number


def most_serials(form: CardFormat) -> int:
    """Return how many numbers the form has."""
    width = _serial_width(form)
    return 10**width - 1 if width > 0 else 0


def gtin_check_digit(digits: str) -> str:
    """Return the check digit of EAN and GTIN, which weighs digits 3 and 1 from the right."""
    total = sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def _serial_width(form: CardFormat) -> int:
    return form.length - len(form.prefix) - form.check_digit
