"""The librarian's workspace: windows of Qt Widgets, in a process of its own."""
