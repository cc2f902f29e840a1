"""Quantities, moments and addresses wherever they stand in a text: value, unit, bound."""
