"""What the user sees: a colour display, or lines on the console without one."""

from tea.assets import open_asset
from tea.bmp import Bmp
from tea.font import Font

_CHUNK = 512


def open_screen(skin, brightness):
    """Returns the display on a skin position, or the console if there is none."""
    try:
        import lcd160cr

        lcd = lcd160cr.LCD160CR(skin)
    except (ImportError, OSError):
        return Console()
    lcd.set_brightness(brightness)
    return Display(lcd)


class Display:
    """An LCD160CR, 128 by 160 pixels."""

    def __init__(self, lcd):
        self._lcd = lcd
        self._small = Font("font/small.fnt")
        self._digits = Font("font/digits.fnt")
        self._ink = lcd.rgb(250, 240, 220)
        self._paper = lcd.rgb(20, 30, 40)
        self._lcd.set_pen(self._paper, self._paper)
        self.clear()

    def clear(self):
        self._lcd.rect(0, 0, self._lcd.w, self._lcd.h)

    def _window(self, x, y, width, height):
        self._lcd.set_spi_win(x, y, width, height)
        return self._lcd.fast_spi()

    def picture(self, path, x, y):
        """Shows a BMP file with its left upper corner at x, y."""
        with open_asset(path) as file:
            bmp = Bmp(file, self._lcd.rgb)
            spi = self._window(x, y, bmp.width, bmp.height)
            for row in bmp.rows():
                spi.write(row)

    def frame(self, path, x, y, width, height):
        """Shows a file that holds the display's own pixels: read a piece, send a piece."""
        spi = self._window(x, y, width, height)
        chunk = bytearray(_CHUNK)
        with open_asset(path) as file:
            while True:
                count = file.readinto(chunk)
                if not count:
                    break
                spi.write(memoryview(chunk)[:count])

    def title(self, text):
        self._text(self._small, text, 94)

    def note(self, text):
        self._text(self._small, text, 144)

    def clock(self, text):
        self._text(self._digits, text, 110)

    def _text(self, font, text, y):
        text = text[: self._lcd.w // (font.width + 1)]
        pixels, width, height = font.render(text, self._ink, self._paper)
        self._lcd.rect(0, y, self._lcd.w, height)
        self._window((self._lcd.w - width) // 2, y, width, height).write(pixels)


class Console:
    """Says in words what the display would show."""

    def clear(self):
        pass

    def picture(self, path, x, y):
        pass

    def frame(self, path, x, y, width, height):
        pass

    def title(self, text):
        print("*", text)

    def note(self, text):
        print(" ", text)

    def clock(self, text):
        print("  " + text, end="\r")
