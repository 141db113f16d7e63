"""Logs: one structured line an event on standard error. Words that people type, names and places never go into one."""

import structlog

from connector.core.log_lines import without_addresses, without_links

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "structured": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.KeyValueRenderer(key_order=["event"]),
                without_addresses,
                without_links,
            ],
            "foreign_pre_chain": [structlog.stdlib.add_log_level],
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "structured"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "connector": {"level": "INFO"},
        "cms": {"level": "INFO"},
        "search": {"level": "INFO"},
        # Its lines carry the whole request line, query string included: what a person typed stays out of the log.
        "django.server": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "axes": {"level": "WARNING"},
        # They name hosts; what goes wrong is told by `search` without.
        "elastic_transport": {"level": "CRITICAL"},
        "elasticsearch": {"level": "CRITICAL"},
        # Its lines quote what Notify says, which may hold a telephone number.
        "notifications_python_client": {"level": "CRITICAL"},
    },
}

structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
