"""The third schema's parts, by concept, as they were; never changed once they were published."""
