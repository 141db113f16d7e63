"""Figures that are told, not asserted: how long things take on the machine at hand."""
