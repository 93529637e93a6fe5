"""What stands beside the screen: the receipt printer, real and simulated, behind one small protocol."""

from kiosk.devices.printer import Printable, Printer, PrinterState

__all__ = ["Printable", "Printer", "PrinterState"]
