"""What rules decide, told in tables and in properties."""
