"""Opening hours and closures at the desk."""
