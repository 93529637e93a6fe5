"""What the pages of the workspace are built of: each looks and behaves the same on all of them."""
