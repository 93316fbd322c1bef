"""Maps as sheets for spreadsheets: what a heading and a cell mean, in and out as CSV."""
