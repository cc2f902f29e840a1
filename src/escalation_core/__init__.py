"""Applies escalation criteria to a situation, with quoted proof."""
