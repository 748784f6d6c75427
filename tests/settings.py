"""The settings of all tests: the house's own, in a folder that no other worker has and that is gone afterwards."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_memory = Path("/dev/shm")  # a disk would only slow the tests down
_data = Path(
    tempfile.mkdtemp(prefix=f"kashuv-tests-{os.getpid()}-", dir=_memory if _memory.is_dir() else None)
)
atexit.register(shutil.rmtree, _data, ignore_errors=True)
(_data / "static").mkdir()
os.environ["KASHUV_DATA"] = str(_data)
os.environ["KASHUV_SECRET_KEY"] = "a secret for tests alone, long enough for anyone"
os.environ["KASHUV_PRIVATE_NETWORKS"] = "127.0.0.1"  # where the tests' own servers stand
os.environ["DJANGO_SETTINGS_MODULE"] = "kashuv.config.settings"  # what a child process goes by

from kashuv.config.settings import *  # noqa: E402, F403
from kashuv.config.settings import DATABASES  # noqa: E402

if DATABASES["default"]["ENGINE"].endswith(
    "sqlite3"
):  # a file, since each thread of the browser's tests opens it anew
    DATABASES["default"]["TEST"] = {"NAME": str(_data / "tests.sqlite3")}
