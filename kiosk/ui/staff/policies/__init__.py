"""The page of the library's answers: the shelf, an article in all languages, what got no answer, guides."""
