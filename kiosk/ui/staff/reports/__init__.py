"""Reports: what was lent, used, late, owed and asked, as charts, tables, files and paper."""
