"""What goes wrong between here and the server, said so that somebody can do something about it.

Invariant: the sentences name no host, credential or word of a query; the first cause stays attached to the exception.
A partial answer is a fault: half of the listings would look like all of them.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from elasticsearch import ApiError, BadRequestError, NotFoundError, TransportError, UnsupportedProductError
from elasticsearch.helpers import BulkIndexError

from search.engines.base import EngineUnavailable, RequestRefused

NO_INDEX = "There is no search index yet. Run manage.py search_rebuild."
NO_ANSWER = "The search server does not answer. See that it runs and can be reached."
NOT_UNDERSTOOD = "What answered in place of the search server is not one. See where ELASTICSEARCH_URL leads."
PARTIAL = "The search server answered only in part. See the health of its cluster."
SENTENCES = {
    401: "The search server does not know our key. See ELASTICSEARCH_API_KEY, or user and password.",
    403: "The search server does not let us do this. See the role of our key.",
    429: "The search server has more to do than it can. Try again in a while.",
    503: "The search server is not ready. See the health of its cluster.",
}
NO_ROOM = "The search server takes no changes now. They wait, and are brought in when it does."
REFUSED = "The search server refused what it was asked (status {status})."


@contextmanager
def said_plainly() -> Iterator[None]:
    """Whatever the client complains about in the block becomes EngineUnavailable."""
    try:
        yield
    except EngineUnavailable:
        raise
    except NotFoundError as error:
        raise EngineUnavailable(NO_INDEX) from error
    except UnsupportedProductError as error:
        raise EngineUnavailable(NOT_UNDERSTOOD) from error
    except BadRequestError as error:
        raise RequestRefused(REFUSED.format(status=error.status_code)) from error
    except ApiError as error:
        raise EngineUnavailable(SENTENCES.get(error.status_code, REFUSED.format(status=error.status_code))) from error
    except (TransportError, BulkIndexError) as error:
        raise EngineUnavailable(NO_ANSWER) from error
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        # An answer without what it must have: something else is talking.
        raise EngineUnavailable(NOT_UNDERSTOOD) from error


def complete(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """The answer, when all shards gave theirs in time."""
    shards = answer["_shards"]
    if answer.get("timed_out") or shards["failed"] or shards["successful"] < shards["total"]:
        raise EngineUnavailable(PARTIAL)
    return answer


def shown(answer: Mapping[str, Any]) -> None:
    """Whether a batch is shown by every copy that there is: one that was not reached would answer as it was before."""
    if answer["_shards"]["failed"]:
        raise EngineUnavailable(PARTIAL)
