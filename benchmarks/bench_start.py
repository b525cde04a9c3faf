"""Times the start from source: process begun, window painted, chart painted and ready to type.

Run it warm, on an otherwise idle machine. An applicant with three targets and 100 listed
programs is opened; the best and the median of the runs are printed.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
MOMENTS = ("painted", "library open", "chart made", "ready to type", "complete")


def main() -> None:
    """Print a line a moment: best, median, and the resident memory at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory(prefix="smartpick-bench-") as folder:
        _make_library(Path(folder))
        _start(folder)  # warms the disk cache and compiles
        times = [_start(folder) for _ in range(runs)]
    where = "on a screen" if os.environ.get("DISPLAY") else "offscreen"
    print(f"start from source, {runs} runs, {where}")
    for moment in MOMENTS:
        values = sorted(run[moment] for run in times)
        middle = statistics.median(values)
        print(f"  {moment:18} best {values[0]:6.0f} ms   median {middle:6.0f} ms")
    print(f"  importing QtWidgets alone, to know the machine by: best {_yardstick():.0f} ms")
    print(f"  resident memory    {max(run['rss'] for run in times):6.0f} MB")


def _yardstick(runs: int = 5) -> float:
    """Milliseconds, the best of `runs`, of a process that imports QtWidgets and ends."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        command = [sys.executable, "-c", "import PySide6.QtWidgets"]
        subprocess.run(command, check=True)  # noqa: S603  our own interpreter
        times.append((time.perf_counter() - begun) * 1000)
    return min(times)


def _make_library(folder: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[2])\n"
        "from benchmarks._samples import make_library; make_library(sys.argv[1])"
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    subprocess.run(  # noqa: S603  our own interpreter
        [sys.executable, "-c", code, str(folder), str(ROOT)], check=True, env=environment
    )


def _start(folder: str) -> dict[str, float]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(SOURCE),
        "SMARTPICK_DATA_DIR": folder,
        "SMARTPICK_MARKS": "1",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not environment.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    begun = time.clock_gettime(time.CLOCK_MONOTONIC) * 1000
    process = subprocess.Popen(
        [sys.executable, "-m", "smartpick_desktop"],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    found: dict[str, float] = {}
    try:
        for line in process.stdout or ():
            moment, _, at = line.rpartition(": ")
            found[moment] = float(at) - begun
            if moment == MOMENTS[-1]:
                break
        found["rss"] = _resident_megabytes(process.pid)
    finally:
        process.kill()
        process.wait()
    return found


def _resident_megabytes(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
