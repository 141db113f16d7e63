from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "connector.evidence"
    label = "evidence"

    def ready(self) -> None:
        from cms.page_parts import EDIT_PAGE, MY_LISTING, show_on
        from connector.evidence import message, page
        from connector.evidence.asking import do_day
        from connector.evidence.on_pages import on_edit_page, on_listing, on_my_listing
        from connector.evidence.on_still_right import beside, press
        from connector.notifications.duties import register
        from connector.stewardship.more import offer

        message.connect()
        page.connect()
        register("ask whether groups ran", do_day)
        show_on("Asset", on_listing)
        show_on(MY_LISTING, on_my_listing)
        show_on(EDIT_PAGE, on_edit_page)
        offer("after sessions", beside, press)
