"""`python -m tests.measuring.slow_lines`: what a first view weighs, and how soon something is on it, on poor lines.

The demonstration borough behind a real server on loopback, Debian's Chromium with nothing kept from before, its
processor slowed to a quarter, its line to what is told. Medians of `ROUNDS`. Aims: 100 kB without the map; first
content within 1.5 s at 150 ms and 1.6 Mbit/s, within 3 s at 400 ms and 400 kbit/s.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import CHROMIUM
from tests.processes.installation import Installation

ROUNDS: Final = 5
SLOWER: Final = 4
MAP: Final = ("/map", "leaflet", "outlines")
"""What belongs to the map, in addresses."""
FIRST_CONTENT: Final = "performance.getEntriesByName('first-contentful-paint').map(entry => entry.startTime)[0] ?? 0"


@dataclass(frozen=True, slots=True)
class Line:
    """`latency`: milliseconds there and back; `rate`: bytes a second."""

    name: str
    latency: int
    rate: float


LINES: Final = (
    Line("150 ms, 1.6 Mbit/s", 150, 1_600_000 / 8),
    Line("400 ms, 400 kbit/s", 400, 400_000 / 8),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        installation = Installation(Path(folder))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            address = installation.serve()
            print("| page | kB, first view | of it the map |", *(f"{line.name}: first content, s |" for line in LINES))
            print("| --- |", *("--- |" for _ in range(2 + len(LINES))))
            for name, path in _pages(browser, address).items():
                _row(browser, address + path, name)
        finally:
            browser.close()
            installation.end()


def _pages(browser: Browser, address: str) -> dict[str, str]:
    """Front page, a search, the first listing that it finds."""
    page = browser.new_page()
    search = "/search/?q=embroidery&near=ZM1+2SA"
    page.goto(address + search)
    listing = page.locator("h2 a[href^='/listings/']").first.get_attribute("href") or ""
    page.close()
    return {"front page": "/", "search": search, "listing": listing}


def _row(browser: Browser, url: str, name: str) -> None:
    looks = {line.name: [_look(browser, url, line) for _ in range(ROUNDS)] for line in LINES}
    _, whole, of_map = looks[LINES[0].name][0]
    seconds = (f"{median(first for first, _, _ in each) / 1000:.2f} |" for each in looks.values())
    print(f"| {name} | {(whole - of_map) / 1000:.0f} | {of_map / 1000:.0f} |", *seconds, flush=True)


def _look(browser: Browser, url: str, line: Line) -> tuple[float, float, float]:
    """Milliseconds until the first content, bytes that came in all, bytes of the map."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    addresses: dict[str, str] = {}
    sizes: dict[str, float] = {}

    def asked(event: dict[str, Any]) -> None:
        addresses[event["requestId"]] = event["request"]["url"]

    def came(event: dict[str, Any]) -> None:
        sizes[event["requestId"]] = event["encodedDataLength"]

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", came)
    session.send("Network.enable")
    shaped = {"offline": False, "latency": line.latency, "downloadThroughput": line.rate, "uploadThroughput": line.rate}
    session.send("Network.emulateNetworkConditions", shaped)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(url, wait_until="networkidle")
    first = float(page.evaluate(FIRST_CONTENT))
    context.close()
    of_map = sum(size for key, size in sizes.items() if any(part in addresses[key] for part in MAP))
    return first, sum(sizes.values()), of_map


if __name__ == "__main__":
    main()
