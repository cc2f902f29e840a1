"""Outgoing words to warnings."""
