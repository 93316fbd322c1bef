"""Paper and other formats: what goes out of a map and what comes in. No Qt."""
