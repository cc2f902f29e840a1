"""What we know of a language: data files, and the loader that checks them."""
