"""What passes between patrons and staff, accounts, audit and the state of kiosks."""
