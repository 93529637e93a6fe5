"""Charts of the workspace, drawn by pyqtgraph: imported only where one is shown, for that takes a moment."""
