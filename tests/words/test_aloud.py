"""What is written for the eye is said for the ear, in each language as it says such things."""

import pytest

from kiosk.words import wording
from kiosk.words.aloud import aloud, sentence

SAID = [
    ("en", "€2.50", "2 euros 50 cents"),
    ("en", "€0.20", "20 cents"),
    ("en", "€12.00", "12 euros"),
    ("en", "€0.00", "0 euros"),
    ("en", "€1,234.50", "1,234 euros 50 cents"),
    ("en", "£1.01", "1 pound 1 penny"),
    ("en", "10:00–19:00", "10 am to 7 pm"),
    ("en", "13:00–18:00, 19:30–20:00", "1 pm to 6 pm, 7:30 pm to 8 pm"),
    ("en", "Mon–Fri 10:00–19:00", "Monday to Friday 10 am to 7 pm"),
    ("en", "12:00, 0:30", "12 pm, 12:30 am"),
    ("en", "21 December 2026 – 3 January 2027", "21st December 2026 to 3rd January 2027"),
    ("en", "on 11, 12 May and 22 May", "on 11, 12th May and 22nd May"),
    ("en", "3–5 days", "3 to 5 days"),
    ("en", "desk@town-library.example", "desk at town-library dot example"),
    ("en", "www.library.example/help", "w w w dot library dot example / help"),
    ("en", "Sat and Sunday by the sea", "Sat and Sunday by the sea"),
    ("de", "2,50\xa0€", "2 Euro 50 Cent"),
    ("de", "1,01 €", "ein Euro ein Cent"),
    ("de", "1.234,00 €", "1.234 Euro"),
    ("de", "10:00–19:00 Uhr", "10 Uhr bis 19 Uhr"),
    ("de", "um 10:30 Uhr", "um 10 Uhr 30"),
    ("de", "Mo–Fr", "Montag bis Freitag"),
    ("de", "Mo.–Fr. 9:05–12:00", "Montag bis Freitag 9 Uhr 5 bis 12 Uhr"),
    ("de", "Sa 10:00–16:00", "Samstag 10 Uhr bis 16 Uhr"),
    ("de", "So geht es, Do you?", "So geht es, Do you?"),
    ("de", "bis Dienstag, 22. Dezember", "bis Dienstag, den zweiundzwanzigsten Dezember"),
    ("de", "am 24.12.2026", "am vierundzwanzigsten Dezember 2026"),
    ("de", "1. Mai 2027", "am ersten Mai 2027"),
    ("de", "21. Dezember – 3. Januar", "vom einundzwanzigsten Dezember bis zum dritten Januar"),
    ("de", "+49 341 5550 120", "+ 4 9, 3 4 1, 5 5 5 0, 1 2 0"),
    ("de", "0341 5550-120", "0 3 4 1, 5 5 5 0, 1 2 0"),
    ("de", "04177 Lindenau", "0 4 1 7 7 Lindenau"),
    (
        "de",
        "z. B. Bücher bzw. CDs, ca. 5 Min.",
        "zum Beispiel Bücher beziehungsweise CDs, ungefähr 5 Minuten",
    ),
    ("de", "1 Mal, 21 Mal", "einmal, 21 Mal"),
    ("de", "„Bücher“ – auch neue – …", "Bücher, auch neue"),
    ("pl", "2,50 zł", "2 złote 50 groszy"),
    ("pl", "5,22 zł", "5 złotych 22 grosze"),
    ("pl", "1\xa0234,00 zł", "1234 złote"),
    ("pl", "0,20\xa0€", "20 centów"),
    ("pl", "10:00–19:00", "od dziesiątej do dziewiętnastej"),
    ("pl", "dziś otwarte do 21:30", "dziś otwarte do dwudziestej pierwszej 30"),
    ("pl", "pon.–pt.", "od poniedziałku do piątku"),
    ("pl", "niedz. 9:00", "niedziela o dziewiątej"),
    ("pl", "wtorek, 22 grudnia", "wtorek, dwudziestego drugiego grudnia"),
    ("pl", "31 maja – 3 lipca", "od trzydziestego pierwszego maja do trzeciego lipca"),
    ("pl", "np. ul. Długa 5", "na przykład ulica Długa 5"),
]
# A value of one as it stands alone, and as its neighbours have it.
OF_ONE = [
    ("de", "1 Woche", "eine Woche"),
    ("de", "Film: 1 Tag; 1 Mal", "Film: ein Tag; einmal"),
    ("de", "spätestens nach 1 Woche", "spätestens nach einer Woche"),
    ("de", "nach spätestens 1 Monat, mit 1 Tag", "nach spätestens einem Monat, mit einem Tag"),
    ("de", "bis zu 1 Jahr", "bis zu einem Jahr"),
    ("de", "Kaum 1 Woche, innerhalb 1 Stunde", "Kaum eine Woche, innerhalb einer Stunde"),
    ("de", "für 1 Tag, um 1 Stunde", "für einen Tag, um eine Stunde"),
    ("de", "Am Tag haben Sie 1 Stunde, und länger", "Am Tag haben Sie eine Stunde, und länger"),
    ("de", "Dort ist 1 Tag frei, 21 Tage", "Dort ist 1 Tag frei, 21 Tage"),
    ("pl", "1 godzina", "jedna godzina"),
    ("pl", "Czas na dzień: 1 godzina, a potem", "Czas na dzień: jedna godzina, a potem"),
    ("pl", "Masz 1 godzinę, po 1 godzinie, 21 godzin", "Masz jedną godzinę, po 1 godzinie, 21 godzin"),
    ("pl", "Masz 2 godziny", "Masz dwie godziny"),
]
OF_HOURS = [
    ("pl", "w godz. 10:00–18:00", "w godzinach od dziesiątej do osiemnastej"),
    ("pl", "w godz. od 10:00 do 18:00", "w godzinach od dziesiątej do osiemnastej"),
    ("pl", "w godz. 10–18", "w godzinach 10 do 18"),
    ("pl", "pon. godz. 9:00–12:00", "pon. w godzinach od dziewiątej do dwunastej"),
    ("pl", "o godz. 10:00, od godz. 9:30", "o godzinie dziesiątej, od godziny dziewiątej 30"),
    ("pl", "godz. 17:00", "o godzinie siedemnastej"),
    ("pl", "2 godz., 12 godz. 1 godz.", "dwie godziny, 12 godzin 1 godzina"),
    ("pl", "min. 5, 5 min., 3 min.", "co najmniej 5, 5 minut, 3 minuty"),
    ("pl", "śr. 10:00", "środa o dziesiątej"),
    ("pl", "o 10:00 lub 11:00, ok. 12:00", "o dziesiątej lub jedenastej, około dwunastej"),
    ("pl", "od 00:15 do 24:00", "od godziny zero 15 do dwudziestej czwartej"),
    ("en", "5 min., min. 5, 1 min.", "5 minutes, at least 5, 1 minute"),
]
OF_NUMBERS = [
    ("pl", "1 000 zł", "1000 złotych"),
    ("pl", "1\xa0000\xa0zł, 10\xa0050 książek", "1000 złotych, 10 050 książek"),
    ("en", "I have no. Room no. 5, No. 6", "I have no. Room number 5, number 6"),
    ("de", "-2,00\xa0€", "minus 2 Euro"),
    ("en", "it is -€2.50", "it is minus 2 euros 50 cents"),
    ("de", "5–10 €", "5 bis 10 Euro"),
    ("de", "- 5 Grad, -5 Grad", "5 Grad, -5 Grad"),
    ("de", "https://opac.stadt.de/x", "opac Punkt stadt Punkt de / x"),
    ("de", "Auf https://stadt.de/a.html?b=1.", "Auf stadt Punkt de / a Punkt html."),
    ("de", "1.–3. Mai", "vom ersten bis zum dritten Mai"),
    ("de", "Di., 1. Mai 2027", "Dienstag, den ersten Mai 2027"),
    ("pl", "1–3 maja 2027", "od pierwszego do trzeciego maja 2027"),
    ("en", "1–3 May", "1st to 3rd May"),
]
# A time or a day takes its case from the word before it, and from the one that this is joined to.
OF_CASES = [
    ("pl", "przed 10:00", "przed dziesiątą"),
    ("pl", "przed 2:00, przed 3:30", "przed drugą, przed trzecią 30"),
    ("pl", "przed 22:00 lub 24:00", "przed dwudziestą drugą lub dwudziestą czwartą"),
    ("pl", "po 10:00 i 12:00", "po dziesiątej i dwunastej"),
    ("pl", "do 10:00, od 11:00, o 12:00", "do dziesiątej, od jedenastej, o dwunastej"),
    ("pl", "między 10:00 a 12:00", "między dziesiątą a dwunastą"),
    ("pl", "między 10:00–12:00", "między dziesiątą a dwunastą"),
    ("pl", "na 10:00, godzina 11:00", "na dziesiątą, godzina jedenasta"),
    ("pl", "przed 0:00, o 0:00, na 0:00", "przed północą, o północy, na północ"),
    ("pl", "przed godz. 9:00", "przed godziną dziewiątą"),
    ("pl", "między godz. 9:00 a godz. 11:00", "między godziną dziewiątą a godziną jedenastą"),
    ("pl", "na godz. 9:00", "na godzinę dziewiątą"),
    ("pl", "od 10:00–12:00", "od dziesiątej do dwunastej"),
    ("pl", "od 00:15", "od godziny zero 15"),
    ("pl", "po 0:15, przed 0:15, 0:15", "po godzinie zero 15, przed godziną zero 15, o godzinie zero 15"),
    ("pl", "o godz. 0:15", "o godzinie zero 15"),
    ("pl", "przed 3 maja, po 2 czerwca", "przed trzecim maja, po drugim czerwca"),
    ("pl", "do 3 maja, od 21 maja", "do trzeciego maja, od dwudziestego pierwszego maja"),
    ("pl", "przed 31 maja 2027", "przed trzydziestym pierwszym maja 2027"),
    ("pl", "między 3 a 5 maja", "między trzecim a piątym maja"),
    ("pl", "między 30 maja a 2 czerwca", "między trzydziestym maja a drugim czerwca"),
    ("pl", "od 3 do 5 maja, po 3 i 5 maja", "od trzeciego do piątego maja, po trzecim i piątym maja"),
    (
        "pl",
        "od 1–3 maja, przed 24.12.2026",
        "od pierwszego do trzeciego maja, przed dwudziestym czwartym grudnia 2026",
    ),
    ("pl", "od 10:30 do 5 maja", "od dziesiątej 30 do piątego maja"),
    ("de", "am 3. Mai, der 3. Mai", "am dritten Mai, der dritte Mai"),
    ("de", "3. Mai", "am dritten Mai"),
    ("de", "24.12.2026", "am vierundzwanzigsten Dezember 2026"),
    ("de", "Heiligabend, 24. Dezember", "Heiligabend, am vierundzwanzigsten Dezember"),
    ("de", "Ein Feiertag (3. Oktober)", "Ein Feiertag (am dritten Oktober)"),
    ("de", "Geschlossen: 1. Mai", "Geschlossen: erster Mai"),
    ("de", "Der 24. und der 25. Dezember", "Der vierundzwanzigste und der fünfundzwanzigste Dezember"),
    ("de", "zwischen dem 3. und 5. Mai", "zwischen dem dritten und fünften Mai"),
    (
        "de",
        "vom 3. bis zum 5. Mai, vom 1.–3. Mai",
        "vom dritten bis zum fünften Mai, vom ersten bis zum dritten Mai",
    ),
    ("de", "3. und 5. Mai; 7. bis 9. Mai", "am dritten und fünften Mai; vom siebten bis zum neunten Mai"),
    ("de", "der 3.5.2027, bis 3. Mai", "der dritte Mai 2027, bis dritten Mai"),
    ("de", "zwischen 10:00–12:00 Uhr", "zwischen 10 Uhr und 12 Uhr"),
    ("en", "between 10:00–12:00, before 9:30", "between 10 am and 12 pm, before 9:30 am"),
    ("en", "between 3 and 5 May", "between 3rd and 5th May"),
    ("en", "from 3 to 5 May", "from 3rd to 5th May"),
]
OF_ADDRESSES = [
    ("de", "Siehe bibliothek.example.", "Siehe bibliothek Punkt example."),
    ("de", "opac.stadt.de/neu", "opac Punkt stadt Punkt de / neu"),
    ("de", "Das Ende.Neu anfangen, z.B. so", "Das Ende.Neu anfangen, zum Beispiel so"),
    (
        "pl",
        "biblioteka.example, www.biblioteka.pl",
        "biblioteka kropka example, w w w kropka biblioteka kropka pl",
    ),
    ("pl", "książki, m.in. nowe", "książki, między innymi nowe"),
    ("en", "at library.example (town-library.org)", "at library dot example (town-library dot org)"),
    ("en", "Read it.Net of fees, 1.5 to 2.0", "Read it.Net of fees, 1.5 to 2.0"),
]
SAID += OF_CASES + OF_ADDRESSES
SAID += OF_ONE + OF_HOURS + OF_NUMBERS


@pytest.mark.parametrize(("language", "written", "said"), SAID, ids=[f"{one[0]} {one[1]}" for one in SAID])
def test_it_is_said_as_the_language_says_it(language: str, written: str, said: str) -> None:
    assert aloud(written, wording(language)) == said


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_every_day_of_the_month_and_every_minute_has_words(language: str) -> None:
    words = wording(language)
    month = {"en": "May", "de": "Mai", "pl": "maja"}[language]
    days = {aloud(f"{day}{'.' if language == 'de' else ''} {month}", words) for day in range(1, 32)}
    times = {aloud(f"x {hour}:{minute:02}", words) for hour in range(24) for minute in range(60)}
    assert (len(days), len(times)) == (31, 24 * 60)
    assert not any(":" in one for one in times) or language == "en"


@pytest.mark.parametrize("language", ["en", "de", "pl"])
@pytest.mark.parametrize("nothing", ["", "–", "…", " \xa0\u00ad", "“”"])
def test_nothing_is_said_of_nothing(language: str, nothing: str) -> None:
    assert sentence(nothing, wording(language)) == ""


def test_a_sentence_has_an_end_that_is_heard() -> None:
    words = wording("en")
    ends = [sentence(text, words) for text in ("Open", "Open?", "Open.", "Days:")]
    assert ends == ["Open.", "Open?", "Open.", "Days:"]


@pytest.mark.parametrize("language", ["en", "de", "pl"])
@pytest.mark.parametrize(
    "written", ["99:99", "1.1.1.1", "€", "+", "0", "12:345", "(((", "–" * 5000, "1" * 5000]
)
def test_what_is_no_time_and_no_amount_is_left_as_it_is(language: str, written: str) -> None:
    said = aloud(written, wording(language))
    assert said == written.strip(" –")
