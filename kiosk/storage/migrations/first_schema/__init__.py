"""The first schema, by concept, as it was; never changed once it was published."""
