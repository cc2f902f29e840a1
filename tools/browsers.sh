#!/bin/sh
# The browsers of the tests: Debian's Chromium, Firefox ESR and WebKitGTK where we may install them, else what is there and Playwright's Chromium.
set -eu

has() { command -v "$1" > /dev/null; }
chromium() { has chromium || has chromium-browser || has google-chrome; }

wanted=""
chromium || wanted="$wanted chromium"
has firefox-esr || has firefox || wanted="$wanted firefox-esr"
has WebKitWebDriver || wanted="$wanted webkit2gtk-driver"
has xvfb-run || wanted="$wanted xvfb xauth"
if [ -z "$wanted" ]; then exit 0; fi

if [ "$(id -u)" = 0 ] && has apt-get; then
  apt-get update -qq
  # shellcheck disable=SC2086 # one word a package
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $wanted > /dev/null
  exit 0
fi
echo "Not installed, so not tested:$wanted" >&2
chromium || .venv/bin/python -m playwright install chromium
