"""The workspace is measured: what a librarian sees of each page, form and dialog."""
