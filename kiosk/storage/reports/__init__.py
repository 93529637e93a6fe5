"""What reports read: sums by day, the use of items, what is late and what is owed."""
