"""The library's configuration as staff change it: leaf by leaf, merged, taken back, written down."""
