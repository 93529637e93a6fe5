"""The catalogue on screen: titles searched, merged and given up; a title itself opens in its editor."""
