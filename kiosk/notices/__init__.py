"""What the library writes to patrons, in whose words, and when: queued in the database, sent by e-mail."""
