"""A card on a phone, seen by the camera."""
