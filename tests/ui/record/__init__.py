"""The Record page over a real library."""
