"""What the patron and the staff side share: jobs, colours, typefaces, covers."""
