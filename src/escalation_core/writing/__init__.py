"""Facts, findings and decision to brief and acknowledgment."""
