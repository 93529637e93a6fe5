"""Loans, holds, the ledger, and the facts that decisions need of them."""
