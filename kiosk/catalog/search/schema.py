"""The fields of the index and the version that says whether a stored index has them."""

import tantivy

# Raise it with any change to fields, analysis or stored rows: older indexes are then rebuilt.
SCHEMA_VERSION = 14

WORD_FIELDS = ("title", "other", "author", "subject")
"""Fields of words, each holding its folded words in order and then their marked forms."""

KEY_FIELDS = ("title_key", "isbn", "barcode", "call_key", "control", "author_key", "subject_key", "at")
FACET_FIELDS = ("form", "language", "audience", "branch")
HEADING_FIELDS = ("subject_heading", "author_heading")
CODE_FIELDS = ("subject_code", "author_code")
RANK_FIELDS = ("subject_rank", "author_rank")
SUGGEST_FIELDS = ("suggest_title", "suggest_author", "suggest_subject")
SORT_FIELDS = ("sort_title", "sort_author")
NUMBER_FIELDS = ("year", "newest", "oldest", "loans")

# A column of text, and no dictionary of terms that nobody asks: every record has an order of its own,
# and such a dictionary costs more than most to build and to merge.
_COLUMN_ALONE = "column_alone"


def library_version() -> str:
    """Return the search library's version with that of its files' format."""
    return str(tantivy.tantivy.__version__)


def build_schema() -> tantivy.Schema:
    """Return the schema; all tokens are made by this package, and only a writer needs ``prepare``."""
    builder = tantivy.SchemaBuilder()
    for name in WORD_FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("all", tokenizer_name="whitespace", index_option="basic")
    for name in ("vocabulary", "compounds", *KEY_FIELDS, *HEADING_FIELDS, *SUGGEST_FIELDS, "late"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in FACET_FIELDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in SORT_FIELDS:
        builder.add_text_field(name, tokenizer_name=_COLUMN_ALONE, index_option="basic", fast=True)
    for name in (*CODE_FIELDS, *RANK_FIELDS):
        builder.add_unsigned_field(name, fast=True)
    builder.add_integer_field("id", indexed=True, fast=True)
    for name in NUMBER_FIELDS:
        builder.add_integer_field(name, indexed=name == "year", fast=True)
    builder.add_boolean_field("available", indexed=True, fast=True)
    builder.add_bytes_field("row", stored=True)
    return builder.build()


def prepare(index: tantivy.Index) -> tantivy.Index:
    """Teach an opened index what writing to it takes."""
    whole = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw())
    nothing = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.remove_long(0))
    index.register_fast_field_tokenizer(_COLUMN_ALONE, whole.build())
    index.register_tokenizer(_COLUMN_ALONE, nothing.build())
    return index


def read_order_whole(index: tantivy.Index) -> tantivy.Index:
    """Teach an index that holds nothing to read bounds in the order of a text, for others to be asked."""
    whole = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw())
    index.register_tokenizer(_COLUMN_ALONE, whole.build())
    return index
