"""A few of the workbooks that varied.py draws, kept as samples."""
import re
from varied import draw
from wording import noaccent

def keep(number, seed):
    def make():
        k, writer = draw(seed)
        k.name = f's{number}-rut-ngau-nhien-{re.sub("[^a-z]+", "-", noaccent(k.full()).lower())}-{k.year}'; k.write(writer)
    make.__name__ = f's{number}'; return make

ALL = [keep(61 + n, s) for n, s in enumerate([1000, 1002, 1003, 1007, 1010, 1011, 1016, 1020, 1022, 1034])]
