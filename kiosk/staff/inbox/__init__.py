"""What patrons leave for staff: messages and other requests, the answers to them, and calls for help."""
