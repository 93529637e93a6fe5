"""The pages for patrons: found, registered, changed, charged, merged and forgotten."""
