"""The pyboard's four LEDs as a bar."""

import pyb


class Lights:
    """Shows how much is left, four lights to none."""

    def __init__(self):
        self._leds = [pyb.LED(i) for i in range(1, 5)]

    def show(self, part, whole):
        """Lights one LED for each quarter that has begun."""
        lit = (4 * part + whole - 1) // whole
        for i, led in enumerate(self._leds):
            if i < lit:
                led.on()
            else:
                led.off()

    def toggle(self):
        for led in self._leds:
            led.toggle()

    def off(self):
        self.show(0, 1)
