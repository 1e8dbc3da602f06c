"""Groups that are joined two by two: a list that leads each member to the one that stands for its group."""

from __future__ import annotations


def leader(groups: list[int], one: int) -> int:
    """Give the member that stands for a group."""
    while groups[one] != one:
        groups[one] = groups[groups[one]]
        one = groups[one]
    return one


def join(groups: list[int], one: int, other: int) -> bool:
    """Make one group of two; tell whether they were apart."""
    first, second = sorted((leader(groups, one), leader(groups, other)))
    groups[second] = first
    return first != second
