"""What keeps the patron app alive."""
