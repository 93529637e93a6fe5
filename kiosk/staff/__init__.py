"""What only staff do: the library's configuration, accounts, roles and reports."""
