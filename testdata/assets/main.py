# Runs after boot.py. Ctrl-C on the console stops it.
from tea.app import App

App().run()
