"""A drawing on paper and as a picture: which papers there are, and the painters for PDF, PNG and SVG."""
