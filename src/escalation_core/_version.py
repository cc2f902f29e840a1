"""The version of the engine, the same as the package's."""

VERSION = "0.1.0"
