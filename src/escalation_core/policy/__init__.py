"""Criteria text to `Policy`."""
