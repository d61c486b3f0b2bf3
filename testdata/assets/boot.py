# Runs first, at every start, before USB is up. Keep it short: what goes wrong
# here goes wrong before anybody can look.
import pyb

pyb.usb_mode("VCP+MSC")  # a serial console, and this filesystem as a disk
pyb.main("main.py")
