"""One QObject a page: typed read-only properties, slots named as intentions."""
