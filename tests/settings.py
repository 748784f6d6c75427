"""The settings of all tests: the house's own, in a data folder that no other worker has and that is gone afterwards."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_data = Path(tempfile.mkdtemp(prefix="kashuv-tests-"))
atexit.register(shutil.rmtree, _data, ignore_errors=True)
(_data / "static").mkdir()
os.environ["KASHUV_DATA"] = str(_data)
os.environ["KASHUV_SECRET_KEY"] = "a secret for tests alone, long enough for anyone"
os.environ["DJANGO_SETTINGS_MODULE"] = "kashuv.config.settings"  # what a child process goes by

from kashuv.config.settings import *  # noqa: E402, F403
