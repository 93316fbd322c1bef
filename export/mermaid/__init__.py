"""Maps as Mermaid journeys: read as Mermaid reads them, mended where it would not, and written."""
