"""The commands: one module a noun, each a thin layer over the services."""
