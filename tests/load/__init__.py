"""How the product stands many people at once: `make bench-load`. Nothing here is part of the suites."""
