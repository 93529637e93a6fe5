"""The circulation desk's page: one field, a row for every scan, and the card it belongs to."""
