"""Writes the sample workbooks, their truth files and the table of ../README.md:  /usr/bin/python3 make.py [s01 s14 ...]"""
import glob, importlib, json, os, sys
from layouts import OUT
names = sys.argv[1:]
for m in ('batch1', 'batch2', 'batch3', 'batch4', 'batch5', 'batch6'):
    for f in importlib.import_module(m).ALL:
        if not names or f.__name__ in names: f()
path = os.path.join(OUT, 'README.md'); text = open(path, encoding='utf-8').read(); head = text[:text.index('| file | layout')]; rows = []
for p in sorted(glob.glob(os.path.join(OUT, '*.truth.json'))):
    t = json.load(open(p, encoding='utf-8')); codes = sorted({d['code'] for s in t.get('sheets', [t]) for d in s.get('defects', [])}); rows.append(f"| `{t['file']}` | {t['layout']} | {', '.join(codes) or ('clean' if t.get('expected') else '')} |\n")
open(path, 'w', encoding='utf-8').write(head + '| file | layout | planted |\n|---|---|---|\n' + ''.join(rows))
