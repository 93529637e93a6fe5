"""The library's settings at the desk: parts, accounts, roles, letters, the library file, the audit trail."""
