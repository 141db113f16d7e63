from django.apps import AppConfig


class SharingConfig(AppConfig):
    name = "connector.sharing"
    label = "sharing"

    def ready(self) -> None:
        from cms.page_parts import show_on
        from connector.sharing.showing import PARTS

        for page_type, part in PARTS.items():
            show_on(page_type, part)
