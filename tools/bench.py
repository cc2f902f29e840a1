"""What an evaluation costs against the size of its texts: medians of several runs, and ratios within this run."""

import gc
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from escalation_core import evaluate
from escalation_core.presets import load_preset

ROOT = Path(__file__).resolve().parents[1]
RUNS = 5
WORDS = (625, 1250, 2500, 5000, 10000)
CRITERIA = (10, 20, 40, 80)


def main() -> None:
    """Print two tables: time by words of the situation, and time by number of criteria."""
    presets = [load_preset(path) for path in sorted((ROOT / "criteria").glob("*.toml"))]
    lines = [line for preset in presets for line in preset.criteria.splitlines() if line.startswith(("-", "*", "•"))]
    told = " ".join(example.situation for preset in presets for example in preset.examples)
    evaluate(_policy(lines, 2), told[:200])
    print(f"40 criteria, by words of the situation (median of {RUNS})")
    _table([(count, _timed(lines, told, 40, count)) for count in WORDS])
    print(f"\n2,500 words, by number of criteria (median of {RUNS})")
    _table([(count, _timed(lines, told, count, 2500)) for count in CRITERIA])


def _policy(lines: list[str], count: int) -> str:
    return "Escalate if:\n" + "\n".join((lines * (count // len(lines) + 1))[:count])


def _timed(lines: list[str], told: str, criteria: int, words: int) -> float:
    stock = told.split(" ")
    situation = " ".join((stock * (words // len(stock) + 1))[:words])
    return _median(lambda: evaluate(_policy(lines, criteria), situation))


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        gc.collect()
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
    return median(times)


def _table(rows: list[tuple[int, float]]) -> None:
    size, time = rows[0]
    print(f"{'size':>8} {'seconds':>9} {'size ×':>8} {'time ×':>8}")
    for count, seconds in rows:
        print(f"{count:>8} {seconds:>9.3f} {count / size:>8.1f} {seconds / time:>8.1f}")


if __name__ == "__main__":
    main()
