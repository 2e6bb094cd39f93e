import layouts
from eng import *
from b2 import chthi
STD = [('num', 'TT'), ('name', 'Nội dung tiêu chí'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('self', 'Điểm tự chấm')]

def a31():
    k = new('a31-quy-dinh-va-ket-qua-cung-mot-o-xa-thien-long', 'scale and result in the same cell', 'Thiện Long', district='huyện Bình Gia', said='Xã miền núi', cls='mountain-island-hardship', seed=401)
    ws = k.book.sheet('Bảng chấm'); worse(k, '6.1'); r = head(ws, k, ['UBND XÃ THIỆN LONG', 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã miền núi']) + 1
    def rub(it): x = shown(it, 'both', 2024); return 'Quy định:\n' + rubric(it, 'bullet') + f'\nKết quả của xã: {x}'
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('max', 'Điểm tối đa'), ('rubric', 'Thang điểm và kết quả thực hiện'), ('self', 'Điểm đạt')], rub=rub)
    for it in k.items(): it.c['obs'] = it.c['rubric']; it.c['cells'] = [it.c['rubric']]
    flaws(k); k.write()

def a32():
    k = new('a32-ket-qua-trong-ghi-chu-o-diem-xa-hoa-thang', 'results only in the notes of the points\' cells', 'Hòa Thắng', district='huyện Hữu Lũng', said='Xã còn lại', seed=402)
    ws = k.book.sheet('Tự chấm'); r = head(ws, k, ['UBND XÃ HÒA THẮNG', 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã còn lại']) + 1
    r = tab(ws, k, r, 1, [x for x in STD if x[0] != 'result'], rub=lambda i: rubric(i, 'bullet'))
    for it in k.items():
        s = it.c['self'].split('!')[1]; ws.cells[(it.c['row'], k.C['self'])]['note'] = f'Kết quả: {shown(it, "both", 2024)}'; it.c['obs'] = it.c['self']; it.c['cells'] = []
        it.c['orig'] = it.score
        p = it.score(); it.score = (lambda p: lambda: (p[0], p[1], [None]))(p)
    k.alternatives = [{'total': {'points': None}, 'verdict': {'status': 'undetermined'}}]; k.allow('missing-observation', None); k.write()

def a33():
    nm = 'a33-sheet-tu-cham-va-sheet-tham-dinh-xa-minh-son'; k = new(nm, 'self-assessment sheet and the district\'s appraisal sheet of the same form', 'Minh Sơn', district='huyện Hữu Lũng', said='Xã còn lại', seed=403, crits=other())
    ws = k.book.sheet('Tự chấm'); worse(k, '9.1'); r = head(ws, k, ['UBND XÃ MINH SƠN', 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã còn lại']) + 1
    r = tab(ws, k, r, 1, STD, rub=lambda i: rubric(i, 'bullet'), res='text'); flaws(k)
    k2 = new(nm, '', 'Minh Sơn', seed=403, crits=other(), said='Xã còn lại'); w2 = k.book.sheet('Huyện thẩm định'); k2.it('11.1').v = ('count', 1)
    r = head(w2, k2, ['UBND HUYỆN HỮU LŨNG', 'BẢNG THẨM ĐỊNH ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024 - XÃ MINH SƠN', 'Xã còn lại']) + 1
    tab(w2, k2, r, 1, STD[:-2] + [('result', 'Kết quả thẩm định'), ('self', 'Điểm thẩm định')], rub=lambda i: rubric(i, 'bullet'), res='text')
    t = k.truth(); t['sheet'] = 'Tự chấm'; save(k.book, f'{layouts.OUT}/{nm}.xlsx', 'xlsxwriter'); put_truth(nm, {'file': nm + '.xlsx', 'layout': k.layout, 'rubric': 'A', 'multi': True, 'year': 2024, 'standardId': k.standard, 'clean': False, 'sheets': [t]}); print(nm)

def a34():
    k = new('a34-kieu-google-sheets-khong-tieu-de-xa-tan-lien', 'no letterhead, header in row 1, title only in the sheet\'s name', 'Tân Liên', district='huyện Cao Lộc', said=None, cli='other', seed=404)
    ws = k.book.sheet('Xã Tân Liên 2024'); worse(k, '13.1')
    r = tab(ws, k, 1, 1, [('num', '#'), ('name', 'Tiêu chí / chỉ tiêu'), ('max', 'Điểm chuẩn'), ('n', 'Số đạt'), ('d', 'Tổng số'), ('q', 'Tỷ lệ'), ('result', 'Kết quả khác'), ('rubric', 'Thang điểm'), ('self', 'Điểm tự chấm'), ('evid', 'Link minh chứng')], rub=lambda i: rubric(i, 'short'), ratef=lambda it, x: (float(dec(x, 2)) / 100, '0.0%') if it.unit == '%' else (float(dec(x, 2)), '0.00')); flaws(k); k.write('openpyxl')

def a35():
    k = new('a35-xep-theo-co-quan-xa-yen-binh', 'rows grouped by agency, a column with the criterion\'s number', 'Yên Bình', district='huyện Hữu Lũng', said='Xã còn lại', seed=405)
    ws = k.book.sheet('Theo ngành'); worse(k, '7.1'); r = head(ws, k, ['UBND XÃ YÊN BÌNH', 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024 (xếp theo cơ quan phụ trách)', 'Xã còn lại']) + 1
    r = headers(ws, r, 1, [('a', 'TT'), ('b', 'Thuộc tiêu chí'), ('c', 'Chỉ tiêu'), ('d', 'Thang điểm'), ('e', 'Điểm tối đa'), ('f', 'Kết quả'), ('g', 'Điểm tự chấm')]); n = 0
    for ag in dict.fromkeys(i.agency for i in k.items()):
        ws.put(r, 1, 'ABCDEFGH'[n], bold=True); ws.put(r, 3, ag.upper(), bold=True); n += 1; r += 1; q = 0
        for c in k.crits:
            for it in c.items:
                if it.agency != ag: continue
                q += 1; x = shown(it, 'both', 2024); ws.put(r, 1, q); y = ws.put(r, 2, f'TC {c.n:02d}. {c.name}'); c.c.setdefault('cell', y); ws.put(r, 3, it.label); ws.put(r, 5, it.max); it.c.update(label=it.label, rubric=ws.put(r, 4, rubric(it, 'bullet')), obs=ws.put(r, 6, x), self=ws.put(r, 7, it.self_points()), text=str(x)); r += 1
    ws.put(r, 3, 'TỔNG CỘNG'); ws.put(r, 5, 1000); k.total_c['self'] = ws.put(r, 7, k.self_total()); flaws(k); k.write()

def a36():
    k = new('a36-sau-thang-va-ca-nam-xa-tan-thanh', 'half-year and full-year results and points', 'Tân Thành', district='huyện Cao Lộc', said='Xã còn lại', seed=406)
    ws = k.book.sheet('Tự chấm'); worse(k, '9.1'); h = {i.no: i for c in fill(base(), random.Random(5), k.pop, .4) for i in c.items}
    r = head(ws, k, ['UBND XÃ TÂN THÀNH', 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã còn lại']) + 1
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('hr', '6 tháng đầu năm', 'Kết quả'), ('hs', '6 tháng đầu năm', 'Điểm ước'), ('result', 'Cả năm', 'Kết quả'), ('self', 'Cả năm', 'Điểm tự chấm')], rub=lambda i: rubric(i, 'bullet'), res='both', ov={'hr': lambda i: shown(h[i.no], 'both', 2024), 'hs': lambda i: h[i.no].score()[0]}); flaws(k); k.write()

def a37():
    k = new('a37-khong-dau-viet-tat-xls-xa-hai-yen', 'no accents, abbreviations, .xls', 'Hai Yen', district='huyen Cao Loc', province='tinh Lang Son', said='Xa mien nui', cls='mountain-island-hardship', seed=407, ending='xls', crits=base('B'))
    ws = k.book.sheet('Cham diem'); worse(k, '12.2'); r = head(ws, k, ['UBND XÃ HẢI YẾN', 'BẢNG CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã miền núi']) + 1
    r = tab(ws, k, r, 1, [('num', 'STT'), ('name', 'ND chấm'), ('rubric', 'QĐ điểm'), ('max', 'Đ. chuẩn'), ('result', 'KQ thực hiện'), ('self', 'Xã chấm'), ('evid', 'HS kèm theo')], cnum=lambda c: f'TC {c.n:02d}', inum=lambda c, j, it: f'{c.n}.{"abcd"[j]}', ilabel=lambda c, j, it: it.short, rub=lambda i: rubric(i, 'short'), res='both', total='TC')
    for d in ws.cells.values():
        if isinstance(d['v'], str): d['v'] = noaccent(d['v'])
    for i in k.items(): i.c['label'] = noaccent(i.short)
    flaws(k); k.write('xlwt')

def a38():
    k = new('a38-cong-duoi-moi-tieu-chi-xa-phu-xa', 'sums below each criterion, repeated header, page footers', 'Phú Xá', district='huyện Cao Lộc', said='Xã còn lại', seed=408, crits=other())
    ws = k.book.sheet('Phiếu'); worse(k, '2.1'); bad = k.cr(10); 
    r = head(ws, k, ['UBND XÃ PHÚ XÁ', 'PHIẾU TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã còn lại']) + 1
    s = bad.self_points(); bad.self_ = s - 10
    cols = [('num', 'Số TT'), ('name', 'Tiêu chí và nội dung chấm'), ('max', 'Mức điểm cao nhất'), ('rubric', 'Cách cho điểm'), ('result', 'Kết quả đạt được trong năm'), ('self', 'Điểm tự chấm'), ('evid', 'Tài liệu kèm theo')]
    r = tab(ws, k, r, 1, cols, rub=chthi, res='text', clabel=lambda c: f'Tiêu chí {c.n}. {c.name}', cnum=lambda c: None, inum=lambda c, j, it: f'{j+1}-', sums=False, cfoot=lambda c: f'Cộng tiêu chí {c.n}', repeat=(4, 9), total='Tổng điểm 13 tiêu chí')
    k.defect('criterion-total-mismatch', bad.c['self']); k.allow('band-gap', None); flaws(k); k.write()

def a39():
    k = new('a39-diem-co-chu-diem-xa-xuat-le', 'points and maxima written with "điểm"/"đ"', 'Xuất Lễ', district='huyện Cao Lộc', said='Xã đặc biệt khó khăn', cls='mountain-island-hardship', seed=409)
    ws = k.book.sheet('BIỂU'); worse(k, '10.1'); r = head(ws, k, ['UBND XÃ XUẤT LỄ', 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã đặc biệt khó khăn']) + 1
    r = tab(ws, k, r, 1, STD + [('evid', 'Hồ sơ kèm theo')], rub=lambda i: rubric(i, 'bullet'), res='both')
    for (rr, cc), d in ws.cells.items():
        if cc in (k.C['max'], k.C['self']) and isinstance(d['v'], (int, float)): d['v'] = f"{d['v']} điểm" if cc == k.C['max'] else f"{d['v']}đ"
    for i in k.items(): k.allow('text-number', i.c['self']); k.allow('text-number', i.c['max'])
    k.allow('text-number', None); flaws(k); k.write()

def a40():
    k = new('a40-diem-dat-tren-diem-toi-da-xa-loc-yen', 'points as "50/50" (awarded/maximum) in one cell', 'Lộc Yên', district='huyện Cao Lộc', said='Xã còn lại', seed=410)
    ws = k.book.sheet('BIỂU'); worse(k, '6.1'); r = head(ws, k, ['UBND XÃ LỘC YÊN', 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã còn lại']) + 1
    r = tab(ws, k, r, 1, [x for x in STD if x[0] not in ('max', 'self')] + [('self', 'Điểm đạt/ điểm tối đa')], rub=lambda i: rubric(i, 'bullet'), res='both')
    for c in k.crits:
        for x, m in [(c.c['self'], c.max)] + [(i.c['self'], i.max) for i in c.items]:
            q = int(x.rsplit('F' if False else 'E' if False else x.split('!')[1][0], 1)[1]); d = ws.cells[(q, k.C['self'])]; d['v'] = f"{d['v']}/{m}"
        for i in c.items: k.allow('text-number', i.c['self'])
    d = ws.cells[(r - 1, k.C['self'])]; d['v'] = f"{d['v']}/1000"; k.allow('text-number', None); flaws(k); k.write()

def a41():
    k = new('a41-cot-tung-thon-va-toan-xa-xa-hong-thai', 'columns for each hamlet and for the whole commune', 'Hồng Thái', district='huyện Bình Gia', said='Xã miền núi', cls='mountain-island-hardship', seed=411)
    ws = k.book.sheet('Tổng hợp'); worse(k, '7.1'); R = random.Random(4)
    def part(q):
        def f(it):
            v = it.v
            if v[0] == 'frac' and v[1] > 3: return [v[1] // 3 + 1, v[1] // 3, v[1] - 2 * (v[1] // 3) - 1][q]
            if v[0] == 'count': return [v[1] - v[1] // 2, v[1] // 2, 0][q]
            return None
        return f
    r = head(ws, k, ['UBND XÃ HỒNG THÁI', 'TỔNG HỢP SỐ LIỆU VÀ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã miền núi']) + 1
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Chỉ tiêu'), ('t1', 'Số liệu các thôn', 'Nà Ven'), ('t2', 'Số liệu các thôn', 'Bản Mới'), ('t3', 'Số liệu các thôn', 'Khuổi Cáp'), ('result', 'Kết quả toàn xã'), ('rubric', 'Quy định điểm'), ('max', 'Điểm tối đa'), ('self', 'Điểm tự chấm')], rub=lambda i: rubric(i, 'bullet'), res='both', ov={'t1': part(0), 't2': part(1), 't3': part(2)}); flaws(k); k.write('openpyxl')

def a42():
    k = new('a42-nhieu-loi-so-lieu-xa-quang-lac', 'numerator/denominator with line breaks; several planted errors', 'Quảng Lạc', district='thành phố Lạng Sơn', said='Xã còn lại', seed=412)
    ws = k.book.sheet('Chấm điểm'); r = head(ws, k, ['UBND XÃ QUẢNG LẠC', 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã còn lại']) + 1
    x = k.it('7.1'); d = k.pop['U1']; x.v = ('frac', d + 2, d); x.forced = (None, (0, 50)); x.self_ = 50
    y = k.it('10.1'); y.v = ('frac', k.pop['Y5'] - 1, k.pop['Y5'])
    z = k.it('11.1'); z.v = None; z.self_ = 25
    k.it('4.2').v = ('count', 0); k.it('12.1').self_ = 30; k.it('12.1').v = ('yes',)
    def rf(it, q):
        if it is y: return (93.5,)
        return (float(dec(q, 1)),)
    G = 'KẾT QUẢ ĐẠT ĐƯỢC'
    r = tab(ws, k, r, 1, [('num', 'STT'), ('name', 'NỘI DUNG CHẤM'), ('rubric', 'QUY ĐỊNH ĐIỂM'), ('max', 'MỨC\nCHUẨN'), ('n', G, 'Tử số\n(số đạt)'), ('d', G, 'Mẫu số\n(tổng số)'), ('q', G, 'Tỷ lệ\n%'), ('result', G, 'Đạt/\nkhông đạt'), ('self', 'XÃ\nCHẤM')], rub=lambda i: rubric(i, 'bullet'), ratef=rf)
    k.defect('numerator-exceeds-denominator', x.c['numc']); k.allow('percentage-out-of-range', x.c['ratec']); k.defect('rate-mismatch', y.c['ratec']); k.allow('rounding-decides-band', y.c['ratec'])
    k.defect('missing-observation', ws.ref(z.c['row'], k.C['n']), ws.ref(z.c['row'], k.C['result']), ws.ref(z.c['row'], k.C['q'])); k.defect('self-score-exceeds-max', k.it('12.1').c['self']); k.allow('self-score-mismatch', k.it('12.1').c['self']); k.allow('self-score-not-in-rubric', k.it('12.1').c['self'])
    z.c['cells'] = [ws.ref(z.c['row'], c) for c in range(5, 9)]; k.write()

def a43():
    k = new('a43-diem-tong-trong-cau-tc-01-xa-tan-van', 'TC 01 / 01.2 numbers, total stated in a sentence above, item maxima in names', 'Tân Văn', district='huyện Bình Gia', said='Xã miền núi', cls='mountain-island-hardship', seed=413)
    ws = k.book.sheet('PL02'); worse(k, '13.1'); r = head(ws, k, ['UBND XÃ TÂN VĂN', 'KẾT QUẢ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Loại xã: Xã miền núi', f'Tổng điểm xã tự chấm: {k.self_total()}/1000 điểm']) + 1
    r = tab(ws, k, r, 1, [('num', 'Mã'), ('name', 'Tiêu chí/ chỉ số (điểm tối đa)'), ('rubric', 'Quy định cho điểm'), ('result', 'Số liệu thực hiện'), ('self', 'Điểm tự cho')], cnum=lambda c: f'TC {c.n:02d}', inum=lambda c, j, it: f'{c.n:02d}.{j+1}', clabel=lambda c: f'{c.name} ({c.max} điểm)', ilabel=lambda c, j, it: f'{it.label} ({it.max}đ)', rub=lambda i: rubric(i, 'bullet'), res='both', total=None); flaws(k); k.write()

def a44():
    k = new('a44-bang-nghieng-muc-dat-la-cot-a-b-c-xa-hoang-dong', 'bands as columns "Mức A, B, C, D", the officer writes the letter', 'Hoàng Đồng', district='thành phố Lạng Sơn', said='Xã còn lại', seed=414)
    ws = k.book.sheet('Chấm'); k.it('12.2').v = ('frac', 5, 10); k.pop['V'] = 10
    r = head(ws, k, ['UBND XÃ HOÀNG ĐỒNG', 'PHIẾU CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã còn lại', 'Cách ghi: ghi chữ A, B, C hoặc D vào cột "Mức đạt"']) + 1
    r = headers(ws, r, 1, [('a', 'TT'), ('b', 'Chỉ tiêu'), ('c', 'Mức điểm', 'Mức A'), ('d', 'Mức điểm', 'Mức B'), ('e', 'Mức điểm', 'Mức C'), ('f', 'Mức điểm', 'Mức D'), ('g', 'Mức đạt'), ('h', 'Số liệu'), ('i', 'Điểm')])
    for c in k.crits:
        ws.put(r, 1, c.n); c.c['cell'] = ws.put(r, 2, f'{c.name} ({c.max} điểm)'); c.c['self'] = ws.put(r, 9, c.self_points()); r += 1
        for it in c.items:
            if not it.bands: p, m = it.per; it.bands = [('ge', m // p, None, m), ('rangeinc', 2, m // p - 1, 10), ('eq', 1, None, p), ('zero', None, None, 0)]; it.kind = 'count'
            for q, b in enumerate(it.bands): ws.put(r, 3 + q, f'{cond(b, it)}: {b[3]} điểm')
            x = shown(it, 'both', 2024); ws.put(r, 1, it.no); ws.put(r, 2, it.label); y = ws.put(r, 7, 'ABCD'[it.bands.index(it.matched())]); it.c.update(label=it.label, obs=ws.put(r, 8, x), cells=[y], self=ws.put(r, 9, it.self_points()), rubric=ws.ref(r, 3), text=str(x)); r += 1
    ws.put(r, 2, 'Tổng'); k.total_c['self'] = ws.put(r, 9, k.self_total()); k.write('openpyxl')
ALL = [a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44]
