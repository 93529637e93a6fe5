"""The library's answers as staff keep them: the shelf, pages in every language, what was asked, guides."""
