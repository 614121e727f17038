"""The numbers that a question's words say: which one ("the second largest") and which year. The same as server/src/answering/cues.ts."""

from __future__ import annotations

import re

_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_ORDINAL = re.compile(r"\b(?:(" + "|".join(_WORDS) + r")|(\d{1,2})(?:st|nd|rd|th))\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,-])(1[0-9]{3}|20[0-9]{2})(?![\d]|[.,-]\d)")


def ordinal_of(text: str) -> int:
    """The first ordinal of the words, from 1; 1 where there is none."""
    match = _ORDINAL.search(text)
    if match is None:
        return 1
    word, digits = match.groups()
    return _WORDS.index(word.lower()) + 1 if word else max(1, int(digits))


def year_of(text: str) -> int:
    """The last year between 1000 and 2099 of the words; 0 where there is none."""
    years: list[str] = _YEAR.findall(text)
    return int(years[-1]) if years else 0
