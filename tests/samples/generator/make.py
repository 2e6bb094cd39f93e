"""Writes the sample workbooks and their truth files:  /usr/bin/python3 make.py [s01 s14 ...]"""
import sys, importlib
names = sys.argv[1:]
for m in ('batch1', 'batch2', 'batch3', 'batch4', 'batch5'):
    mod = importlib.import_module(m)
    for f in mod.ALL:
        if not names or f.__name__ in names: f()
