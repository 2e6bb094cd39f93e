import os
import sys, os, random
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'generator'))
import layouts; layouts.OUT = os.environ.get('OUT', '.')
from layouts import Case, ROMAN, put_truth, widths, signature
from grid import Book, a1, col, save
from scales import *
from wording import rubric, cond, shown, vn, th, dec, tcvn3, vni, noaccent, num, low1
from fractions import Fraction as F
OBS = ('result', 'n', 'd', 'q', 'prev', 'cur', 'dk')

def head(ws, k, lines, r=1, c=1):
    for x in lines:
        if x is not None: ws.put(r, c, x, bold=True)
        r += 1
    return r

def headers(ws, r, c0, cols):
    H = max(len(x) - 1 for x in cols); done = set()
    for j, x in enumerate(cols):
        hs = list(x[1:]) + [None] * (H - len(x) + 1)
        for i, h in enumerate(hs):
            if h is None or (i, j) in done: continue
            e = j
            while e + 1 < len(cols) and i < H - 1 and i < len(cols[e + 1]) - 1 and cols[e + 1][1 + i] == h and i + 1 < len(x) - 1: e += 1
            for q in range(j, e + 1): done.add((i, q))
            b = i
            while b + 1 < H and hs[b + 1] is None: b += 1
            ws.put(r + i, c0 + j, h, bold=True)
            if (b, e) != (i, j): ws.merge(r + i, c0 + j, r + b, c0 + e)
    return r + H

def fillobs(ws, k, it, r, C, res, ratef=None):
    v, kk = it.v, it.c; cells = [ws.ref(r, C[x]) for x in OBS if x in C]; kk['cells'] = cells; obs = None; kk['isText'] = True
    other = C.get('result') or C.get('n') or C.get('q')
    if it.text is not None: obs = ws.put(r, other, it.text)
    elif v is None: obs = ws.ref(r, C.get('result') or C.get('n') or C.get('q'))
    elif v[0] == 'frac' and 'n' in C and 'd' in C:
        obs = kk['numc'] = ws.put(r, C['n'], v[1]); kk['denc'] = ws.put(r, C['d'], v[2])
        if 'q' in C and v[2]:
            b = {'%': 100, '/1.000': 1000, '/100.000': 100000}[it.unit]; x = F(v[1], v[2]) * b
            if ratef: kk['ratec'] = ws.put(r, C['q'], *ratef(it, x))
            else: kk['ratec'] = ws.put(r, C['q'], float(dec(x, 2)))
    elif v[0] == 'chg' and 'prev' in C: ws.put(r, C['prev'], v[1]); obs = ws.put(r, C['cur'], v[2])
    elif v[0] == 'count' and 'n' in C: obs = ws.put(r, C['n'], v[1])
    elif v[0] in ('yes', 'no', 'lvl') and 'dk' in C: obs = ws.put(r, C['dk'], v[1] if v[0] == 'lvl' else 'Đạt' if v[0] == 'yes' else 'Không đạt')
    elif v[0] in ('frac', 'rate') and 'q' in C and 'n' not in C and it.unit == '%': obs = ws.put(r, C['q'], *(ratef(it, it.value()) if ratef else (float(dec(it.value(), 2)),)))
    elif other:
        x = res(it) if callable(res) else shown(it, res, k.year); obs = ws.put(r, other, x); x = x[0] if isinstance(x, tuple) else x; kk['text'] = None if x is None else str(x); kk['isText'] = isinstance(x, str)
    kk['obs'] = obs
    return obs

def tab(ws, k, r, c0, cols, rub=None, res='text', crit='row', cnum=None, inum=None, clabel=None, ilabel=None, ov={}, spacer=0, total='TỔNG CỘNG', numrow=None, crits=None, ratef=None, sums=True, after=None, before=None, cfoot=None, repeat=None, header=True, skipitem=None, critself=True):
    crits = crits or k.crits; C = {}
    for j, x in enumerate(cols): C.setdefault(x[0], c0 + j)
    k.C = C; W = len(cols)
    if header:
        r = headers(ws, r, c0, cols); k.header_row = r - 1
        if numrow:
            for j, x in enumerate(numrow): ws.put(r, c0 + j, x)
            r += 1
    rub = rub or (lambda i: rubric(i))
    cnum = cnum or (lambda c: c.n); inum = inum or (lambda c, j, it: f'{c.n}.{j+1}'); clabel = clabel or (lambda c: c.name); ilabel = ilabel or (lambda c, j, it: it.label)
    rows = []
    for c in crits:
        if before: r = before(c, r) or r
        if crit == 'row':
            if 'num' in C: ws.put(r, C['num'], cnum(c), bold=True)
            c.c['cell'] = ws.put(r, C['name'], clabel(c), bold=True)
            if sums and 'max' in C: c.c['max'] = ws.put(r, C['max'], c.max, bold=True)
            if sums and critself and 'self' in C: c.c['self'] = ws.put(r, C['self'], c.self_points(), bold=True)
            r += 1
        elif crit == 'banner':
            c.c['cell'] = ws.put(r, c0, clabel(c), bold=True); ws.merge(r, c0, r, c0 + W - 1); r += 1
        for j, it in enumerate(c.items):
            r += spacer; it.c['row'] = r; lab = ilabel(c, j, it)
            it.c['label'] = it.c.get('label', it.label); it.c['shown'] = None
            if 'num' in C: ws.put(r, C['num'], inum(c, j, it))
            if 'name' in C: it.c['labelCell'] = ws.put(r, C['name'], lab)
            if 'rubric' in C: it.c['rubric'] = ws.put(r, C['rubric'], rub(it))
            elif not it.c.get('rubric'): it.c['rubric'] = None
            if 'max' in C: it.c['max'] = ws.put(r, C['max'], it.max)
            fillobs(ws, k, it, r, C, res, ratef)
            if 'self' in C: it.c['self'] = ws.put(r, C['self'], it.self_points())
            else: it.c.setdefault('self', None)
            if 'evid' in C: it.c['evid'] = ws.put(r, C['evid'], it.evid if it.ev == 'usual' else it.ev)
            if 'agency' in C: ws.put(r, C['agency'], it.agency)
            if 'unit' in C: ws.put(r, C['unit'], {'%': '%', '/1.000': '‰', '/100.000': '1/100.000', '': 'Có/Không'}.get(it.unit, it.unit))
            for role, f in ov.items(): ws.put(r, C[role], f(it))
            r += 1
            if after: r = after(it, c, r) or r
        if cfoot:
            ws.put(r, C['name'], cfoot(c))
            if 'max' in C: ws.put(r, C['max'], c.max)
            if 'self' in C: c.c['self'] = ws.put(r, C['self'], c.self_points())
            r += 1
        if repeat and c.n in repeat: r = headers(ws, r, c0, cols)
    if total:
        ws.put(r, C.get('name', c0), total, bold=True)
        if 'max' in C: k.total_c['max'] = ws.put(r, C['max'], sum(c.max for c in crits), bold=True)
        if 'self' in C: k.total_c['self'] = ws.put(r, C['self'], k.self_total(), bold=True)
        r += 1
    return r

def worse(k, no, up=True):
    """The item misses its best band, and the officer claims the best points."""
    it = k.it(no); it.self_ = it.max; v = it.v; g = sorted({b[1] for b in it.bands if b[0] in ('ge', 'gt')})
    if v[0] == 'frac': it.v = ('frac', int(v[2] * (g[-1] - F(6, 10)) / 100), v[2])
    elif v[0] == 'count': it.v = ('count', 1)
    elif v[0] == 'lvl': it.v = ('lvl', 'Khá')
    elif v[0] == 'yes': it.v = ('no',)
    k.pending.append(no)
def flaws(k):
    for no in k.pending:
        it = k.it(no); assert it.score()[0] != it.self_, (no, it.v); k.defect('self-score-mismatch', it.c['self']); k.allow('self-score-not-in-rubric', it.c['self'])
def new(name, layout, commune, kind='Xã', district='huyện Mẫu Sơn', province='tỉnh Lạng Sơn', year=2024, cls='other', crits=None, said='Xã còn lại', **kw):
    k = Case(name, layout, commune, kind, district, province, year, cls, crits or base(), said=said, **kw); k.pending = []; return k
