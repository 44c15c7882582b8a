"""Lets `python -m dashboard` do what `outturn` does."""

import sys

from dashboard.cli import main

if __name__ == "__main__":
    sys.exit(main())
