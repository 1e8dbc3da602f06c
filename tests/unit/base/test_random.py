from __future__ import annotations

import hashlib
import random
from typing import Any

import pytest

from pbgov.base import Generator
from pbgov.errors import InvalidValueError

# https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64, from the reference code of Sebastiano Vigna
PUBLISHED = (
    6457827717110365317,
    3203168211198807973,
    9817491932198370423,
    4593380528125082431,
    16408922859458223821,
)


def test_the_published_numbers_of_splitmix64() -> None:
    chance = Generator(1234567)
    assert tuple(chance.bits() for _ in PUBLISHED) == PUBLISHED


def test_many_numbers_are_those_of_shake_128_from_one_draw() -> None:
    chance = Generator(1234567)
    pages = hashlib.shake_128(PUBLISHED[0].to_bytes(8, "little")).digest(24)
    assert chance.many(3) == tuple(int.from_bytes(pages[i : i + 8], "little") for i in (0, 8, 16))
    assert chance.many(0) == ()
    assert chance.bits() == PUBLISHED[2]


def test_a_number_below_n_is_the_upper_half_scaled() -> None:
    chance = Generator(1234567)
    assert [chance.below(n) for n in (2**32, 1, 10, 2, 0)] == [
        PUBLISHED[0] >> 32,
        0,
        (PUBLISHED[2] >> 32) * 10 >> 32,
        (PUBLISHED[3] >> 32) * 2 >> 32,
        0,
    ]


def test_a_shuffle_is_fisher_and_yates() -> None:
    items, chance, drawn = list("abcdef"), Generator(5), Generator(5)
    chance.shuffle(items)
    expected = list("abcdef")
    for last in (5, 4, 3, 2, 1):
        other = drawn.below(last + 1)
        expected[last], expected[other] = expected[other], expected[last]
    assert items == expected
    assert sorted(items) == list("abcdef")
    assert items != list("abcdef")


def test_a_random_gives_exactly_one_draw_of_64_bits() -> None:
    one, other = random.Random(7), random.Random(7)
    assert Generator(one).bits() == Generator(other.getrandbits(64)).bits()
    assert one.random() == other.random()


@pytest.mark.parametrize("rng", [0, 2**64 - 1])
def test_both_ends_of_the_seed(rng: int) -> None:
    assert 0 <= Generator(rng).bits() < 2**64


@pytest.mark.parametrize(
    "rng", [-1, 2**64, True, 1.5, "7", None, random, random.Random, pytest.param(10**5000, id="vast")]
)
def test_what_is_no_seed(rng: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"a seed is a whole number.* / 随机种子应为") as caught:
        Generator(rng)
    assert caught.value.culprits == (rng,)


def test_a_random_of_a_class_of_its_own_draws_in_its_own_way() -> None:
    class Dice(random.Random):
        def getrandbits(self, k: int, /) -> int:
            return k

    assert Generator(Dice()).bits() == Generator(64).bits()
