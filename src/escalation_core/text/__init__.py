"""From a string to passages, sentences and words, each with its place."""
