"""Articles, questions and answers: the library's own texts, filled in from its rules as they are now."""
