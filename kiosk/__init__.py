"""A self-help desk for public libraries: find, ask and borrow at a touch kiosk."""
