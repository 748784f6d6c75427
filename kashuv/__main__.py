"""`python -m kashuv` is `kashuv`."""

import sys

from kashuv.cli import main

sys.exit(main())
