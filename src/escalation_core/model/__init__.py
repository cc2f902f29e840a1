"""The vocabulary: every type that passes from room to room."""
