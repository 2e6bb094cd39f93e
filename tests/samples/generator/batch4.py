"""Workbooks s42 to s55: planted defects and borderline values."""
from fractions import Fraction as F
from layouts import *
from scales import base, other, Item
from wording import rubric, cond, shown, vn, th, dec

STD = [('num', 'TT'), ('name', 'Nội dung tiêu chí'), ('rubric', 'Cách tính và thang điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('self', 'Điểm tự chấm')]
TITLE = 'BẢNG TỰ CHẤM ĐIỂM {} PHÙ HỢP VỚI TRẺ EM NĂM 2024'
NUM = [('num', 'TT'), ('name', 'Chỉ tiêu'), ('max', 'Điểm tối đa'), ('rubric', 'Thang điểm'), ('den', 'Mẫu số (tổng)', 'Số liệu'), ('numr', 'Tử số (đạt)', 'Số liệu'), ('rate', 'Tỷ lệ (%, ‰)', 'Số liệu'), ('result', 'Kết quả khác', 'Số liệu'), ('self', 'Điểm tự chấm')]

def s42():
    k = Case('s42-thieu-mot-tieu-chi-xa-dong-son', 'a criterion is missing', 'Đông Sơn', 'Xã', 'huyện Đô Lương', 'tỉnh Nghệ An', 2024, 'other', base('B'), seed=71, said='Xã còn lại')
    ws = k.book.sheet('BẢNG 1'); r = letterhead(ws, k, 6, TITLE.format('XÃ')); k.cr(9).missing = True; k.unchecked = True; gone = k.cr(9); k.crits.remove(gone)
    r = table(ws, k, r, 1, STD, rub=lambda i: rubric(i, 'colon'), res='both', number='tc'); k.crits.insert(8, gone); gone.items = []
    k.defect('missing-criterion', None); signature(ws, k, r + 2, 2, 5); widths(ws, 12, 50, 45, 9, 26, 9); k.write('xlsxwriter')

def s43():
    k = Case('s43-tieu-chi-chep-hai-lan-xa-vinh-hao', 'a criterion is there twice', 'Vĩnh Hảo', 'Xã', 'huyện Tuy Phong', 'tỉnh Bình Thuận', 2024, 'other', base(), seed=72, said='Xã đồng bằng')
    import copy
    ws = k.book.sheet('Tự chấm'); r = letterhead(ws, k, 6, TITLE.format('XÃ')); twin = copy.deepcopy(k.cr(4)); k.crits.insert(4, twin); k.unchecked = True
    right = sum(c.self_points() for c in k.crits) - twin.self_points(); k.total_self = right; k.total_c['statedMax'] = 1000
    r = table(ws, k, r, 1, STD, rub=lambda i: rubric(i, 'paren'), res='text', formulas=False); k.crits.remove(twin)
    for a, b in zip(k.cr(4).items, twin.items): a.c['cells'] = [b.c['obs']]
    k.defect('duplicate-criterion', twin.c['cell']); k.allow('total-mismatch', k.total_c['self']); k.allow('max-points-mismatch', k.total_c['max'])
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 50, 45, 9, 26, 9); k.write('openpyxl')

def s44():
    k = Case('s44-loai-don-vi-mau-thuan-so-lieu-le-xa-phu-nham', 'two unit classes; impossible and odd counts', 'Phù Nham', 'Xã', 'huyện Văn Chấn', 'tỉnh Yên Bái', 2024, 'other', base(), seed=73, said='Xã miền núi', cli='other', quality=.72, pop=population(random.Random(73), total=1500))
    p = k.pop; p['SC'] = 60
    k.it('6.1').v = ('frac', F(91, 2), 60); k.it('6.1').c['rateText'] = F(455, 6)
    k.it('11.3').v = ('count', -2); k.it('11.3').forced = (None, (0, 25), [0]); k.it('11.3').self_ = 0
    k.it('13.1').text = '108%'; k.it('13.1').forced = (None, (0, 25), [25]); k.it('13.1').self_ = 25
    ws = k.book.sheet('Biểu tự chấm'); r = letterhead(ws, k, 9, TITLE.format('XÃ')); cls = ws.ref(r - 2, 1)
    r = table(ws, k, r, 1, NUM, rub=lambda i: rubric(i, 'short'))
    for no in ('6.1',): ws.cells[(k.it(no).c['row'], 6)]['fmt'] = '0.0'
    k.defect('unit-class-conflict', cls); k.defect('not-an-integer', k.it('6.1').c['num']); k.defect('negative-value', k.it('11.3').c['obs']); k.defect('percentage-out-of-range', k.it('13.1').c['obs'])
    k.allow('numerator-exceeds-denominator', k.it('13.1').c['obs']); signature(ws, k, r + 2, 2, 8); widths(ws, 6, 50, 8, 45, 9, 9, 9, 22, 9); k.write('xlsxwriter')

def s45():
    k = Case('s45-thang-diem-ho-chong-khong-doc-duoc-xa-xuan-quang', 'gaps, overlaps, an unreadable scale, a departure from a known fact', 'Xuân Quang', 'Xã', 'huyện Bảo Thắng', 'tỉnh Lào Cai', 2024, 'mountain-island-hardship', base(), seed=74, said='Xã thuộc miền núi', quality=.9)
    p = k.pop
    k.it('2.1').v = ('frac', p['U5'], p['U5']); k.it('2.1').bands = [('ge', 98, None, 50), ('range', 95, 97, 35), ('range', 90, 95, 20), ('lt', 90, None, 0)]
    k.it('8.1').v = ('frac', p['U5'] * 5 // 100, p['U5']); k.it('8.1').bands = [('lt', 10, None, 40), ('range', 8, 15, 25), ('range', 15, 20, 10), ('ge', 20, None, 0)]
    k.it('7.1').bands = [('ge', 96, None, 50), ('range', 92, 96, 40), ('range', 90, 92, 25), ('lt', 90, None, 0)]; k.it('7.1').v = ('frac', p['U1'], p['U1'])
    k.it('11.2').forced = (None, (0, 25)); k.it('11.2').self_ = 25
    ws = k.book.sheet('Cham 2024'); r = letterhead(ws, k, 6, TITLE.format('XÃ'))
    r = table(ws, k, r, 1, STD, rub=lambda i: 'Chấm theo hướng dẫn riêng của huyện' if i.no == '11.2' else rubric(i, 'bullet'), res='both', number='text')
    x = lambda no: k.it(no).c
    k.defect('band-gap', x('2.1')['rubric'], x('2.1')['labelCell']); k.defect('band-overlap', x('8.1')['rubric'], x('8.1')['labelCell']); k.defect('unreadable-rubric', x('11.2')['rubric']); k.defect('standard-mismatch', x('7.1')['rubric'], x('7.1')['max'], x('7.1')['labelCell'])
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 50, 45, 9, 26, 9); k.write('xlsxwriter')

def s46():
    cs = base(); i62 = next(i for c in cs for i in c.items if i.no == '6.2'); 
    k = Case('s46-khong-phat-sinh-khong-co-quy-dinh-xa-cu-lao-dung', 'no case and no rule for it; 0/0', 'An Thạnh Nhì', 'Xã', 'huyện Cù Lao Dung', 'tỉnh Sóc Trăng', 2024, 'mountain-island-hardship', cs, seed=75, said='xã hải đảo', quality=.95)
    i62.bands = [('eq', 100, None, 75), ('lt', 100, None, 0)]; i62.self_ = 75; i61 = k.it('6.1'); i61.v = ('frac', 0, 0); i61.self_ = 0
    ws = k.book.sheet('Trang 1'); r = letterhead(ws, k, 9, TITLE.format('XÃ')); r = table(ws, k, r, 1, NUM, rub=lambda i: rubric(i, 'eq', 'math'))
    k.defect('zero-denominator', i61.c['den']); signature(ws, k, r + 2, 2, 8); widths(ws, 6, 50, 8, 45, 9, 9, 9, 22, 9); k.write('xlsxwriter')

def s47():
    k = Case('s47-chu-gach-ngang-sua-so-phuong-tan-loi', 'struck-through old values in the results', 'Tân Lợi', 'Phường', 'thành phố Buôn Ma Thuột', 'tỉnh Đắk Lắk', 2024, 'other', base(), seed=76, cli='other')
    ws = k.book.sheet('Chấm'); r = letterhead(ws, k, 6, TITLE.format('PHƯỜNG'))
    k.it('9.1').v = ('rate', F('93.6')); k.it('9.1').c['rich'] = [('81,2%', True), (' 93,6%', False)]
    k.it('1.2').v = ('no',); k.it('1.2').c['rich'] = [('Có', True), (' Không', False)]
    k.it('11.1').v = ('count', 1); k.it('11.1').c['rich'] = [('02 cuộc ', True), ('01 cuộc', False)]
    d = k.pop['K']; n = d * 96 // 100; k.it('10.3').v = ('frac', n, d); k.it('10.3').c['rich'] = [(f'{n - 30}/{d}', True), (f' {n}/{d}', False)]
    r = table(ws, k, r, 1, STD, rub=lambda i: rubric(i, 'bullet'), res='frac'); signature(ws, k, r + 2, 2, 5); widths(ws, 6, 50, 45, 9, 26, 9); k.write('xlsxwriter')

def s48():
    k = Case('s48-sai-nam-khong-ro-loai-don-vi-xa-muong-phang', 'no unit class; another year in the result heading', 'Mường Phăng', 'Xã', 'thành phố Điện Biên Phủ', 'tỉnh Điện Biên', 2024, None, other(), seed=77, quality=.62)
    ws = k.book.sheet('DANH GIA'); r = letterhead(ws, k, 6, 'BẢNG ĐÁNH GIÁ, TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    cols = [(a, 'Kết quả thực hiện năm 2022' if a == 'result' else h) for a, h in STD]; k.it('8.1').v = ('frac', k.pop['U5'] * 10 // 100, k.pop['U5']); k.it('3.1').v = ('frac', 1, k.pop['T'])
    r = table(ws, k, r, 1, cols, rub=lambda i: rubric(i, 'arrow'), res='both'); k.defect('wrong-year', ws.ref(k.header_row, 5), ws.ref(4, 1)); k.defect('unit-class-missing', None)
    for it in k.items():
        if it.kind == 'change': ws.cells[(it.c['row'], 5)]['v'] = f'Năm trước: {it.v[1]}; năm nay: {it.v[2]}'
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 50, 45, 9, 26, 9); k.write('openpyxl')

def s49():
    k = Case('s49-ty-le-mau-thuan-phan-so-gia-tri-bien-xa-hung-dong', 'rates that contradict their fractions; borderline values', 'Hưng Đông', 'Xã', 'thành phố Vinh', 'tỉnh Nghệ An', 2024, 'other', base(), seed=78, said='Xã đồng bằng', quality=.9)
    p = k.pop; p['U5'] = 442
    k.it('2.1').v = ('frac', 433, 442); k.it('2.1').text = '433/442 (98%)'; k.it('2.1').self_ = 50
    for no, n in (('8.1', 31), ('8.2', 52)): k.it(no).v = ('frac', n, 442); k.it(no).text = None
    k.it('6.1').v = ('frac', 57, 60); k.it('6.1').text = '57/60 = 95%'                      # exactly on the limit
    k.it('7.1').v = ('frac', 96, 100); k.it('7.1').text = '96/100 (99%)'; k.it('7.1').self_ = 50   # fraction decides: 40
    k.it('10.1').v = ('frac', 95, 100); k.it('10.1').text = '95/100'                          # exactly on the limit: 20
    k.it('13.1').v = ('frac', 52, 80); k.it('13.1').text = '52/80 (65%)'                      # exactly on the limit: 15
    k.it('5.1').v = ('chg', 20, 18); k.it('5.1').text = 'Năm 2023: 20 trẻ; năm 2024: 18 trẻ'   # exactly 10 %: 50
    p['SV'] = 80
    ws = k.book.sheet('Tự chấm'); r = letterhead(ws, k, 6, TITLE.format('XÃ')); r = table(ws, k, r, 1, STD, rub=lambda i: rubric(i, 'bullet'), res='both')
    x = lambda no: k.it(no).c
    k.defect('rounding-decides-band', x('2.1')['obs']); k.defect('self-score-mismatch', x('2.1')['self']); k.defect('rate-mismatch', x('7.1')['obs']); k.defect('self-score-mismatch', x('7.1')['self'])
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 50, 45, 9, 26, 9); k.write('openpyxl')

def s50():
    k = Case('s50-so-dan-khong-khop-so-dang-chu-xa-tra-don', 'inconsistent groups, text numbers, an error cell; .xls by LibreOffice', 'Trà Don', 'Xã', 'huyện Nam Trà My', 'tỉnh Quảng Nam', 2024, 'mountain-island-hardship', other(), seed=79, said='Xã đặc biệt khó khăn', ending='xls', pop=population(random.Random(79), total=1786))
    ws = k.book.sheet('So lieu cham'); r = letterhead(ws, k, 9, TITLE.format('XÃ')); p = k.pop
    k.it('9.1').v = ('frac', 1650, 1705)                     # elsewhere 1786 children
    k.it('10.2').c['rateText'] = '#DIV/0!'
    k.it('5.2').v = ('count', 1); k.it('5.2').self_ = None
    r = table(ws, k, r, 1, NUM, rub=lambda i: rubric(i, 'short', 'sym'), number='text'); x = lambda no: k.it(no).c
    k.defect('inconsistent-population', x('9.1')['den'], x('2.2')['den'], x('3.1')['den'], x('4.1')['den'])
    row = x('4.1')['row']; ws.put(row, 5, '1.786'); k.defect('text-number', ws.ref(row, 5))
    row = x('10.2')['row']; n, d = k.it('10.2').v[1:]; ws.put(row, 5, None); del ws.cells[(row, 5)]; ws.cells[(row, 7)].update(v='#DIV/0!', f=f'=F{row}/E{row}*100'); k.it('10.2').forced = (None, (0, 35)); k.it('10.2').self_ = k.it('10.2').max
    ws.cells[(row, 9)]['v'] = 35; k.defect('formula-error', ws.ref(row, 7)); k.allow('missing-observation', ws.ref(row, 5)); k.allow('zero-denominator', ws.ref(row, 5))
    q = x('5.2')['row']; x('5.2')['self'] = ws.ref(q, 9); k.defect('missing-self-score', ws.ref(q, 9)); k.allow('missing-self-score', k.cr(5).c['self'])
    for c in k.crits: ws.cells[(int(c.c['self'].rsplit('I', 1)[1]), 9)]['v'] = c.self_points()
    k.allow('self-score-mismatch', k.cr(10).c['self'])
    signature(ws, k, r + 2, 2, 8); widths(ws, 6, 50, 8, 45, 9, 9, 9, 22, 9); ws.cells[(int(k.total_c['self'].rsplit('I', 1)[1]), 9)]['v'] = k.self_total(); k.write('libreoffice')

def s51():
    k = Case('s51-cong-thuc-chua-tinh-phuong-dong-hai', 'formulas without stored results (sums only)', 'Đông Hải', 'Phường', 'thành phố Thanh Hóa', 'tỉnh Thanh Hóa', 2024, 'other', other(), seed=80, said='Phường còn lại')
    ws = k.book.sheet('Phường tự chấm'); r = letterhead(ws, k, 7, TITLE.format('PHƯỜNG')); r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('max', 'Điểm tối đa'), ('self', 'Điểm tự chấm'), ('result', 'Kết quả'), ('rubric', 'Thang điểm'), ('evid', 'Hồ sơ')], rub=lambda i: rubric(i, 'pre2'), res='rateText')
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 50, 9, 9, 26, 45, 20); k.write('openpyxl')

def s52():
    k = Case('s52-phan-tram-thang-trong-cot-phan-tram-xa-lai-hung', 'plain numbers in a column of per cents, two result columns; .ods', 'Lai Hưng', 'Xã', 'huyện Bàu Bàng', 'tỉnh Bình Dương', 2024, 'other', base('B'), seed=81, said='Xã còn lại', ending='ods', quality=.6)
    ws = k.book.sheet('Bang diem'); r = letterhead(ws, k, 8, TITLE.format('XÃ'))
    k.it('9.1').v = ('rate', F(90)); k.it('7.1').v = ('rate', F('97.9')); k.it('13.2').v = ('lvl', 'Khá'); k.it('13.1').v = ('rate', F('64.9')); k.it('2.1').v = ('rate', F('98'))
    for no in ('6.1', '8.1', '8.2', '10.1', '10.2', '10.3', '11.2', '12.2'): v = k.it(no).v; k.it(no).v = ('rate', F(str(dec(F(v[1], v[2]) * 100, 1))))
    def each(s, it, c, r, C):
        if it.v[0] == 'rate': s.cells.pop((r, C['result']), None); it.c['cells'] = [it.c['obs']]; it.c['obs'] = s.put(r, C['pc'], float(it.v[1]))
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Chỉ tiêu'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('pc', 'Tỷ lệ đạt (%)'), ('result', 'Kết quả khác'), ('self', 'Điểm tự chấm'), ('note', 'Ghi chú')], rub=lambda i: rubric(i, 'bullet'), res='text', each=each, number='arabic')
    signature(ws, k, r + 2, 2, 6); widths(ws, 6, 50, 45, 9, 9, 24, 9, 12); k.write('libreoffice')

def s53():
    k = Case('s53-muc-diem-thanh-cot-danh-dau-ben-canh-xa-canh-duong', 'bands as columns, a tick column beside each; ticks only', 'Cảnh Dương', 'Xã', 'huyện Quảng Trạch', 'tỉnh Quảng Bình', 2024, 'other', base(), seed=82, said='Xã đồng bằng', quality=.7)
    ws = k.book.sheet('Phiếu chấm'); r = letterhead(ws, k, 12, 'PHIẾU CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    for j, h in enumerate(['TT', 'Nội dung', 'Điểm tối đa']): ws.put(r, 1 + j, h, bold=True)
    for j in range(4): ws.put(r, 4 + 2 * j, f'Mức {j + 1}', bold=True); ws.put(r, 5 + 2 * j, 'Chọn (x)', bold=True)
    ws.put(r, 12, 'Điểm tự chấm', bold=True); r += 1; k.it('12.2').self_ = 25; k.it('12.2').v = ('frac', 6, 10)
    for c in k.crits:
        ws.put(r, 1, c.n, bold=True); c.c['cell'] = ws.put(r, 2, c.name, bold=True); c.c['max'] = ws.put(r, 3, c.max, bold=True); c.c['self'] = ws.put(r, 12, c.self_points(), bold=True); r += 1
        for it in c.items:
            if not it.bands: it.bands = [('ge', 4, None, it.max), ('rangeinc', 2, 3, 10), ('eq', 1, None, 5), ('zero', None, None, 0)]; it.kind = 'count'
            ws.put(r, 1, it.no); ws.put(r, 2, it.label); ws.put(r, 3, it.max)
            for j, b in enumerate(it.bands): ws.put(r, 4 + 2 * j, f'{cond(b, it) if b[0] != "zero" else "Không có"} ({b[3]}đ)')
            h = it.bands.index(it.matched()); it.c.update(obs=ws.put(r, 5 + 2 * h, 'x'), cells=[ws.ref(r, 5 + 2 * j) for j in range(4)], text='x', self=ws.put(r, 12, it.self_points()), rubric=ws.ref(r, 4), shown=it.no); r += 1
    ws.put(r, 2, 'TỔNG CỘNG', bold=True); ws.put(r, 3, 1000); k.total_c['self'] = ws.put(r, 12, k.self_total())
    k.defect('self-score-mismatch', k.it('12.2').c['self'])
    for c in k.crits: ws.cells[(int(c.c['self'].rsplit('L', 1)[1]), 12)]['v'] = c.self_points()
    ws.cells[(r, 12)]['v'] = k.self_total(); signature(ws, k, r + 2, 2, 8); widths(ws, 6, 45, 8, 20, 6, 20, 6, 20, 6, 20, 6, 9); k.write('openpyxl')

def s54():
    k = Case('s54-moi-tieu-chi-mot-sheet-xa-my-hiep', 'one sheet per criterion with a summary sheet', 'Mỹ Hiệp', 'Xã', 'huyện Phù Mỹ', 'tỉnh Bình Định', 2024, 'other', other(), seed=83, said='Xã, phường, thị trấn còn lại')
    sm = k.book.sheet('Tổng hợp'); rows = letterhead(sm, k, 4, 'BẢNG TỔNG HỢP ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', mid=2)
    for j, h in enumerate(['Số TT', 'Tiêu chí', 'Điểm tối đa', 'Điểm tự chấm']): sm.put(rows, 1 + j, h, bold=True)
    k.it('11.1').v = ('count', 1); k.it('11.1').self_ = 15
    for c in k.crits:
        ws = k.book.sheet(f'TC{c.n}'); ws.put(1, 1, f'Tiêu chí {c.n}: {c.name}', bold=True); ws.put(2, 1, f'Xã {k.commune}, năm 2024')
        for j, h in enumerate(['TT', 'Nội dung', 'Cách tính và thang điểm', 'Điểm tối đa', 'Kết quả thực hiện', 'Điểm tự chấm']): ws.put(4, 1 + j, h, bold=True)
        r = 5
        for j, it in enumerate(c.items):
            x = shown(it, 'text', 2024); ws.put(r, 1, it.no); ws.put(r, 2, it.label); ws.put(r, 4, it.max); it.c.update(shown=it.no, rubric=ws.put(r, 3, rubric(it, 'bullet')), obs=ws.put(r, 5, x), text=str(x), self=ws.put(r, 6, it.self_points())); r += 1
        ws.put(r, 2, 'Cộng', bold=True); ws.put(r, 4, c.max, f=f'=SUM(D5:D{r - 1})'); ws.put(r, 6, c.self_points(), f=f'=SUM(F5:F{r - 1})'); k.allow('self-score-mismatch', *([ws.ref(r, 6)] if c.n == 11 else []))
        q = rows + c.n; sm.put(q, 1, c.n); c.c['cell'] = sm.put(q, 2, c.name); sm.put(q, 3, c.max, f=f"='{ws.name}'!D{r}"); c.c['self'] = sm.put(q, 4, c.self_points(), f=f"='{ws.name}'!F{r}"); widths(ws, 6, 50, 45, 9, 26, 9)
    q = rows + 14; sm.put(q, 2, 'TỔNG CỘNG', bold=True); sm.put(q, 3, 1000, f=f'=SUM(C{rows + 1}:C{q - 1})'); k.total_c['self'] = sm.put(q, 4, k.self_total(), f=f'=SUM(D{rows + 1}:D{q - 1})'); k.defect('self-score-not-in-rubric', k.it('11.1').c['self'])
    signature(sm, k, q + 2, 2, 4); widths(sm, 6, 60, 9, 9); k.write('xlsxwriter')

def s55():
    k = Case('s55-co-khong-hai-cot-danh-dau-phuong-bac-son', 'yes and no as two columns to tick', 'Bắc Sơn', 'Phường', 'thành phố Sầm Sơn', 'tỉnh Thanh Hóa', 2024, 'other', base('B'), seed=84, said='Phường còn lại', quality=.75)
    ws = k.book.sheet('Tu danh gia'); r = letterhead(ws, k, 9, TITLE.format('PHƯỜNG')); k.it('12.1').v = ('no',); k.it('12.1').self_ = 25
    def each(s, it, c, r, C):
        if it.kind == 'presence': s.cells.pop((r, C['result']), None); y = C['yes'] + (0 if it.v[0] == 'yes' else 1); it.c['cells'] = [it.c['obs'], s.ref(r, C['yes']), s.ref(r, C['yes'] + 1)]; it.c['obs'] = s.put(r, y, 'x'); it.c['text'] = 'x'
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Nội dung đánh giá'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('yes', 'Có', 'Kết quả'), ('no', 'Không', 'Kết quả'), ('result', 'Số liệu', 'Kết quả'), ('self', 'Điểm tự chấm'), ('evid', 'Minh chứng')], rub=lambda i: rubric(i, 'bullet'), res='both', each=each)
    k.defect('self-score-mismatch', k.it('12.1').c['self']); signature(ws, k, r + 2, 2, 7); widths(ws, 6, 50, 45, 9, 6, 6, 26, 9, 20); k.write('xlsxwriter')

ALL = [s42, s43, s44, s45, s46, s47, s48, s49, s50, s51, s52, s53, s54, s55]
