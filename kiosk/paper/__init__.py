"""What is drawn on paper: receipts and slips as PDF, in the product's own typeface."""

from kiosk.paper.receipt import Receipt, ReceiptLine, receipt_pdf

__all__ = ["Receipt", "ReceiptLine", "receipt_pdf"]
