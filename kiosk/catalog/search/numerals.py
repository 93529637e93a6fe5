"""Numbers as people write them: digits, Roman numerals, and the first number words."""

_WORDS = {
    2: "ii two zwei dwa dwie dwoch second zweite zweiter drugi druga",
    3: "iii three drei trzy trzech third dritte dritter trzeci trzecia",
    4: "iv four vier cztery czterech fourth vierte vierter czwarty czwarta",
    5: "five funf fuenf piec pieciu fifth funfte funfter piaty piata",
    6: "vi six sechs szesc szesciu sixth sechste sechster szosty szosta",
    7: "vii seven sieben siedem siedmiu seventh siebte siebter siodmy siodma",
    8: "viii eight acht osiem osmiu eighth achte achter osmy osma",
    9: "ix nine neun dziewiec dziewieciu ninth neunte neunter dziewiaty dziewiata",
    10: "ten zehn dziesiec dziesieciu tenth zehnte zehnter dziesiaty dziesiata",
    11: "xi eleven elf jedenascie",
    12: "xii twelve zwolf zwoelf dwanascie",
    13: "xiii thirteen dreizehn trzynascie",
    14: "xiv fourteen vierzehn czternascie",
    15: "xv fifteen funfzehn fuenfzehn pietnascie",
    16: "xvi sixteen sechzehn szesnascie",
    17: "xvii seventeen siebzehn siedemnascie",
    18: "xviii eighteen achtzehn osiemnascie",
    19: "xix nineteen neunzehn dziewietnascie",
    20: "xx twenty zwanzig dwadziescia",
    100: "hundred hundert sto",
    1000: "thousand tausend tysiac",
}
# One letter (v, x) is more often an initial than a number.
_VALUES = {word: str(value) for value, words in _WORDS.items() for word in words.split()}


def number_of(word: str) -> str | None:
    """Return the digits a folded word stands for, leading zeros left out, or None."""
    if word.isascii() and word.isdecimal():
        return word.lstrip("0") or "0"
    return _VALUES.get(word)
