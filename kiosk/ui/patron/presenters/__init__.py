"""What joins a page's view model to the services: one presenter a page, all on the GUI thread."""
