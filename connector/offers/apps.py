from django.apps import AppConfig


class OffersConfig(AppConfig):
    name = "connector.offers"
    label = "offers"

    def ready(self) -> None:
        from connector.notifications.duties import register
        from connector.offers import letters, link_page
        from connector.offers.daily import see_to_offers

        letters.connect()
        link_page.connect()
        register("ask about people's offers, end and forget them", see_to_offers)
