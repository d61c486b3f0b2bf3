"""The timer itself: choose a tea, brew it, be called when it is ready."""

import time

from tea import assets, button, recipes, settings
from tea.countdown import Countdown, minutes
from tea.lights import Lights
from tea.screen import open_screen
from tea.wav import Player

_STEAM = ("img/steam-0.565", "img/steam-1.565", "img/steam-2.565")
_TICK_MS = 20


class App:
    def __init__(self):
        chosen = settings.load()
        assets.use_sections(chosen["sections"])
        self._screen = open_screen(chosen["skin"], chosen["brightness"])
        self._button = button.Button(chosen["long_press_ms"])
        self._lights = Lights()
        self._player = Player()
        self._recipes = recipes.load_all()
        self._choice = 0

    def run(self):
        self._screen.picture("img/splash.bmp", 0, 0)
        self._player.play("snd/start.wav")
        while True:
            recipe = self._choose()
            if self._brew(recipe):
                self._call()

    def _press(self):
        """Waits a moment and returns what the button says."""
        time.sleep_ms(_TICK_MS)
        return self._button.poll()

    def _choose(self):
        """Goes through the teas until one is started."""
        while True:
            recipe = self._recipes[self._choice]
            self._screen.picture("img/splash.bmp", 0, 0)
            self._screen.picture(recipe.picture(), 48, 54)
            self._screen.title(recipe.name)
            self._screen.clock(minutes(recipe.seconds))
            self._screen.note("{} C, hold to start".format(recipe.celsius))
            press = None
            while press is None:
                press = self._press()
            if press == button.LONG:
                return recipe
            self._player.play("snd/click.wav")
            self._choice = (self._choice + 1) % len(self._recipes)

    def _brew(self, recipe):
        """Counts down; returns whether that was to the end."""
        self._screen.clear()
        self._screen.picture("img/cup.bmp", 32, 18)
        self._screen.title(recipe.name)
        self._screen.note("hold to stop")
        countdown = Countdown(recipe.seconds)
        shown = None
        while True:
            left = countdown.left()
            if left != shown:
                shown = left
                self._screen.clock(minutes(left))
                self._screen.frame(_STEAM[left % len(_STEAM)], 44, 0, 32, 16)
                self._lights.show(left, countdown.seconds)
            if left == 0:
                return True
            if self._press() == button.LONG:
                self._lights.off()
                return False

    def _call(self):
        """Sounds the gong until somebody comes."""
        self._screen.note("ready: press")
        while not self._player.play("snd/gong.wav", self._button.poll):
            for tick in range(100):
                if tick % 10 == 0:
                    self._lights.toggle()
                if self._press():
                    self._lights.off()
                    return
        self._lights.off()
