from django.apps import AppConfig


class JoiningConfig(AppConfig):
    name = "connector.joining"
    label = "joining"

    def ready(self) -> None:
        from datetime import timedelta

        from django.conf import settings

        from cms.page_parts import EDIT_PAGE, MY_LISTING, show_on
        from connector.joining import daily, door_views, doors, letters, receivers, written_to
        from connector.joining.on_edit_page import on_edit_page
        from connector.joining.on_my_listing import on_my_listing
        from connector.links.purposes import Purpose, register

        for each in (receivers, daily, written_to, letters):
            each.connect()
        show_on(EDIT_PAGE, on_edit_page)
        show_on(MY_LISTING, on_my_listing)
        lasts = timedelta(days=settings.CONNECTOR_UNFINISHED_DAYS)
        register(Purpose(doors.RESUME, lasts, show=door_views.show_carry_on, press=door_views.carry_on))
        register(Purpose(doors.AGREE, lasts, show=door_views.agree, press=door_views.agree))
