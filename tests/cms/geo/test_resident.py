"""What a process pays for the gazetteer: little memory, and no library that a look-up does not need."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SAMPLES = [Path(__file__).parent / name for name in ("sample_postcodes.csv", "sample_places.csv")]

LOOK_UPS = """
import sys
texts = [line.split(",")[0] for path in sys.argv[1:] for line in open(path, encoding="utf-8").read().splitlines()[1:]]
def resident():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS"))
before = resident()
from cms.geo.national import NationalGazetteer
gazetteer = NationalGazetteer()
for turn in range(4):
    for text in texts:
        assert gazetteer.find(text).label
heavy = sorted({"numpy", "geopy", "rapidfuzz", "django"} & sys.modules.keys())
print(resident() - before, *heavy)
"""


@pytest.mark.processes
def test_a_process_grows_by_less_than_30_megabytes_and_loads_no_heavy_library() -> None:
    command = [sys.executable, "-c", LOOK_UPS, *map(str, SAMPLES)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    kilobytes, *heavy = done.stdout.split()
    assert int(kilobytes) < 30 * 1024
    assert heavy == []
