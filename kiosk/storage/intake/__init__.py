"""What the library itself has said of where its records come from."""
