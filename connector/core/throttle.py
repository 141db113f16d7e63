"""How often somebody who is not signed in may ask the API.

Invariant: counted in each process for itself. Asking is common and reads only; a row written for each request would
make searches wait for the database. What must be counted together (tries to sign in) is counted in the shared cache.
"""

from django.core.cache import caches
from rest_framework.throttling import AnonRateThrottle


class VisitorThrottle(AnonRateThrottle):
    cache = caches["local"]
