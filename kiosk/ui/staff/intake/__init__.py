"""The pages of intake: files in, records out, new records from other catalogues and templates."""
