"""The words of the field as frozen values: no input, no output, no library beyond Python's own."""
