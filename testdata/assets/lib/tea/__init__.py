"""A tea timer for a pyboard, with pictures, big digits and a gong."""
