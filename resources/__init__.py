"""Words, colours, fonts, templates and samples: data, and the few functions that find and load it."""
