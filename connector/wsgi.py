"""The entry point for web servers. On a laptop threads of the server keep the index fresh, send messages and
look at calendars and websites; a council runs its own."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connector.settings.development")
application = get_wsgi_application()

if os.environ.get("CONNECTOR_IN_PROCESS_WORKER") == "1":
    from connector.notifications.outside import OutsideWorker
    from connector.notifications.worker import MessageWorker
    from search.refresh import start_worker

    start_worker()
    MessageWorker().start()
    OutsideWorker().start()
