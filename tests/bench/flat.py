"""One flat row for each listing, for the competitors. Invariant: made from the catalogue alone, all of it each time."""

from django.db import connection

from tests.bench.models import FlatListing

_FILL = (
    "INSERT INTO bench_flatlisting(asset_id, name, text, kind, free, lat, lon)"
    " SELECT a.id, a.name, a.summary || ' ' || a.description || ' ' || coalesce((SELECT group_concat(i.label, ' ')"
    " FROM cms_assetinterest t JOIN cms_interest i ON i.id = t.interest_id WHERE t.asset_id = a.id), ''),"
    " a.kind, a.cost = 'free', (SELECT p.lat FROM cms_assetplace ap JOIN cms_place p ON p.id = ap.place_id"
    " WHERE ap.asset_id = a.id ORDER BY ap.id LIMIT 1), (SELECT p.lon FROM cms_assetplace ap"
    " JOIN cms_place p ON p.id = ap.place_id WHERE ap.asset_id = a.id ORDER BY ap.id LIMIT 1)"
    " FROM cms_asset a WHERE a.live"
)


def fill_flat() -> int:
    """Make and fill the table. How many rows."""
    tables = connection.introspection.table_names()
    with connection.schema_editor() as editor:
        if FlatListing._meta.db_table in tables:
            editor.delete_model(FlatListing)
        editor.create_model(FlatListing)
    with connection.cursor() as cursor:
        cursor.execute(_FILL)
    return FlatListing.objects.count()
