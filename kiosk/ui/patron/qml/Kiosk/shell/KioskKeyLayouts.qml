pragma Singleton

import QtQuick

// The letters of the on-screen keyboard by language, and what else hides behind each: three languages here,
// others by files of theirs, which go before.
QtObject {
    property var added: ({}) // by language: rows, aside, behind, corner
    readonly property list<string> languages: ["de", "en", "pl"].concat(Object.keys(added).filter(one => !(one in letters)))

    readonly property var letters: ({
            "de": ["qwertzuiopü", "asdfghjklöä", "yxcvbnmß"],
            "en": ["qwertyuiop", "asdfghjkl", "zxcvbnm'"],
            "pl": ["ąćęłńóśźż", "qwertyuiop", "asdfghjkl", "zxcvbnm'"]
        })
    // Where there is room beside the letters, the first row of a layout stands there, row by row.
    readonly property var blocks: ({
            "pl": ["ąćę", "łńó", "śźż"]
        })
    readonly property list<string> signs: ["1234567890/", "@#&%+*=()\"!", ",;:?'_–„“"]

    readonly property var variants: ({
            "a": "äąáàâãåæ",
            "c": "ćçč",
            "d": "ďđð",
            "e": "éęèêëě",
            "g": "ğ",
            "i": "íìîïı",
            "l": "łľ",
            "n": "ńñň",
            "o": "öóòôõøœ",
            "r": "řŕ",
            "s": "ßśšş",
            "t": "ťþ",
            "u": "üúùûů",
            "y": "ýÿ",
            "z": "źżž"
        })
    // Shown in the key's corner where the layout itself lacks the letter most wanted there.
    readonly property var hints: ({
            "de": {
                "e": "é",
                "s": "ß"
            },
            "en": {
                "a": "ä",
                "e": "é",
                "o": "ö",
                "u": "ü"
            },
            "pl": {
                "a": "ä",
                "e": "é",
                "o": "ö",
                "u": "ü"
            }
        })

    function rows(language: string, signsShown: bool, aside: bool): list<string> {
        const all = added[language]?.rows ?? letters[language] ?? letters["en"];
        return signsShown ? signs : aside && block(language).length > 0 ? all.slice(1) : all;
    }

    function block(language: string): list<string> {
        return added[language]?.aside ?? blocks[language] ?? [];
    }

    function behind(language: string, key: string): string {
        return added[language]?.behind[key] ?? variants[key] ?? "";
    }

    function hint(language: string, key: string): string {
        return (language in added ? added[language].corner[key] : hints[language]?.[key]) ?? "";
    }

    function after(language: string): string {
        return languages[(languages.indexOf(language) + 1) % languages.length];
    }
}
