"""What the library has: records read and written, described, matched, shelved and searched."""
