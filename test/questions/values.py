"""Dates and quantities: which of several is the current one, and which of two is the greater."""

from __future__ import annotations

import re

RISING = frozenset({"P1082", "P8687", "P3872", "P1971", "P2196", "P1128", "P1174", "P1081", "P2250", "P2142", "P2403"})
"""Readings over time of which the greatest is the latest (population, visitors, box office …)."""
FALLING = frozenset({"P4841", "P3864"})
EARLIEST = frozenset({"P571", "P577", "P580", "P1191", "P1619", "P2031", "P1249"})
"""Dates of one event in several places, of which the first counts."""
DATE = re.compile(r"^\^([+-]?\d+)-(\d\d)-(\d\d)T[\d:]+Z(?:/(\d+))?$")
QUANTITY = re.compile(r"^([+-][\d.]+(?:[eE][+-]?\d+)?)(?:\[[^]]*\])?(Q\d+)?$")
DAY, MONTH, YEAR = 11, 10, 9


class ValueProblem(Exception):
    """A value that cannot be read, or two that cannot be compared."""


def parts(value: str) -> tuple[float, ...]:
    """A date as (year, month, day) as far as it is precise, a quantity as its amount alone."""
    date = DATE.match(value)
    if date is not None:
        precision = int(date[4] or DAY)
        if precision < YEAR:
            raise ValueProblem(f"{value} is vaguer than a year")
        return tuple(float(date[k]) for k in range(1, precision - YEAR + 2))
    quantity = QUANTITY.match(value)
    if quantity is None:
        raise ValueProblem(f"{value} is neither a date nor a quantity")
    return (float(quantity[1]),)


def unit(value: str) -> str:
    """The id of a quantity's unit; empty for a bare number or a date."""
    quantity = QUANTITY.match(value)
    return "" if quantity is None else quantity[2] or ""


def compared(value: str, other: str) -> int:
    """-1, 0 or 1 as a value is less than, the same as or greater than another, as far as both are precise.

    Raises ValueProblem where their units differ.
    """
    if unit(value) != unit(other):
        raise ValueProblem(f"{value} and {other} have different units")
    mine, theirs = parts(value), parts(other)
    common = min(len(mine), len(theirs))
    return (mine[:common] > theirs[:common]) - (mine[:common] < theirs[:common])


def current_value(prop: str, values: list[str], commonest_unit: str) -> str:
    """One of the values that an entity has of a property, by the rule of thumb of the graph's importer.

    Quantities: those in the property's commonest unit, and of them the greatest, the least or the
    (lower) median by the property. Dates: the most precise; of an event in many places the earliest.
    """
    if len(values) == 1:
        return values[0]
    if values[0][0] == "^":
        best = values[0]
        for value in values[1:]:
            if is_better_date(prop, value, best):
                best = value
        return best
    group = sorted([v for v in values if unit(v) == commonest_unit] or values, key=amount)
    if prop in RISING:
        return group[-1]
    return group[0] if prop in FALLING else group[(len(group) - 1) // 2]


def amount(value: str) -> float:
    """The number that a quantity begins with."""
    found = re.match(r"[+-]?[\d.]+(?:[eE][+-]?\d+)?", value)
    if found is None:
        raise ValueProblem(f"{value} is no quantity")
    return float(found[0])


def is_better_date(prop: str, value: str, other: str) -> bool:
    """Whether a date stands for an event better than another date of it."""
    finer = precision(value) - precision(other)
    if prop not in EARLIEST:
        return finer > 0
    years = year(value) - year(other)
    return years < 0 or (years == 0 and (finer > 0 or (finer == 0 and value < other)))


def precision(value: str) -> int:
    """11 for a day, 10 for a month, 9 for a year."""
    found = re.search(r"/(\d+)$", value)
    return DAY if found is None else int(found[1])


def year(value: str) -> int:
    """The year of a date, negative before our era."""
    found = re.match(r"\^([+-]?\d+)", value)
    if found is None:
        raise ValueProblem(f"{value} is no date")
    return int(found[1])
