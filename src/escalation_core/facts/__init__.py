"""Situation text to typed facts."""
