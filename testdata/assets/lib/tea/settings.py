"""What settings.json says, with defaults for what it leaves out."""

import json

_DEFAULTS = {
    "skin": "X",  # where the LCD160CR sits: X, Y, XY or YX
    "brightness": 24,  # of the display, 0 to 31
    "long_press_ms": 700,
    "sections": {},  # files that may lie in flash: see tea/assets.py
}


def load(path="settings.json"):
    """Returns the settings as a dict; a bad file costs a line on the console."""
    settings = dict(_DEFAULTS)
    try:
        with open(path) as file:
            settings.update(json.load(file))
    except (OSError, ValueError) as error:
        print(path, "not used:", error)
    return settings
