"""How many planted flaws does static analysis find, with no false alarm, and do its witnesses reproduce?"""

from collections import Counter
from collections.abc import Iterator

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pbgov.model import COLUMNS
from pbgov.rules import Flaw, RulePack, analyse, reproduces
from pbgov.testing import MUTATIONS, Planted, flawed_packs, sound_packs

Row = tuple[str, str, str, str]
EACH = 60


def planted() -> Counter[str]:
    """Plant every kind of flaw many times, and count what comes of it."""
    seen: Counter[str] = Counter()
    many = settings(
        max_examples=EACH, phases=[Phase.generate], database=None, deadline=None, derandomize=True,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip

    def plant(flaw: Flaw) -> None:
        @many
        @given(flawed_packs(st.just(flaw)))
        def count(flawed: tuple[RulePack, Planted]) -> None:
            pack, wanted = flawed
            defects = analyse(pack, tables=COLUMNS)
            seen["planted"] += 1
            seen["found"] += (wanted.code, wanted.subject) in {(one.flaw.value, one.subject) for one in defects}
            seen["false alarms"] += sum(
                (one.flaw.value, one.subject) != (wanted.code, wanted.subject) for one in defects
            )
            seen["witnesses that do not reproduce"] += sum(not reproduces(pack, one) for one in defects)

        count()

    @many
    @given(sound_packs())
    def alarm(pack: RulePack) -> None:
        seen["false alarms"] += len(analyse(pack, tables=COLUMNS))

    for flaw in MUTATIONS:
        plant(flaw)
    alarm()
    return seen


def rows() -> Iterator[Row]:
    """Give the rows of the table of the room."""
    seen = planted()
    yield f"planted flaws of {len(MUTATIONS)} kinds found", "100 %", "", f"{seen['found']} of {seen['planted']}"
    yield (
        "  false alarms; witnesses that do not reproduce",
        "0; 0",
        "",
        (f"{seen['false alarms']}; {seen['witnesses that do not reproduce']}"),
    )


if __name__ == "__main__":
    for row in rows():
        print(*row)
