"""The map itself: records, edits, document, text, layout, drawing, analysis. Plain Python."""
