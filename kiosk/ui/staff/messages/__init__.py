"""The page of what patrons left for staff: the inbox, one message with its answer, calls for help."""
