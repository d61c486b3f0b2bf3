"""The teas that can be made: one file each."""

import json
import os


class Recipe:
    """How one tea is made."""

    def __init__(self, fields):
        self.name = fields["name"]
        self.kind = fields["kind"]  # black, green or herbal: which leaf is shown
        self.celsius = fields["celsius"]
        self.seconds = fields["seconds"]

    def picture(self):
        return "img/leaf-" + self.kind + ".bmp"


def load_all(folder="teas"):
    """Returns all recipes in the order of their files' names."""
    recipes = []
    for name in sorted(os.listdir(folder)):
        if name.endswith(".json"):
            with open(folder + "/" + name) as file:
                recipes.append(Recipe(json.load(file)))
    return recipes
