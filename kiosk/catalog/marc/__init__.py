"""MARC 21 records: their parts, and reading and writing them in every serialisation."""
