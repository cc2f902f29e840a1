"""`python -m escalation_core`: the command line."""

import sys

from escalation_core.cli import main

sys.exit(main())
