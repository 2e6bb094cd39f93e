"""Workbooks drawn at random (fixed seeds): column order, headings, wording, numbering, place, writer, planted defects.

    python3 varied.py FIRST COUNT FOLDER     e.g.  varied.py 1000 50 FOLDER

`batch6.py` keeps a few of them as samples."""
import os, random, sys
from fractions import Fraction as F
import layouts
from layouts import *
from scales import base, other
from wording import rubric, cond, shown, vn, th, dec, noaccent
import unicodedata

PLACES = [('Bình Minh', 'Xã', 'huyện Thanh Oai', 'thành phố Hà Nội'), ('Kim Đồng', 'Xã', 'huyện Thạch An', 'tỉnh Cao Bằng'), ('Nam Dương', 'Xã', 'huyện Lục Ngạn', 'tỉnh Bắc Giang'), ('Tân Phong', 'Phường', 'thành phố Lai Châu', 'tỉnh Lai Châu'), ('Thạnh Trị', 'Xã', 'thị xã Gò Công', 'tỉnh Tiền Giang'), ('Phú Hòa', 'Thị trấn', 'huyện Thoại Sơn', 'tỉnh An Giang'), ('Ngọc Sơn', 'Xã', 'huyện Thanh Chương', 'tỉnh Nghệ An'), ('Đắk Rồ', 'Xã', 'huyện Krông Nô', 'tỉnh Đắk Nông')]
CLASSES = {'other': ['Xã đồng bằng', 'Xã, phường, thị trấn còn lại', 'Các xã, phường, thị trấn còn lại (từ 850 điểm)'], 'mountain-island-hardship': ['Xã miền núi', 'Xã đặc biệt khó khăn', 'Xã, thị trấn thuộc miền núi, hải đảo']}
HEAD = {'num': ['TT', 'STT', 'Số TT', 'Mã số'], 'name': ['Nội dung tiêu chí', 'Tên gọi của tiêu chí', 'Tiêu chí, chỉ tiêu', 'Nội dung đánh giá', 'Các tiêu chí'], 'rubric': ['Cách tính và thang điểm', 'Thang điểm', 'Cách chấm điểm', 'Quy định mức điểm', 'Cách tính điểm'],
        'max': ['Điểm tối đa', 'Số điểm tối đa', 'Điểm chuẩn', 'Tối đa'], 'result': ['Kết quả', 'Kết quả thực hiện', 'Kết quả đạt được', 'Số liệu thực hiện', 'Kết quả năm {}'], 'self': ['Điểm tự chấm', 'Tự chấm', 'Điểm xã tự chấm', 'Xã chấm điểm', 'Điểm đạt được'], 'evid': ['Minh chứng', 'Tài liệu kiểm chứng', 'Hồ sơ minh chứng', 'Tài liệu kèm theo'],
        'numr': ['Số đạt', 'Tử số', 'Số thực hiện', 'Số lượng đạt'], 'den': ['Tổng số', 'Mẫu số', 'Tổng số đối tượng'], 'rate': ['Tỷ lệ (%)', 'Tỷ lệ', 'Tỷ lệ đạt (%)'], 'other': ['Kết quả khác', 'Nội dung khác (có/không, số lượng)'], 'crit': ['Tiêu chí', 'Tên tiêu chí']}
TITLES = ['BẢNG TỰ CHẤM ĐIỂM {U} PHÙ HỢP VỚI TRẺ EM NĂM {Y}', 'PHIẾU ĐÁNH GIÁ, CHẤM ĐIỂM {U} PHÙ HỢP VỚI TRẺ EM NĂM {Y}', 'KẾT QUẢ TỰ ĐÁNH GIÁ TIÊU CHUẨN {U} PHÙ HỢP VỚI TRẺ EM NĂM {Y}', 'BIỂU TỔNG HỢP ĐIỂM {U} PHÙ HỢP VỚI TRẺ EM - NĂM {Y}']
STYLES = [('colon', 'plain'), ('bullet', 'plain'), ('bullet', 'form'), ('paren', 'plain'), ('paren', 'form'), ('short', 'sym'), ('short', 'plain'), ('pre', 'plain'), ('pre2', 'plain'), ('sent', 'plain'), ('eq', 'math'), ('eq', 'plain'), ('arrow', 'sym'), ('dots', 'plain'), ('colon', 'form')]

def shift(cs, r):
    """Other limits for the bands that no known fact fixes."""
    for c in cs:
        for it in c.items:
            if it.kind == 'percentage' and it.no not in ('6.1', '6.2', '7.1') and r.random() < .5:
                d = r.choice([-2, -1, 1]); move = lambda x: None if x is None else x + d
                if all(0 < move(b[1]) < 100 for b in it.bands if b[1] is not None): it.bands = [(b[0], move(b[1]), move(b[2]), b[3]) for b in it.bands]

def draw(seed, name=None):
    r = random.Random(seed); place = r.choice(PLACES); cls = r.choice(['other', 'mountain-island-hardship']); year = r.choice([2022, 2024, 2024, 2025]); cs = r.choice([lambda: base(), lambda: base('B'), lambda: other()])(); shift(cs, r)
    said = r.choice(CLASSES[cls]) if r.random() < .7 else None; writer = r.choice(['xlsxwriter', 'xlsxwriter', 'openpyxl', 'xlwt'])
    k = Case(name or f'v{seed:04d}', 'drawn at random', *place, year, cls, cs, said=said, cli=None if said else cls, seed=seed + 7, quality=r.choice([.6, .75, .85, .95]), ending='xls' if writer == 'xlwt' else 'xlsx')
    num = r.random() < .4; style, w = r.choice(STYLES); merged = r.random() < .2; evid = r.random() < .6; formulas = writer == 'xlsxwriter' and r.random() < .6; mode = r.choice(['text', 'frac', 'both', 'rateText', 'rate%', 'sentence']); notes = []
    number = r.choice(['plain', 'text', 'dot', 'roman', 'tc', 'dash', 'none', 'arabic']) if not merged else 'none'
    # ---- planted defects, each on an item of its own
    planted = []; used = set(); n = r.choice([0, 0, 1, 2, 3, 4])
    def take(ok):
        xs = [i for i in k.items() if i.no not in used and ok(i)]
        if not xs: return None
        it = r.choice(xs); used.add(it.no); return it
    kinds = ['self', 'exceed', 'notin', 'missing', 'unreadable', 'negative', 'percent', 'noself', 'total', 'crit', 'hidden', 'year'] + (['evidence'] if evid else []) + (['above', 'rate', 'denText'] if num else [])
    if merged: kinds = [x for x in kinds if x not in ('crit',)]
    for kd in r.sample(kinds, n):
        if kd == 'self':
            it = take(lambda i: len({b[3] for b in i.bands}) > 1)
            if it: it.self_ = r.choice([b[3] for b in it.bands if b[3] != it.score()[0]]); planted.append((kd, it))
        elif kd == 'exceed': it = take(lambda i: True); it.self_ = it.max + 5; planted.append((kd, it))
        elif kd == 'notin':
            it = take(lambda i: len(i.bands) > 2 and i.score()[0] == i.max); 
            if it: it.self_ = it.max - 1; planted.append((kd, it))
        elif kd in ('missing', 'unreadable'):
            it = take(lambda i: i.kind != 'presence')
            it.self_ = it.max; it.forced = (None, (0, it.max)); it.v = None if kd == 'missing' else it.v; it.text = 'chưa tổng hợp được' if kd == 'unreadable' else None; planted.append((kd, it))
        elif kd == 'negative': it = take(lambda i: i.kind in ('count', 'per-unit')); it.v = ('count', -3); it.text = -3; it.forced = (None, (0, it.max), [0] if it.kind == 'per-unit' else []); it.self_ = it.max; planted.append((kd, it))
        elif kd == 'percent': it = take(lambda i: i.unit == '%' and i.no != '6.2'); it.text = '112%'; it.forced = (None, (0, it.max), [it.max] if it.bands[0][0] in ('ge', 'gt') else [0]); it.self_ = it.max; planted.append((kd, it))
        elif kd == 'noself': it = take(lambda i: True); it.self_ = None; planted.append((kd, it))
        elif kd == 'evidence': it = take(lambda i: (i.self_points() or 0) > 0); it.ev = None; planted.append((kd, it))
        elif kd == 'above': it = take(lambda i: i.group == 'SC'); 
        elif kd == 'rate':
            it = take(lambda i: i.unit == '%' and i.v and i.v[0] == 'frac' and i.v[1] < i.v[2] and i.kind == 'percentage' and 10 < i.v[2])
            if it:  # another rate, in the same band
                for dlt in (F(3, 10), F(-3, 10), F(1, 2)):
                    x = F(dec(F(it.v[1], it.v[2]) * 100, 1)) + dlt; b = it.matched(); v = it.v; it.v = ('rate', x); same = it.matched() is b; it.v = v
                    if same and x <= 100: it.c['rateText'] = float(x); planted.append((kd, it)); break
        elif kd == 'denText': it = take(lambda i: i.kind == 'percentage' and i.v and i.v[0] == 'frac' and i.v[2] > 0); planted.append((kd, it))
        elif kd == 'hidden': it = take(lambda i: True); planted.append((kd, it))
        else: planted.append((kd, None))
        if kd == 'above' and it: d = it.v[2]; it.v = ('frac', d + 2, d); it.c['rateText'] = None; it.forced = (None, (0, it.max), [it.max]); it.self_ = it.max; planted.append((kd, it))
    if any(p[0] == 'total' for p in planted): k.total_self = k.self_total() + 10
    crit_wrong = None
    if any(p[0] == 'crit' for p in planted):
        xs = [c for c in k.crits if not any(i.no in used for i in c.items) and len(c.items) > 1]
        if xs: crit_wrong = r.choice(xs); crit_wrong.self_ = crit_wrong.self_points() - 5
        if k.total_self != 'sum': k.total_self = sum(c.self_points() or 0 for c in k.crits) + 10
    wrong_year = any(p[0] == 'year' for p in planted)
    # ---- columns
    tail = ['rubric', 'max', 'self'] + (['evid'] if evid else []); r.shuffle(tail); res = ['numr', 'den', 'rate'] if num else ['result']; r.shuffle(res); res = res + (['other'] if num else []); at = r.randint(0, len(tail)); roles = tail[:at] + res + tail[at:]
    roles = (['crit', 'name'] if merged else (['num'] if number != 'none' else []) + ['name']) + roles; grouped = num and r.random() < .6; cols = []
    heads = {}
    for x in roles:
        h = r.choice(HEAD[x]).format(year); heads[x] = h
        if x == 'result': h = f'Kết quả thực hiện năm {year - 2 if wrong_year else year}' if wrong_year or '{' in h or str(year) in h else h
        cols.append(('result' if x == 'other' else x, h, 'Số liệu' if grouped and x in res else None))
    if wrong_year and num: cols = [(a, (f'Tỷ lệ năm {year - 2} (%)' if a == 'rate' else h), g) for a, h, g in cols]
    ws = k.book.sheet(r.choice(['Chấm điểm', 'Sheet1', 'Tu cham', f'Năm {year}', 'BIỂU 1'])); r0, c0 = r.choice([(1, 1), (1, 1), (2, 2), (4, 3)])
    title = r.choice(TITLES).format(U=k.kind.upper(), Y=year); row = letterhead(ws, k, len(cols), title, r=r0, c=c0, sub=r.choice(['(Theo Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ)', '(QĐ 06/QĐ-TTg)', None]), cls=r.choice(['Loại đơn vị: ', 'Nhóm: ', 'Đơn vị thuộc: ']), motto=r.random() < .7)
    row = table(ws, k, row, c0, cols, rub=lambda i: rubric(i, style, w), res=mode, number=number, crit_rows=not merged, formulas=formulas, ratemode=r.choice(['', 'rate%', 'formula%' if writer == 'xlsxwriter' else 'rate%']), colnums=r.random() < .25, total=r.choice(['TỔNG CỘNG', 'Tổng điểm', 'Cộng', 'TỔNG SỐ ĐIỂM']), upper=r.random() < .2, short=r.random() < .25, total_top=r.random() < .1)
    signature(ws, k, row + 2, c0 + 1, c0 + max(3, len(cols) - 2))
    for j, x in enumerate(roles): ws.widths[c0 + j] = {'name': 45, 'rubric': 45, 'crit': 26, 'result': 26, 'other': 22, 'evid': 20}.get(x, 9)
    C = k.C
    for kd, it in planted:
        c = it.c if it else None; sc = C['self']
        if kd == 'self': k.defect('self-score-mismatch', c['self'])
        elif kd == 'exceed': k.defect('self-score-exceeds-max', c['self']); k.allow('self-score-not-in-rubric', c['self'])
        elif kd == 'notin': k.defect('self-score-not-in-rubric', c['self'])
        elif kd == 'missing': k.defect('missing-observation', c['obs'], *c.get('cells', []))
        elif kd == 'unreadable': k.defect('unreadable-value', c['obs'])
        elif kd == 'negative': k.defect('negative-value', c['obs']); k.allow('percentage-out-of-range', c['obs'])
        elif kd == 'percent': k.defect('percentage-out-of-range', c['obs']); k.allow('numerator-exceeds-denominator', c['obs'])
        elif kd == 'noself': c['self'] = ws.ref(c['row'], sc); k.defect('missing-self-score', c['self']); cr = next(x for x in k.crits if it in x.items); [k.allow(a, x) for a in ('missing-self-score', 'self-score-mismatch') for x in (cr.c.get('self'), k.total_c['self']) if x]
        elif kd == 'evidence': k.defect('missing-evidence', ws.ref(c['row'], C['evid']))
        elif kd == 'above': k.defect('numerator-exceeds-denominator', c['num'], c.get('rate')); k.allow('percentage-out-of-range', c.get('rate') or c['num'])
        elif kd == 'rate': k.defect('rate-mismatch', c['rate'])
        elif kd == 'denText': x = ws.cells[(c['row'], C['den'])]; x.update(v=th(it.v[2]), fmt='@'); k.defect('text-number', c['den'])
        elif kd == 'hidden': ws.hidden_rows.add(c['row']); k.defect('hidden-data', ws.ref(c['row'], c0), *[ws.ref(c['row'], c0 + j) for j in range(len(cols))])
        elif kd == 'total': k.defect('total-mismatch', k.total_c['self']); k.allow('self-score-mismatch', k.total_c['self']); k.allow('self-score-exceeds-max', k.total_c['self'])
        elif kd == 'crit' and crit_wrong: k.defect('criterion-total-mismatch', crit_wrong.c['self']); k.allow('self-score-mismatch', crit_wrong.c['self'], k.total_c['self']); k.allow('self-score-not-in-rubric', crit_wrong.c['self'])
        elif kd == 'year':
            role = 'rate' if num else 'result'; k.defect('wrong-year', ws.ref(k.header_row, C[role]), ws.ref(k.header_row - 1, C[role]), ws.ref(r0 + 3, c0))
    for it in k.items():
        if it.self_points() is not None and it.self_points() > it.max:
            cr = next(x for x in k.crits if it in x.items); [k.allow('self-score-exceeds-max', x) for x in (cr.c.get('self'),) if x]
    if k.self_total() > 1000: k.allow('self-score-exceeds-max', k.total_c['self'])
    if r.random() < .08:
        for d in ws.cells.values():
            if isinstance(d['v'], str): d['v'] = unicodedata.normalize('NFD', d['v'])
        notes.append('NFD')
    k.layout = f"drawn at random: {', '.join(roles)}; bands {style}/{w}; numbering {number}; results {mode if not num else 'numerator, denominator, rate'}" + (', NFD' if notes else '')
    return k, writer

if __name__ == '__main__':
    first, count, layouts.OUT = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]; os.makedirs(layouts.OUT, exist_ok=True)
    for s in range(first, first + count): k, w = draw(s); k.write(w)
