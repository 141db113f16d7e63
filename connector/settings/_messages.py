"""Messages to people: who carries them, when they are left in peace, how long we know that one was sent."""

from connector.settings._paths import env

# Channel -> carrier: mail, notify, console or none.
CONNECTOR_CHANNELS = {
    "email": env.str("CONNECTOR_EMAIL_BY", default="mail"),
    "text": env.str("CONNECTOR_TEXT_BY", default="none"),
    "letter": env.str("CONNECTOR_LETTER_BY", default="none"),
}
CONNECTOR_NOTIFY = {
    "key": env.str("NOTIFY_API_KEY", default=""),
    "url": env.str("NOTIFY_URL", default="https://api.notifications.service.gov.uk"),
    # email=…,text=…,letter=…
    "templates": env.dict("NOTIFY_TEMPLATES", default={}),
}
# By the clock of TIME_ZONE; empty for none. What is urgent goes all the same.
CONNECTOR_QUIET_HOURS = env.str("CONNECTOR_QUIET_HOURS", default="20:00-08:00")
CONNECTOR_MESSAGES_DAYS = env.int("CONNECTOR_MESSAGES_DAYS", default=90)
# Whether groups are asked by themselves, twice a year, if their listings are still right.
CONNECTOR_ASK_GROUPS = env.bool("CONNECTOR_ASK_GROUPS", default=True)
# Weeks from the first message to each of three reminders, one after another, and from the last to a connector.
CONNECTOR_REMINDER_WEEKS = env.list("CONNECTOR_REMINDER_WEEKS", cast=int, default=[2, 3, 4, 3])
