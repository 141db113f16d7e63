"""E-mail through the mail server of the settings (`EMAIL_URL`).

Invariant: SMTP has no word by which a message is known again, so one whose sending was broken off may have gone, and is
never sent a second time. Where the server was not reached, or said no, it surely did not go.
Sources: RFC 5321, section 4.2.1 (what the first figure of an answer means); RFC 2369 and RFC 8058 (stopping).
"""

from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from connector.notifications.channels.base import Outgoing
from connector.notifications.deciding import Answer, Outcome

AWAY: Final = Outcome(Answer.LATER, "The mail server does not answer.")
BROKEN_OFF: Final = Outcome(Answer.UNKNOWN, "The mail server went away while it took the message.")
NO_SUCH: Final = Outcome(Answer.BOUNCED, "The mail server says that nobody has this address.")
FOR_GOOD: Final = 500


class MailCarrier:
    def send(self, outgoing: Outgoing) -> Outcome:
        if outgoing.channel != "email":
            return Outcome(Answer.NEVER, "E-mail carries e-mail alone.")
        connection = get_connection(settings.CONNECTOR_EMAIL_BACKEND, fail_silently=False)
        try:
            connection.open()
        except (OSError, SMTPException):
            return AWAY
        try:
            connection.send_messages([_message(outgoing)])
        except SMTPRecipientsRefused as problem:
            codes = [code for code, _ in problem.recipients.values()]
            return NO_SUCH if all(code >= FOR_GOOD for code in codes) else _said_no(min(codes))
        except SMTPResponseException as problem:
            return _said_no(problem.smtp_code)
        except (OSError, SMTPException):
            return BROKEN_OFF
        except ValueError:  # a header that cannot be one
            return Outcome(Answer.NEVER, "The address or the subject cannot be written into an e-mail.")
        finally:
            connection.close()
        return Outcome(Answer.SENT)

    def became(self, reference: str) -> Outcome | None:
        return None


def _message(outgoing: Outgoing) -> EmailMultiAlternatives:
    words, host = outgoing.words, urlsplit(settings.CONNECTOR_BASE_URL).hostname
    headers = {
        "Message-ID": f"<{outgoing.reference}@{host}>",
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{words.stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    message = EmailMultiAlternatives(words.subject, words.text, None, [outgoing.to], headers=headers)
    message.attach_alternative(words.html, "text/html")
    return message


def _said_no(code: int) -> Outcome:
    answer = Answer.NEVER if code >= FOR_GOOD else Answer.LATER
    return Outcome(answer, f"The mail server did not take it (answer {code}).")
