from django.apps import AppConfig


class StewardshipConfig(AppConfig):
    name = "connector.stewardship"
    label = "stewardship"

    def ready(self) -> None:
        from cms.page_parts import MY_LISTING, show_on
        from connector.notifications.duties import register
        from connector.stewardship import message, own_way, page
        from connector.stewardship.asking import ask_due
        from connector.stewardship.enquiring import message as enquiry
        from connector.stewardship.enquiring import page as enquiry_page
        from connector.stewardship.enquiring.asking import enquire_due

        for each in (message, page, enquiry, enquiry_page):
            each.connect()
        show_on(MY_LISTING, own_way.on_my_listing)
        register("ask groups whether they are still right", ask_due)
        register("ask groups what people need to know", enquire_due)
