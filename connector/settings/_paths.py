"""Where things lie. All that an installation keeps is below `CONNECTOR_DATA`; the code never writes beside itself."""

from pathlib import Path

import environ

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent.parent
CONNECTOR_DATA = Path(env.str("CONNECTOR_DATA", default=str(BASE_DIR / "var"))).resolve()
# The key of an installation that was given none by CONNECTOR_SECRET_KEY: put there by `restore`, its owner's alone.
CONNECTOR_KEY_FILE = CONNECTOR_DATA / "secret_key"


def kept_key() -> str:
    """The key in that file; nothing where there is none."""
    try:
        return CONNECTOR_KEY_FILE.read_text().strip()
    except FileNotFoundError:
        return ""
