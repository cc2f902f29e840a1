"""Steps of the build that do not fit in build.py."""
