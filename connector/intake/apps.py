"""Intake: how listings and areas come in from files. Invariant: importing it touches no database."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "connector.intake"
    label = "intake"

    def ready(self) -> None:
        from cms.geo.sources import register_table_source
        from cms.imports.wards import area_rows, areas_version
        from connector.intake import deletions

        register_table_source(area_rows, areas_version)
        deletions.connect()
