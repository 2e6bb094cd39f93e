"""Layouts shared by several workbooks, the letterhead, and the truth file."""
import json, os, random
from fractions import Fraction as F
from grid import Book, a1, col, save
from scales import Item, Crit, fill, population
from wording import rubric, shown, vn, th, dec

HERE = os.path.dirname(os.path.abspath(__file__)); OUT = os.path.dirname(HERE)
LIMIT = {'central-city-ward': 900, 'mountain-island-hardship': 800, 'other': 850, None: None}
ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']


class Case:
    """One workbook: where it comes from, its criteria, its planted defects."""
    def __init__(self, name, layout, commune, kind, district, province, year, cls, crits, said=None, standard='06/2019/QĐ-TTg', rubric_='A', ending='xlsx', seed=1, quality=.8, pop=None, cli=None):
        self.name, self.layout, self.commune, self.kind, self.district, self.province, self.year, self.cls, self.crits = name, layout, commune, kind, district, province, year, cls, crits
        self.said, self.standard, self.rubric_, self.ending, self.cli = said, standard, rubric_, ending, cli
        self.r = random.Random(seed); self.pop = pop or population(self.r); fill(crits, self.r, self.pop, quality)
        self.book = Book(); self.defects, self.allowed, self.total_c, self.alternatives, self.extra = [], [], {}, None, {}; self.total_self = 'sum'; self.unchecked = False; self.threshold = 'usual'; self.verdict_force = None

    def it(self, no): return next(i for c in self.crits for i in c.items if i.no == no)
    def cr(self, n): return next(c for c in self.crits if c.n == n)
    def items(self): return [i for c in self.crits for i in c.items]
    def full(self): return f'{self.kind} {self.commune}'
    def self_total(self):
        if self.total_self != 'sum': return self.total_self
        return sum(c.self_points() or 0 for c in self.crits)
    def defect(self, code, cell=None, *any_of):
        d = {'code': code, 'cell': cell}
        if any_of: d['anyOf'] = [x for x in any_of if x]
        self.defects.append(d)
    def allow(self, code, *cells):
        for c in cells: self.allowed.append({'code': code, 'cell': c})

    def truth(self):
        cs = []; lo = hi = 0; open_ = False; dup = set()
        for c in self.crits:
            its = []; clo = chi = 0
            for i in c.items:
                p, rg, also = i.score(); clo += rg[0]; chi += rg[1]; k = i.c
                obs = k.get('obs'); cells = [x for x in [obs] + k.get('cells', []) if x]; cells = list(dict.fromkeys(cells))
                d = {'number': i.no, 'shownNumber': k.get('shown'), 'label': k.get('label', i.label), 'kind': i.kind, 'maxPoints': i.max, 'points': p, 'range': rg}
                if also: d['pointsAlso'] = also
                t = shown(i, 'frac', self.year); t = t[0] if isinstance(t, tuple) else t
                d.update(observedText=k.get('text', None if t is None else str(t)), observationCell=obs, cells=cells, selfScore=i.self_points(), selfScoreCell=k.get('self'), rubricCell=k.get('rubric'))
                its.append(d)
                # the generous pattern of the ten templates
                for x in cells:
                    if k.get('isText', True): self.allow('text-number', x)
                    if i.v and (i.v[0] == 'nocase' or (i.v[0] == 'frac' and i.v[2] == 0)): self.allow('zero-denominator', x)
                if p is None or (k.get('self') and i.self_points() != p):
                    if k.get('self'): self.allow('self-score-mismatch', k['self'])
                    if p is None and k.get('self'): self.allow('self-score-not-in-rubric', k['self'])
                    for x in (c.c.get('self'), self.total_c.get('self')):
                        if x: self.allow('self-score-mismatch', x)
                    if p is None:
                        for x in cells: self.allow('missing-observation', x)
            ok = clo == chi
            e = {'number': c.n, 'name': c.c.get('name', c.name), 'maxPoints': c.max, 'points': clo if ok else None, 'range': [clo, chi], 'cell': c.c.get('cell'), 'selfScoreCell': c.c.get('self')}
            if c.missing: e['missing'] = True
            e['items'] = its; cs.append(e); lo += clo; hi += chi; open_ |= not ok
        lim = LIMIT[self.cls] if self.threshold == 'usual' else self.threshold
        zero = [c for c in cs if c['points'] == 0]; maybe = [c for c in cs if c['points'] is None and c['range'][0] == 0]; miss = any(c.missing for c in self.crits)
        if miss: v = ('undetermined', ['rubric-incomplete'])
        elif zero: v = ('fails', ['zero-criterion'])
        elif lim is None and lo >= 900 and not maybe and self.standard.startswith('06'): v = ('meets', ['meets-all'])
        elif lim is None and hi < 800 and self.standard.startswith('06'): v = ('fails', ['below-threshold'])
        elif lim is None: v = ('undetermined', ['threshold-unknown'])
        elif hi < lim: v = ('fails', ['below-threshold'])
        elif lo >= lim and not maybe: v = ('meets', ['meets-all'])
        else: v = ('undetermined', ['open-range'])
        if self.verdict_force: v = self.verdict_force
        tot = {'points': lo if lo == hi else None, 'range': [lo, hi], 'maxPoints': sum(c.max for c in self.crits if not c.missing), 'selfScore': self.self_total(), 'threshold': lim}
        if self.unchecked: tot['unchecked'] = True
        exp = {'criteria': cs, 'total': tot, 'verdict': {'status': v[0], 'reasonCodes': v[1]}}
        if self.alternatives: exp['alternatives'] = self.alternatives
        seen = set(); al = []
        for x in self.allowed:
            k = (x['code'], x['cell'])
            if k not in seen: seen.add(k); al.append(x)
        t = {'file': f'{self.name}.{self.ending}', 'layout': self.layout, 'rubric': self.rubric_, 'unitClass': self.cls, 'commune': self.commune, 'unitType': self.kind.lower(), 'district': self.district, 'province': self.province, 'year': self.year, 'standardId': self.standard, 'clean': not self.defects, 'expected': exp, 'defects': self.defects, 'allowed': al}
        if self.cli: t['cliUnitClass'] = self.cli
        t.update(self.extra)
        return t

    def write(self, writer='xlsxwriter'):
        path = os.path.join(OUT, f'{self.name}.{self.ending}'); save(self.book, path, writer)
        t = self.truth(); put_truth(self.name, t)
        e = t['expected']; print(f"{self.name:52} {os.path.getsize(path)//1024:3d} KB total {e['total']['points']} {e['total']['range']} self {e['total']['selfScore']} {e['verdict']['status']} {e['verdict']['reasonCodes']} defects {[d['code'] for d in self.defects]} zero {[c['number'] for c in e['criteria'] if c['points'] == 0]}")
        return t


def put_truth(name, t):
    def strip(o):
        if isinstance(o, F): return int(o) if o == int(o) else float(o)
        raise TypeError(o)
    lines = []
    def line(o): lines.append(json.dumps(o, ensure_ascii=False, default=strip)); return f'@@{len(lines) - 1}@@'
    def short(o, key=None):  # items, defects and findings allowed: one line each
        if isinstance(o, dict): return line(o) if key in ('items', 'defects', 'allowed', 'alternatives', 'total', 'verdict') else {x: short(v, x) for x, v in o.items()}
        if isinstance(o, list): return line(o) if key == 'range' else [short(v, key) for v in o]
        return o
    text = json.dumps(short(t), ensure_ascii=False, indent=1, default=strip)
    for n in range(len(lines)): text = text.replace(f'"@@{n}@@"', lines[n])
    with open(os.path.join(OUT, name + '.truth.json'), 'w', encoding='utf-8') as f: f.write(text + '\n')


def letterhead(ws, k, width, title, r=1, c=1, mid=None, sub='(Theo Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ)', cls='Loại đơn vị: ', motto=True, merge=True):
    """Office, motto, title, the Decision, the unit class where the workbook says it. Returns the next free row."""
    m = mid or max(1, width // 2)
    ws.put(r, c, 'ỦY BAN NHÂN DÂN', bold=True, align='center'); ws.put(r + 1, c, k.full().upper(), bold=True, align='center')
    if motto:
        ws.put(r, c + m, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold=True, align='center'); ws.put(r + 1, c + m, 'Độc lập - Tự do - Hạnh phúc', bold=True, align='center')
    if merge:
        for i in (0, 1):
            ws.merge(r + i, c, r + i, c + m - 1)
            if motto: ws.merge(r + i, c + m, r + i, c + width - 1)
    x = r + 3; ws.put(x, c, title, bold=True, align='center')
    if merge: ws.merge(x, c, x, c + width - 1)
    x += 1
    if sub:
        ws.put(x, c, sub, align='center')
        if merge: ws.merge(x, c, x, c + width - 1)
        x += 1
    if k.said and cls is not None:
        ws.put(x, c, cls + k.said, align='left')
        if merge: ws.merge(x, c, x, c + width - 1)
        x += 1
    return x + 1

def signature(ws, k, r, c1, c2, who=('Lê Thị Thử', 'Trần Văn Mẫu'), day='15 tháng 11'):
    ws.put(r, c2, f'{k.commune}, ngày {day} năm {k.year}', align='center'); ws.put(r + 1, c1, 'NGƯỜI LẬP BIỂU', bold=True, align='center'); ws.put(r + 1, c2, 'TM. ỦY BAN NHÂN DÂN', bold=True, align='center'); ws.put(r + 2, c2, 'CHỦ TỊCH', bold=True, align='center')
    ws.put(r + 6, c1, who[0], bold=True, align='center'); ws.put(r + 6, c2, who[1], bold=True, align='center')

def numbering(style):
    def crit(c): return {'plain': c.n, 'roman': ROMAN[c.n - 1], 'tc': f'Tiêu chí {c.n}', 'TC': f'TC{c.n}', 'text': str(c.n), 'dot': f'{c.n}.'}.get(style)
    def item(c, j, it):
        return {'plain': it.no if '.' in it.no else f'{c.n}.{j + 1}', 'text': f'{c.n}.{j + 1}', 'dot': f'{c.n}.{j + 1}.', 'roman': 'abcdefgh'[j] + ')', 'tc': '-', 'TC': '+', 'dash': '-', 'arabic': j + 1}.get(style)
    return crit, item

def obs_cells(ws, k, it, r, cols, mode):
    """Puts numerator, denominator and rate where the item has them. cols: role -> column."""
    v = it.v; kk = it.c; n, d, q = cols.get('numr'), cols.get('den'), cols.get('rate'); other = cols.get('result') or n; cells = [ws.ref(r, x) for x in (n, d, q, cols.get('result')) if x]
    if it.text is not None: kk['obs'] = ws.put(r, other, it.text)
    elif v and v[0] == 'frac' and n:
        big = '#,##0'
        kk['num'] = ws.put(r, n, v[1], big); kk['den'] = ws.put(r, d, v[2], big) if d else None
        if q:
            base_ = {'%': 100, '/1.000': 1000, '/100.000': 100000}[it.unit]
            x = it.c.get('rateText', F(v[1], v[2]) * base_ if v[2] else None)
            if x is None: pass
            elif not isinstance(x, F): ws.put(r, q, x)
            elif mode == 'formula%' and it.unit == '%': ws.put(r, q, float(x) / 100, '0.0%', f=f'={a1(r, n)}/{a1(r, d)}')
            elif mode == 'formula': ws.put(r, q, float(x), '0.0', f=f'={a1(r, n)}/{a1(r, d)}*{base_}')
            elif mode == 'rate%' and it.unit == '%': ws.put(r, q, float(dec(x, 1)) / 100, '0.0%')
            elif mode == 'rateText': ws.put(r, q, vn(x, 2) + ('%' if it.unit == '%' else '‰' if it.unit == '/1.000' else ''))
            else: ws.put(r, q, float(dec(x, 2)), '0.0#')
            kk['rate'] = ws.ref(r, q)
        kk['obs'] = kk.get('rate') or kk['num']
    elif v is not None:
        kk['obs'] = ws.put(r, other, shown(it, 'num' if v[0] in ('count',) else 'text', k.year))
    else: kk['obs'] = ws.ref(r, q or other)
    kk['cells'] = cells

def table(ws, k, r, c0, cols, rub=None, res='text', number='plain', crit_rows=True, formulas=True, crits=None, header_rows=None, colnums=False, total='TỔNG CỘNG', total_top=False, ratemode='', short=False, order=None, rate_fill=None, group_rows=None, upper=False, crit_label=None, max_in_name=False, each=None, blank_rows=()):
    """A row for every criterion and item. cols: (role, heading[, group heading]). Fills every item's and criterion's cells."""
    crits = crits if crits is not None else k.crits; rub = rub or (lambda it: rubric(it)); C = {}
    two = any(len(x) > 2 and x[2] for x in cols)
    for j, x in enumerate(cols):
        c = c0 + j; C.setdefault(x[0], c)
        g = x[2] if len(x) > 2 else None
        if two and g:
            if j == 0 or not (len(cols[j - 1]) > 2 and cols[j - 1][2] == g):
                e = j
                while e + 1 < len(cols) and len(cols[e + 1]) > 2 and cols[e + 1][2] == g: e += 1
                ws.put(r, c, g, bold=True); ws.merge(r, c, r, c0 + e)
            ws.put(r + 1, c, x[1], bold=True)
        else:
            ws.put(r, c, x[1], bold=True)
            if two: ws.merge(r, c, r + 1, c)
    k.header_row = r + (1 if two else 0); k.C = C
    r += 2 if two else 1
    if colnums:
        for j in range(len(cols)): ws.put(r, c0 + j, j + 1 if colnums is True else f'({j + 1})')
        r += 1
    nc, ni = numbering(number); sums = []; tr = None
    if total_top and total: tr = r; r += 1
    seq = order(crits) if order else crits
    for c in seq:
        if group_rows and c.n in group_rows: ws.put(r, C.get('name', c0), group_rows[c.n], bold=True); r += 1
        first = r; crow = None
        if crit_rows:
            crow = r; nm = crit_label(c) if crit_label else c.name
            if max_in_name: nm += f' ({c.max} điểm)'
            if upper: nm = nm.upper()
            if 'num' in C: ws.put(r, C['num'], nc(c), bold=True)
            c.c['cell'] = ws.put(r, C['name'], nm, bold=True); r += 1
        elif 'crit' in C:
            c.c['cell'] = ws.put(r, C['crit'], (crit_label(c) if crit_label else c.name), bold=True)
        start = r
        for j, it in enumerate(c.items):
            kk = it.c; kk['shown'] = str(ni(c, j, it)) if ni(c, j, it) is not None else None
            if 'num' in C: ws.put(r, C['num'], ni(c, j, it))
            lab = it.short if short else it.label; kk['label'] = lab
            if 'name' in C: kk['labelCell'] = ws.put(r, C['name'], lab)
            if 'rubric' in C: kk['rubric'] = ws.put(r, C['rubric'], rub(it))
            else: kk.setdefault('rubric', None)
            if 'max' in C: kk['max'] = ws.put(r, C['max'], it.max)
            if 'numr' in C: obs_cells(ws, k, it, r, C, ratemode)
            elif 'result' in C:
                x = shown(it, res(it) if callable(res) else res, k.year); kk['obs'] = ws.put(r, C['result'], x) if it.c.get('rich') is None else ws.put(r, C['result'], None, rich=it.c['rich']); y = x[0] if isinstance(x, tuple) else x
                kk['text'] = None if y is None else str(y); kk['isText'] = isinstance(y, str)
            sp = it.self_points()
            if 'self' in C: kk['self'] = ws.put(r, C['self'], sp)
            else: kk['self'] = None
            if 'evid' in C: kk['evid'] = ws.put(r, C['evid'], it.evid if it.ev == 'usual' else it.ev)
            if 'agency' in C: ws.put(r, C['agency'], it.agency)
            kk['row'] = r
            if each: each(ws, it, c, r, C)
            r += 1
        if not crit_rows and 'crit' in C:
            for role in ('crit', 'cnum', 'cmax', 'cself'):
                if role in C: ws.merge(start, C[role], r - 1, C[role])
            if 'cnum' in C: ws.put(start, C['cnum'], nc(c))
            if 'cmax' in C: c.c['max'] = ws.put(start, C['cmax'], c.max)
            if 'cself' in C: c.c['self'] = ws.put(start, C['cself'], c.self_points())
        if crow:
            for role in ('max', 'self'):
                if role in C:
                    val = c.max if role == 'max' else c.self_points(); f = f'=SUM({a1(start, C[role])}:{a1(r - 1, C[role])})' if formulas else None
                    if role == 'self' and c.self_ != 'sum': f = None
                    if role == 'max' and c.c.get('statedMax') is not None: val, f = c.c['statedMax'], None
                    c.c[role] = ws.put(crow, C[role], val, f=f, bold=True)
            sums.append(crow)
    if total:
        x = tr or r
        ws.put(x, C.get('name', c0), total, bold=True); k.total_c['label'] = ws.ref(x, C.get('name', c0))
        for role in ('max', 'self'):
            if role in C:
                val = k.total_c.get('statedMax', sum(c.max for c in crits)) if role == 'max' else k.self_total()
                f = '=' + '+'.join(a1(s, C[role]) for s in sums) if formulas and sums else None
                if (role == 'self' and k.total_self != 'sum') or (role == 'max' and 'statedMax' in k.total_c): f = None
                k.total_c[role] = ws.put(x, C[role], val, f=f, bold=True)
        if not tr: r += 1
    k.last_row = r - 1
    return r

def widths(ws, *w, start=1):
    for i, x in enumerate(w): ws.widths[start + i] = x
