#!/bin/sh
# Chromium for the browser tests: the system's, else Debian's package where we may install it, else Playwright's own.
set -eu
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" > /dev/null; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium > /dev/null
  exit 0
fi
.venv/bin/python -m playwright install chromium
