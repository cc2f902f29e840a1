"""How a text stands to what it says, after ConText (Harkema et al., 2009)."""
