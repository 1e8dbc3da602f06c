"""Strategies for ledgers: legs, transfers, limits, units, powers, and ledgers with some of them done.

Accounts, resources and days come from small sets, so that what is asked for is often there and often not.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from hypothesis import strategies as st

from pbgov.errors import IllegalEventError
from pbgov.rules import Ledger, Leg, Limit, OpenUnit, Power, Token, Transfer, token_of
from pbgov.testing._base import bases

ACCOUNTS: Final = ("bureau", "street", "community")
RESOURCES: Final = ("staff", "yuan_a_year")
FIRST: Final = date(2018, 1, 1)
_BASES: Final = bases()
_MATTER: Final = "agency_heads"
DECIDING: Final = Token(_MATTER, Power.DECIDE).resource
CONSENTING: Final = Token(_MATTER, Power.CONSENT).resource
CREDITS: Final = "credits"


def near_days() -> st.SearchStrategy[date]:
    """Days close together, so that spans overlap."""
    return st.integers(0, 9).map(lambda n: FIRST + timedelta(n))


@st.composite
def legs(
    draw: st.DrawFn,
    accounts: Sequence[str] = ACCOUNTS,
    *,
    resources: Sequence[str] = RESOURCES,
    max_amount: int = 9,
    dated: bool = False,
) -> Leg:
    """Legs between two different accounts.

    Args:
        draw: Given by Hypothesis.
        accounts: Two or more.
        resources: What may move; a power moves as one.
        max_amount: Most that moves.
        dated: Whether it may move from a day on, and until another.
    """
    giver = draw(st.sampled_from(accounts))
    taker = draw(st.sampled_from([account for account in accounts if account != giver]))
    resource = draw(st.sampled_from(resources))
    amount = 1 if token_of(resource) else draw(st.integers(1, max_amount))
    start = draw(st.none() | near_days()) if dated else None
    end = draw(st.none() | st.integers(1, 5).map(lambda n: start + timedelta(n))) if start else None
    return Leg(giver=giver, taker=taker, resource=resource, amount=amount, start=start, end=end)


@st.composite
def transfers(
    draw: st.DrawFn,
    elements: st.SearchStrategy[Leg] | None = None,
    *,
    names: st.SearchStrategy[str] | None = None,
    max_size: int = 3,
) -> Transfer:
    """Transfers of one to ``max_size`` legs, some to be started by a day.

    Args:
        draw: Given by Hypothesis.
        elements: Their legs.
        names: Their identifiers; by default ``t0`` to ``t9``.
        max_size: Most legs.
    """
    return Transfer(
        id=draw(st.integers(0, 9).map("t{}".format) if names is None else names),
        legs=tuple(draw(st.lists(legs() if elements is None else elements, min_size=1, max_size=max_size))),
        basis=draw(_BASES),
        start=draw(st.none() | near_days()),
    )


@st.composite
def limits(draw: st.DrawFn, accounts: Sequence[str] = ACCOUNTS, *, resources: Sequence[str] = RESOURCES) -> Limit:
    """Floors and caps, always in force or over some days.

    Args:
        draw: Given by Hypothesis.
        accounts: Whose.
        resources: Of what.
    """
    start = draw(st.none() | near_days())
    floor = draw(st.integers(-3, 3))
    return Limit(
        account=draw(st.sampled_from(accounts)),
        resource=draw(st.sampled_from(resources)),
        floor=floor,
        cap=draw(st.none() | st.integers(floor, 25)),
        start=start,
        end=draw(st.none() | st.integers(1, 9).map(lambda n: (start or FIRST) + timedelta(n))),
    )


def open_units(accounts: Sequence[str] = ACCOUNTS, *, resource: str = CREDITS) -> st.SearchStrategy[OpenUnit]:
    """Units that the first account issues, and the last redeems or not."""
    redeemers = st.sampled_from(((), (accounts[-1],)))
    return st.builds(OpenUnit, resource=st.just(resource), issuers=st.just((accounts[0],)), redeemers=redeemers)


def tokens() -> st.SearchStrategy[Token]:
    """Powers of any strength over a few matters."""
    return st.builds(Token, st.sampled_from((_MATTER, "year_end_grade")), st.sampled_from(tuple(Power)[1:]))


@st.composite
def openings(draw: st.DrawFn, *, accounts: Sequence[str] = ACCOUNTS, resources: Sequence[str] = RESOURCES) -> Ledger:
    """Ledgers on which nothing was done yet: with floors, caps, an open unit and a power to decide, or without.

    Args:
        draw: Given by Hypothesis.
        accounts: Who may hold something.
        resources: What may be held.
    """
    balances = {(account, resource): draw(st.integers(3, 20)) for account in accounts for resource in resources}
    kept: list[Limit] = []
    for limit in draw(st.lists(limits(accounts, resources=resources), max_size=2)):
        held = balances[limit.account, limit.resource]
        clash = any((one.account, one.resource) == (limit.account, limit.resource) for one in kept)
        if not clash and (limit.cap is None or held <= limit.cap):
            kept.append(limit)
    units = draw(st.lists(open_units(accounts), max_size=1))
    if draw(st.booleans()):
        balances[draw(st.sampled_from(accounts)), DECIDING] = 1
    return Ledger(balances, limits=kept, units=units, grace=draw(st.integers(0, 2)))


@st.composite
def ledgers(
    draw: st.DrawFn,
    *,
    accounts: Sequence[str] = ACCOUNTS,
    resources: Sequence[str] = RESOURCES,
    max_size: int = 4,
) -> Ledger:
    """Ledgers with up to ``max_size`` transfers under way, done, given up or booked back.

    Args:
        draw: Given by Hypothesis.
        accounts: Who may hold something.
        resources: What may be held.
        max_size: Most transfers.
    """
    ledger = draw(openings(accounts=accounts, resources=resources))
    acts = st.sampled_from(("reserve", "start", "reject", "reverse"))
    moved = legs(accounts, resources=resources, dated=True)
    for number, (leg, act, basis) in enumerate(draw(st.lists(st.tuples(moved, acts, _BASES), max_size=max_size))):
        name = f"t{number}"
        try:
            ledger = ledger.submit(Transfer(id=name, legs=(leg,), basis=basis))
            if act == "reject":
                ledger = ledger.reject(name)
            elif act != "reserve":
                ledger = ledger.start(name)
                ledger = ledger.reverse(name) if act == "reverse" else ledger
        except IllegalEventError:  # too little there, or no room: it stays as far as it came
            continue
    return ledger
