"""Where things lie. All that an installation keeps is below `CONNECTOR_DATA`; the code never writes beside itself."""

from pathlib import Path

import environ

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent.parent
CONNECTOR_DATA = Path(env.str("CONNECTOR_DATA", default=str(BASE_DIR / "var"))).resolve()
