"""Numbers that stand in the database or in this process when somebody asks for them, beside those that are counted.

Invariant: asks no engine; whichever process is asked tells the same of the indexes.
"""

from collections.abc import Iterator

from django.utils import timezone
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from search.health.looking import degraded_since, standings


class IndexGauges(Collector):
    """Where each index stands, and whether the process that is asked has found its main engine away."""

    def collect(self) -> Iterator[Metric]:
        now, rows = timezone.now(), standings()
        labels = ["index", "host"]
        waiting = GaugeMetricFamily("connector_index_waiting", "Listings with a change that waits.", labels=labels)
        oldest = GaugeMetricFamily("connector_index_oldest_seconds", "Age of the oldest such change.", labels=labels)
        refused = GaugeMetricFamily("connector_index_refused", "Listings that the index refuses.", labels=labels)
        trouble = GaugeMetricFamily("connector_index_trouble", "Whether changes cannot be brought in.", labels=labels)
        for row in rows:
            whose = (row.index, row.host)
            waiting.add_metric(whose, row.waiting)
            oldest.add_metric(whose, (now - row.oldest).total_seconds() if row.oldest else 0)
            refused.add_metric(whose, row.refused)
            trouble.add_metric(whose, bool(row.trouble))
        yield from (waiting, oldest, refused, trouble)
        spare = GaugeMetricFamily("connector_search_degraded", "Whether the process that was asked uses its spare.")
        spare.add_metric([], degraded_since() is not None)
        yield spare
