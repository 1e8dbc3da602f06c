"""CPU time of `import pbgov` in fresh processes, beside networkx and the bare interpreter."""

import argparse
import subprocess
import sys
from statistics import median

SUBJECTS = {"(bare interpreter)": "", "pbgov": "import pbgov", "networkx": "import networkx"}


def milliseconds(statement: str) -> float:
    """CPU time of one fresh process, from its start until the statement is done."""
    code = f"{statement}\nfrom time import process_time\nprint(process_time())"
    process = subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.PIPE)
    return 1000 * float(process.stdout)


def main() -> None:
    """Measure in turns, so that a slow moment of the machine falls on all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--rounds", type=int, default=21, help="fresh processes for each (default: %(default)s)")
    rounds: int = parser.parse_args().rounds

    for statement in SUBJECTS.values():
        milliseconds(statement)  # the first round writes the byte code
    times: dict[str, list[float]] = {name: [] for name in SUBJECTS}
    for _ in range(rounds):
        for name, statement in SUBJECTS.items():
            times[name].append(milliseconds(statement))

    typical = {name: median(values) for name, values in times.items()}
    bare = typical["(bare interpreter)"]
    heavy = typical["networkx"] - bare
    print(f"{'import':<20}{'ms':>8}{'above bare':>12}{'/ networkx':>12}")
    for name, value in typical.items():
        print(f"{name:<20}{value:>8.1f}{value - bare:>12.1f}{(value - bare) / heavy:>12.2f}")


if __name__ == "__main__":
    main()
