"""Databases as earlier states left them: `python -m tests.upgrade.states upgraded STATE`. The last line is JSON.

Invariant: a state is a set of migrations, and what stands in it was put there by the models of that state; each table
that the product had by then has a row. Tables of other people's packages are at their newest.
"""

import json
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

import django

django.setup()

from django.apps import apps as installed  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.db.migrations.executor import MigrationExecutor  # noqa: E402
from django.db.migrations.state import StateApps  # noqa: E402
from modelcluster.models import get_serializable_data_for_fields  # noqa: E402

# What every state since the first of these has, and what each added.
BEFORE = {
    "accounts": "0001_initial",
    "asking": "0001_questions_to_groups",
    "cms": "0012_told_of_and_not_asked",
    "council": "0001_first",
    "gaps": "0001_gaps_and_new_words",
    "intake": "0002_imports_and_mappings",
    "matching": "0002_match_token",
    "search": "0006_meanings",
}
ASKED = BEFORE | {
    "cms": "0015_changes_that_wait",
    "claiming": "0001_claims",
    "corrections": "0001_corrections",
    "joining": "0001_new_listings",
    "links": "0001_links_that_were_sent",
    "notifications": "0001_outbox_of_messages",
    "stewardship": "0001_asking_groups",
}
FOLLOWED = ASKED | {
    "cms": "0020_when_a_listing_last_ran",
    "evidence": "0001_whether_listings_run",
    "feeds": "0001_calendars_of_groups",
    "reach": "0002_say_hello",
    "stewardship": "0004_calendars_and_websites_are_seen_to",
    "websites": "0001_websites_of_listings",
}
OFFERED = FOLLOWED | {
    "asking": "0002_they_do_not_know_either",
    "cms": "0021_what_a_patch_names",
    "corrections": "0002_told_by_the_outbox",
    "joining": "0002_where_the_link_goes",
    "notifications": "0003_who_handed_a_listing_over",
    "offers": "0001_offers_by_people",
    "stewardship": "0006_an_account_that_is_a_contact",
}
STATES = {"groups asked": ASKED, "calendars followed": FOLLOWED, "things offered": OFFERED}
OURS = {each.label for each in installed.get_app_configs() if each.name.split(".")[0] in ("cms", "connector", "search")}
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
# What a column needs for its table's own rules, where a value of its kind is not enough.
FITS: dict[str, dict[str, Any]] = {
    "cms_asset": {"live": True},
    # Tuesdays, and not by the terms of an authority that has had one day of school.
    "cms_session": {"days": ["TU"], "weeks_of_month": [], "until": None, "end": time(15, 30), "term_time": False},
    "cms_place": {"lat": 53.7, "lon": -1.9},
    "cms_interestrelation": {"weight": 0.5},
    "links_link": {"expires_at": datetime(2027, 11, 24, 12, tzinfo=UTC)},
}
PAIRS = "cms_possibleduplicate"
DRAFTED = "What somebody wrote and nobody has looked at"
Tables = dict[str, dict[str, dict[str, Any]]]


def upgraded(state: str) -> dict[str, Any]:
    """Make it, upgrade it as a council does, and tell what stood in each of its tables before and after, by key."""
    apps = _at(STATES[state])
    rows = _Rows(apps)
    with transaction.atomic():
        names = [rows.one(model)._meta.db_table for model in _models(apps)]
        _draft(apps, rows.made["cms_asset"])
        before = _tables(names)
    call_command("migrate", verbosity=0)
    left = [name for name in names if name in connection.introspection.table_names()]
    after = _tables(left)
    call_command("fill_dates", verbosity=0)
    return {"before": before, "after": after, "drafted": _drafted(), "dated": _dated()}


def _at(state: dict[str, str]) -> StateApps:
    executor = MigrationExecutor(connection)
    others = [node for node in executor.loader.graph.leaf_nodes() if node[0] not in OURS]
    targets = [*others, *state.items()]
    executor.migrate(targets)
    return executor.loader.project_state(targets).apps


def _models(apps: StateApps) -> Iterator[type[models.Model]]:
    """Those with a table of their own that no page, no picture and no second listing needs."""
    for model in apps.get_models():
        ours = model._meta.app_label in OURS and not model._meta.parents
        if ours and model._meta.db_table != PAIRS and not _is_file(model) and not _needs_picture(model):
            yield model


def _is_file(model: type[models.Model]) -> bool:
    return any(isinstance(field, models.FileField) for field in model._meta.local_fields)


def _needs_picture(model: type[models.Model]) -> bool:
    return any("picture" in field.name and not field.null for field in model._meta.local_fields)


class _Rows:
    """One row of each table, with something in every column that can hold it."""

    def __init__(self, apps: StateApps) -> None:
        self.apps = apps
        self.made: dict[str, models.Model] = {}

    def one(self, model: type[models.Model]) -> models.Model:
        table = model._meta.db_table
        if table not in self.made:
            fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, models.AutoField)]
            values = {field.attname: found for field in fields if (found := self._value(field)) is not None}
            self.made[table] = model._default_manager.create(**values | FITS.get(table, {}))
        return self.made[table]

    def _value(self, field: models.Field) -> Any:
        if isinstance(field, models.ForeignKey):
            return self._related(field)
        if field.choices:
            return next(value for value, _label in field.flatchoices if value != "")
        return _of_kind(field)

    def _related(self, field: models.ForeignKey) -> Any:
        """A row of ours; of other people's tables only where there has to be one. No row points at its own table."""
        to: Any = field.related_model
        if to is field.model:
            return None
        if to._meta.app_label in OURS and not to._meta.parents and not _is_file(to):
            return self.one(to).pk
        return None if field.null else to._default_manager.order_by("pk").values_list("pk", flat=True).first()


def _of_kind(field: models.Field) -> Any:
    """Something of a column's own kind that is not its default."""
    kinds: tuple[tuple[Any, Any], ...] = (
        (models.JSONField, [field.name] if callable(field.default) and field.default() == [] else {field.name: 1}),
        (models.UUIDField, uuid.uuid5(uuid.NAMESPACE_URL, field.name)),
        (models.EmailField, f"{field.name}@tenterclough.example"),
        (models.URLField, f"https://tenterclough.example/{field.name}"),
        (models.CharField, f"{field.name} of a group"[: field.max_length or None]),
        (models.TextField, f"{field.name} of a group"),
        (models.BooleanField, not field.default if isinstance(field.default, bool) else True),
        (models.DateTimeField, NOON),
        (models.DateField, date(2026, 11, 24)),
        (models.TimeField, time(13, 30)),
        (models.FloatField, 0.5),
        (models.BinaryField, b"group"),
        (models.IntegerField, 7),
    )
    return next((value for kind, value in kinds if isinstance(field, kind)), None)


def _draft(apps: StateApps, asset: Any) -> None:
    """A change of the listing that nobody has looked at."""
    content = get_serializable_data_for_fields(asset) | {"pk": asset.pk, "name": DRAFTED}
    kind = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="cms", model="asset")[0]
    made = apps.get_model("wagtailcore", "Revision").objects.create(
        content_type=kind,
        base_content_type=kind,
        object_id=str(asset.pk),
        created_at=NOON,
        object_str=DRAFTED,
        content=json.loads(json.dumps(content, default=str)),
    )
    type(asset).objects.filter(pk=asset.pk).update(latest_revision=made, has_unpublished_changes=True)


def _drafted() -> list[str]:
    """The names of listings, as people see them and as they are drafted, read as the product reads them now."""
    from cms.models import Asset

    asset = Asset.objects.get()
    return [asset.name, asset.get_latest_revision_as_object().name]


def _dated() -> list[int]:
    """The days of the week on which the listing is, by its real dates."""
    from cms.models import ScheduledSession

    return [row.day.weekday() for row in ScheduledSession.objects.all()]


def _tables(names: list[str]) -> Tables:
    return {name: dict(_keyed(name)) for name in names}


def _keyed(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    with connection.cursor() as cursor:
        key = connection.introspection.get_primary_key_column(cursor, name)
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")
        columns = [each[0] for each in cursor.description]
        for row in cursor.fetchall():
            told = dict(zip(columns, row, strict=True))
            yield str(told[key]), told


if __name__ == "__main__":
    print(json.dumps({"upgraded": upgraded}[sys.argv[1]](sys.argv[2]), default=str))
