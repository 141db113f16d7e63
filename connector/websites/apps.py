from django.apps import AppConfig


class WebsitesConfig(AppConfig):
    name = "connector.websites"
    label = "websites"

    def ready(self) -> None:
        from cms.page_parts import MY_LISTING, show_on
        from connector.notifications.duties import register
        from connector.websites.checking import check_due
        from connector.websites.on_my_listing import on_my_listing

        show_on(MY_LISTING, on_my_listing)
        register("look whether websites are there", check_due, outside=True)
