"""The acts that change loans, holds and charges, one verb a module; each is one unit of work."""
