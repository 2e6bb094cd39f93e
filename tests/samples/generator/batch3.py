"""Workbooks s25 to s41: legacy fonts, other standards, several communes, other score columns, other kinds of file."""
from fractions import Fraction as F
import os, io, zipfile
from layouts import *
from scales import base, other, qd34, Item
from wording import rubric, cond, shown, vn, vni, th
from grid import Book, save

STD = [('num', 'TT'), ('name', 'Nội dung tiêu chí'), ('rubric', 'Cách tính và thang điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('self', 'Điểm tự chấm')]

def s25():
    k = Case('s25-phong-vni-times-xa-tan-thanh', 'VNI font', 'Tân Thành', 'Xã', 'huyện Gò Công Đông', 'tỉnh Tiền Giang', 2024, 'other', other(), seed=51, said='Xã, phường, thị trấn còn lại')
    ws = k.book.sheet('CHAM DIEM'); r = letterhead(ws, k, 7, 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    k.it('12.1').ev = None
    r = table(ws, k, r, 1, STD + [('evid', 'Tài liệu chứng minh')], rub=lambda i: rubric(i, 'colon', 'form'), res='both', formulas=False)
    signature(ws, k, r + 2, 2, 5)
    for d in ws.cells.values():
        if isinstance(d['v'], str): d['v'] = vni(d['v']); d['font'] = 'VNI-Times'
    k.defect('legacy-encoding', ws.ref(1, 1)); k.defect('missing-evidence', ws.ref(k.it('12.1').c['row'], 7)); widths(ws, 6, 50, 45, 9, 26, 9, 20); k.write('openpyxl')

def one_row_table(ws, k, r, cols, rub, res, formulas=True):
    """34/2014: a criterion of one item stands on one row."""
    C = {}
    for j, (role, h) in enumerate(cols): ws.put(r, 1 + j, h, bold=True); C[role] = 1 + j
    k.header_row = r; r += 1; rows = []
    for c in k.crits:
        one = len(c.items) == 1; crow = r; rows.append(r); ws.put(r, C['num'], c.n, bold=True); c.c['cell'] = ws.put(r, C['name'], c.name, bold=not one)
        if not one: r += 1
        s0 = r
        for j, it in enumerate(c.items):
            x = shown(it, res, k.year)
            if not one: ws.put(r, C['num'], f'{c.n}.{j + 1}'); ws.put(r, C['name'], it.label)
            it.c.update(shown=str(c.n) if one else f'{c.n}.{j + 1}', rubric=ws.put(r, C['rubric'], rub(it)), obs=ws.put(r, C['result'], x), text=str(x[0] if isinstance(x, tuple) else x), max=ws.put(r, C['max'], it.max), self=ws.put(r, C['self'], it.self_points()), row=r); r += 1
        if not one:
            for role, v in (('max', c.max), ('self', c.self_points())): c.c[role] = ws.put(crow, C[role], v, f=f'=SUM({a1(s0, C[role])}:{a1(r - 1, C[role])})' if formulas else None, bold=True)
        else: c.c['self'], c.c['max'] = c.items[0].c['self'], c.items[0].c['max']
    ws.put(r, C['name'], 'Tổng cộng', bold=True)
    for role, v in (('max', 1000), ('self', k.self_total())): k.total_c[role] = ws.put(r, C[role], v, f='=' + '+'.join(a1(x, C[role]) for x in rows) if formulas and k.total_self == 'sum' else None, bold=True)
    return r + 1

COLS34 = [('num', 'STT'), ('name', 'Tên tiêu chí'), ('result', 'Kết quả thực hiện'), ('max', 'Điểm tối đa'), ('self', 'Điểm đạt được'), ('rubric', 'Thang điểm')]
def s26():
    k = Case('s26-qd34-2014-15-tieu-chi-xa-an-binh-2018', '34/2014, 15 criteria', 'An Bình', 'Xã', 'huyện Long Hồ', 'tỉnh Vĩnh Long', 2018, None, qd34(), standard='34/2014/QĐ-TTg', rubric_='D34', seed=52)
    ws = k.book.sheet('QD34'); r = letterhead(ws, k, 6, 'BẢNG ĐÁNH GIÁ XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2018', sub='(Theo Quyết định số 34/2014/QĐ-TTg ngày 30/5/2014 của Thủ tướng Chính phủ)')
    k.it('15').v = ('count', 3); k.it('15').self_ = 40
    r = one_row_table(ws, k, r, COLS34, lambda i: rubric(i, 'pre'), 'both'); k.defect('self-score-mismatch', k.it('15').c['self']); k.allow('unit-class-missing', None)
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 55, 26, 9, 9, 45); k.write('xlsxwriter')

def s27():
    subs = []
    main = Book()
    for n, (nm, sd) in enumerate([('Sơn Hải', 61), ('Quỳnh Thuận', 62), ('Tân Sơn', 63)]):
        k = Case('s27-nhieu-xa-moi-xa-mot-sheet-huyen-quynh-luu', 'several communes, one sheet each', nm, 'Xã', 'huyện Quỳnh Lưu', 'tỉnh Nghệ An', 2024, 'other', base('B'), seed=sd, said='Xã đồng bằng'); k.book = main
        ws = main.sheet(nm); r = letterhead(ws, k, 6, f'BẢNG TỰ CHẤM ĐIỂM XÃ {nm.upper()} PHÙ HỢP VỚI TRẺ EM NĂM 2024')
        if n == 1: k.it('7.1').self_ = 50; k.it('7.1').v = ('frac', round(k.pop['U1'] * .93), k.pop['U1'])
        r = table(ws, k, r, 1, STD, rub=lambda i: rubric(i, 'bullet'), res='text')
        if n == 1: k.defect('self-score-mismatch', k.it('7.1').c['self'])
        widths(ws, 6, 50, 45, 9, 26, 9); t = k.truth(); t['sheet'] = nm; subs.append(t)
    save(main, os.path.join(OUT, k.name + '.xlsx'), 'xlsxwriter')
    put_truth(k.name, {'file': k.name + '.xlsx', 'layout': k.layout, 'rubric': 'A', 'multi': True, 'year': 2024, 'standardId': k.standard, 'clean': False, 'sheets': subs}); print(k.name)

def s28():
    k = Case('s28-diem-xa-diem-hoi-dong-diem-tham-dinh-thi-tran-yen-lac', 'self, commune council and appraisal scores', 'Yên Lạc', 'Thị trấn', 'huyện Yên Lạc', 'tỉnh Vĩnh Phúc', 2024, 'other', base(), seed=53, said='Thị trấn còn lại')
    ws = k.book.sheet('Bảng chấm'); r = letterhead(ws, k, 9, 'BẢNG CHẤM ĐIỂM THỊ TRẤN PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    k.it('10.3').v = ('frac', k.pop['K'] * 92 // 100, k.pop['K']); k.it('10.3').self_ = 25
    def each(s, it, c, r, C): p = it.score()[0]; s.put(r, C['council'], p); s.put(r, C['appraise'], 0 if it.no == '5.3' else p)
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('rubric', 'Thang điểm'), ('result', 'Kết quả'), ('max', 'Tối đa', 'Điểm'), ('self', 'Xã tự chấm', 'Điểm'), ('council', 'Hội đồng xã chấm', 'Điểm'), ('appraise', 'Huyện thẩm định', 'Điểm'), ('evid', 'Minh chứng')], rub=lambda i: rubric(i, 'bullet'), res='both', each=each)
    k.defect('self-score-mismatch', k.it('10.3').c['self']); signature(ws, k, r + 2, 2, 6); widths(ws, 6, 50, 45, 24, 9, 9, 9, 9, 20); k.write('xlsxwriter')

def s29():
    cs = base()
    for no, per, noun, u in (('3.2', (-25, 50), 'vụ', 'vụ'), ('4.2', (-10, 30), 'em', 'trẻ em'), ('5.2', (-15, 30), 'trẻ tử vong', 'trẻ')):
        it = next(i for c in cs for i in c.items if i.no == no); it.kind, it.bands, it.per, it.noun, it.unit, it.max = 'per-unit', [], per, noun, u, per[1]
        if no == '5.2': it.label = 'Số trẻ em tử vong do tai nạn, thương tích'
    k = Case('s29-diem-tru-diem-con-lai-xa-dai-dong', 'points-off column and remainder', 'Đại Đồng', 'Xã', 'huyện Tiên Du', 'tỉnh Bắc Ninh', 2024, 'other', cs, seed=54, said='Xã đồng bằng')
    k.it('3.2').v = ('count', 1); k.it('4.2').v = ('count', 4); k.it('5.2').v = ('count', 1)   # 25; never below 0; 15
    k.it('5.3').v = ('count', 5); k.it('5.2').self_ = 30
    ws = k.book.sheet('Chấm trừ'); r = letterhead(ws, k, 7, 'BẢNG CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    def each(s, it, c, r, C): s.put(r, C['off'], it.max - it.self_points())
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Nội dung'), ('rubric', 'Cách tính điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('off', 'Điểm trừ'), ('self', 'Điểm còn lại')], rub=lambda i: rubric(i, 'bullet'), res='text', each=each)
    k.defect('self-score-mismatch', k.it('5.2').c['self']); signature(ws, k, r + 2, 2, 5); widths(ws, 6, 50, 45, 9, 26, 9, 9); k.write('libreoffice')

def s30():
    cs = base(); g = {i.no: i for c in cs for i in c.items}
    area = {'8.1': ([('lt', 15, None, 40), ('range', 15, 20, 20), ('ge', 20, None, 0)], [('lt', 10, None, 40), ('range', 10, 15, 20), ('ge', 15, None, 0)]),
            '8.2': ([('lt', 25, None, 35), ('range', 25, 30, 15), ('ge', 30, None, 0)], [('lt', 18, None, 35), ('range', 18, 23, 15), ('ge', 23, None, 0)]),
            '10.2': ([('ge', 15, None, 20), ('range', 8, 15, 10), ('lt', 8, None, 0)], [('ge', 25, None, 20), ('range', 15, 25, 10), ('lt', 15, None, 0)])}
    for no, (m, d) in area.items(): g[no].bands = m
    g['13.1'].kind, g['13.1'].bands, g['13.1'].max = 'proportional', [], 25
    g['13.1'].bands = [('ge', 80, None, 25), ('lt', 80, None, 0)]  # only while values are drawn
    k = Case('s30-thang-diem-theo-vung-xa-chieng-mung', 'area-specific bands; a proportional scale', 'Chiềng Mung', 'Xã', 'huyện Mai Sơn', 'tỉnh Sơn La', 2024, 'mountain-island-hardship', cs, seed=55, said='Xã miền núi')
    g['13.1'].bands = []; g['13.1'].v = ('frac', 71, 80)
    u5, n = k.pop['U5'], k.pop['N']; k.it('8.1').v = ('frac', round(u5 * .13), u5); k.it('8.2').v = ('frac', round(u5 * .275), u5); k.it('10.2').v = ('frac', round(n * .18), n)
    def rub(it):
        if it.no in area: m, d = area[it.no]; return 'Miền núi:\n' + rubric(it, 'bullet', bands=m) + '\nĐồng bằng:\n' + rubric(it, 'bullet', bands=d)
        if it.no == '13.1': return 'Điểm = tỷ lệ hài lòng (%) x 25 điểm'
        return rubric(it, 'bullet')
    ws = k.book.sheet('Chấm điểm'); r = letterhead(ws, k, 6, 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024'); r = table(ws, k, r, 1, STD, rub=rub, res='both')
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 50, 45, 9, 26, 9); k.write('xlsxwriter')

def s31():
    k = Case('s31-so-kieu-tieng-anh-phuong-tan-an', 'English-locale numbers', 'Tân An', 'Phường', 'quận Ninh Kiều', 'thành phố Cần Thơ', 2024, 'central-city-ward', base(), seed=56, said='Phường thuộc quận của thành phố trực thuộc trung ương (từ 900 điểm)', quality=.9, pop=population(random.Random(56), big=True))
    ws = k.book.sheet('Data'); r = letterhead(ws, k, 6, 'BẢNG TỰ CHẤM ĐIỂM PHƯỜNG PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    def en(it):
        v = it.v
        if v and v[0] == 'frac' and it.unit == '%' and v[2]: it.text = f'{v[1]:,}/{v[2]:,} ({float(F(v[1], v[2]) * 100):.2f}%)'
        elif v and v[0] == 'frac': it.text = f'{v[1]}/{v[2]:,}'
        return 'text'
    r = table(ws, k, r, 1, STD, rub=lambda i: rubric(i, 'bullet'), res=en)
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 50, 45, 9, 26, 9); k.write('xlsxwriter')

def s32():
    k = Case('s32-ket-qua-thanh-cau-dai-xa-cam-thanh', 'results in long sentences', 'Cẩm Thanh', 'Xã', 'thành phố Hội An', 'tỉnh Quảng Nam', 2024, 'other', base(), seed=57, said='Xã còn lại')
    ws = k.book.sheet('Báo cáo'); r = letterhead(ws, k, 6, 'BÁO CÁO TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    k.it('2.1').v = ('frac', k.pop['U5'] - 5, k.pop['U5'])
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('rubric', 'Quy định điểm'), ('max', 'Điểm tối đa'), ('result', 'Đánh giá kết quả thực hiện'), ('self', 'Điểm xã tự chấm')], rub=lambda i: rubric(i, 'sent'), res='sentence', number='roman')
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 45, 50, 9, 50, 9); k.write('openpyxl')

def s33():
    k = Case('s33-diem-toi-da-trong-ten-tieu-chi-xa-hung-my', 'maximum only in the heading text, points at the end', 'Hưng Mỹ', 'Xã', 'huyện Cái Nước', 'tỉnh Cà Mau', 2024, 'other', base(), seed=58, said='Xã đồng bằng')
    ws = k.book.sheet('Tự chấm điểm'); r = letterhead(ws, k, 4, 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', mid=2)
    for j, h in enumerate(['Tiêu chí, nội dung và thang điểm', 'Kết quả', 'Ghi chú', 'Điểm']): ws.put(r, 1 + j, h, bold=True)
    r += 1
    k.it('4.1').self_ = 30
    for c in k.crits:
        c.c['cell'] = ws.put(r, 1, f'Tiêu chí {c.n}. {c.name} ({c.max} điểm)', bold=True); c.c['self'] = ws.put(r, 4, c.self_points(), bold=True); r += 1
        for j, it in enumerate(c.items):
            x = shown(it, 'text', k.year); lab = f'{"abcdefgh"[j]}) {it.label} ({it.max} điểm):\n' + rubric(it, 'bullet'); q = ws.put(r, 1, lab)
            it.c.update(label=it.label, shown='abcdefgh'[j] + ')', rubric=q, obs=ws.put(r, 2, x), text=str(x), self=ws.put(r, 4, it.self_points())); r += 1
    ws.put(r, 1, 'Tổng số điểm đạt (tối đa 1.000 điểm)', bold=True); k.total_c['self'] = ws.put(r, 4, k.self_total(), bold=True); k.defect('self-score-mismatch', k.it('4.1').c['self'])
    signature(ws, k, r + 2, 1, 3); widths(ws, 80, 30, 14, 9); k.write('openpyxl')

def s34():
    k = Case('s34-nhom-tieu-chi-dong-tong-o-tren-xa-tra-giang', 'group rows between, two header rows with groups, total row at the top', 'Trà Giang', 'Xã', 'huyện Kiến Xương', 'tỉnh Thái Bình', 2024, 'other', other(), seed=59, said='Xã, phường, thị trấn còn lại')
    ws = k.book.sheet('Biểu 2'); r = letterhead(ws, k, 9, 'BIỂU 2. TỰ ĐÁNH GIÁ XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    k.total_self = k.self_total() - 20
    groups = {1: 'A. NHÓM TIÊU CHÍ VỀ NGUỒN LỰC VÀ BẢO VỆ TRẺ EM', 7: 'B. NHÓM TIÊU CHÍ VỀ CHĂM SÓC SỨC KHỎE', 10: 'C. NHÓM TIÊU CHÍ VỀ GIÁO DỤC, THAM GIA, VUI CHƠI'}
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Nội dung'), ('max', 'Tối đa', 'Thang điểm'), ('rubric', 'Cách chấm', 'Thang điểm'), ('numr', 'Số đạt', 'Số liệu'), ('den', 'Tổng số', 'Số liệu'), ('rate', 'Tỷ lệ', 'Số liệu'), ('result', 'Nội dung khác', 'Số liệu'), ('self', 'Điểm tự chấm')], rub=lambda i: rubric(i, 'short', 'sym'), ratemode='rate%', group_rows=groups, total_top=True, total='TỔNG SỐ ĐIỂM')
    k.defect('total-mismatch', k.total_c['self']); k.allow('self-score-mismatch', k.total_c['self'])
    signature(ws, k, r + 2, 2, 8); widths(ws, 6, 50, 8, 45, 9, 9, 9, 22, 9); k.write('xlsxwriter')

def s35():
    b = Book(); ws = b.sheet('NTM'); ws.put(1, 1, 'BẢNG CHẤM ĐIỂM XÃ ĐẠT CHUẨN NÔNG THÔN MỚI NĂM 2024', bold=True)
    for j, h in enumerate(['TT', 'Tiêu chí', 'Yêu cầu', 'Điểm tối đa', 'Kết quả', 'Điểm tự chấm']): ws.put(3, 1 + j, h, bold=True)
    rows = [('Quy hoạch', 'Có quy hoạch được duyệt', 5), ('Giao thông', 'Đường xã được nhựa hóa đạt 100%', 10), ('Thủy lợi', 'Tưới tiêu chủ động đạt từ 80% trở lên', 5), ('Điện', 'Hộ dùng điện an toàn từ 98% trở lên', 5), ('Trường học', 'Trường đạt chuẩn quốc gia từ 80% trở lên', 10), ('Cơ sở vật chất văn hóa', 'Có nhà văn hóa xã', 10), ('Chợ nông thôn', 'Có chợ', 5), ('Nhà ở dân cư', 'Không có nhà tạm', 5), ('Thu nhập', 'Từ 55 triệu đồng trở lên', 15), ('Hộ nghèo', 'Dưới 4%', 10), ('Y tế', 'Bảo hiểm y tế từ 90% trở lên', 10), ('Môi trường', 'Nước sạch từ 98% trở lên', 10)]
    for j, (a, c, p) in enumerate(rows): ws.put(4 + j, 1, j + 1); ws.put(4 + j, 2, a); ws.put(4 + j, 3, c); ws.put(4 + j, 4, p); ws.put(4 + j, 5, 'Đạt'); ws.put(4 + j, 6, p)
    ws.put(16, 2, 'Tổng cộng'); ws.put(16, 4, 100); ws.put(16, 6, 100); n = 's35-mau-khac-nong-thon-moi'; save(b, os.path.join(OUT, n + '.xlsx'), 'xlsxwriter')
    put_truth(n, {'file': n + '.xlsx', 'layout': 'another form: new-rural commune', 'acceptExit': [0], 'mustNotContain': ['"status": "meets"', '"status":"meets"', '"status": "fails"', '"status":"fails"', '"status": "recognised"', '"status":"recognised"']}); print(n)

def s36():
    b = Book(); ws = b.sheet('Lương'); ws.put(1, 1, 'BẢNG THANH TOÁN TIỀN LƯƠNG THÁNG 10 NĂM 2024', bold=True); ws.put(2, 1, 'Ủy ban nhân dân xã Thử Nghiệm')
    for j, h in enumerate(['TT', 'Họ và tên', 'Chức vụ', 'Hệ số lương', 'Phụ cấp', 'Tổng số', 'Ký nhận']): ws.put(4, 1 + j, h, bold=True)
    for j in range(12): ws.put(5 + j, 1, j + 1); ws.put(5 + j, 2, f'Nguyễn Văn Thử {j + 1}'); ws.put(5 + j, 3, 'Công chức' if j else 'Chủ tịch'); ws.put(5 + j, 4, 2.34 + .33 * (j % 5)); ws.put(5 + j, 5, .2); ws.put(5 + j, 6, round((2.54 + .33 * (j % 5)) * 2340000), '#,##0')
    n = 's36-mau-khac-bang-luong'; save(b, os.path.join(OUT, n + '.xls'), 'xlwt'); put_truth(n, {'file': n + '.xls', 'layout': 'another form: salary list', 'acceptExit': [0], 'mustNotContain': ['"status": "meets"', '"status":"meets"', '"status": "fails"', '"status":"fails"', '"status": "recognised"', '"status":"recognised"']}); print(n)

def s37():
    n = 's37-khong-doc-duoc-tep-bi-cat'; b = Book(); ws = b.sheet('Chấm điểm')
    for r in range(1, 400): ws.put(r, 1, f'Dòng thử {r} {r * 7919 % 9973}'); ws.put(r, 2, r * 31 % 101)
    p = os.path.join(OUT, n + '.xlsx'); save(b, p, 'xlsxwriter'); data = open(p, 'rb').read(); open(p, 'wb').write(data[:len(data) * 6 // 10]); put_truth(n, {'file': n + '.xlsx', 'layout': 'truncated', 'unreadable': True}); print(n)

def s38():
    """A password-protected workbook is an OLE file with the streams EncryptionInfo and EncryptedPackage (here without real content)."""
    import struct
    n = 's38-khong-doc-duoc-co-mat-khau'; S = 512; END, FREE, FATS = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    info = struct.pack('<HHI', 4, 4, 0x40) + b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"/>'; info = info.ljust(4096, b' ')
    import random as R; pack = struct.pack('<Q', 8000) + bytes(R.Random(5).randrange(256) for _ in range(8184))
    i0, p0 = 2, 2 + len(info) // S; nsec = p0 + len(pack) // S; fat = [FATS, END] + [x + 1 for x in range(i0, p0 - 1)] + [END] + [x + 1 for x in range(p0, nsec - 1)] + [END]; fat += [FREE] * (128 - len(fat))
    def entry(name, kind, child, start, size, right=0xFFFFFFFF):
        u = name.encode('utf-16-le') + b'\0\0'; return u.ljust(64, b'\0') + struct.pack('<HBBIII', len(u), kind, 1, 0xFFFFFFFF, right, child) + b'\0' * 36 + struct.pack('<IQ', start, size)
    d = entry('Root Entry', 5, 1, END, 0) + entry('EncryptionInfo', 2, 0xFFFFFFFF, i0, len(info), right=2) + entry('EncryptedPackage', 2, 0xFFFFFFFF, p0, len(pack)) + b'\0' * 64 + struct.pack('<HBBIII', 0, 0, 0, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF).ljust(64, b'\0')
    head = bytes.fromhex('D0CF11E0A1B11AE1') + b'\0' * 16 + struct.pack('<HHHHH', 0x3E, 3, 0xFFFE, 9, 6) + b'\0' * 6 + struct.pack('<IIIIIIIII', 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack('<I', 0) + struct.pack('<108I', *[FREE] * 108)
    data = head.ljust(S, b'\0') + struct.pack('<128I', *fat) + d.ljust(S, b'\0') + info + pack; open(os.path.join(OUT, n + '.xlsx'), 'wb').write(data); put_truth(n, {'file': n + '.xlsx', 'layout': 'password', 'unreadable': True}); print(n)

def s39():
    n = 's39-khong-doc-duoc-van-ban-word-doi-ten'; z = io.BytesIO()
    with zipfile.ZipFile(z, 'w', zipfile.ZIP_DEFLATED) as f:
        def add(name, text): f.writestr(zipfile.ZipInfo(name, (2024, 11, 1, 8, 0, 0)), text)
        add('[Content_Types].xml', '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        add('_rels/.rels', '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        add('word/document.xml', '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Báo cáo tự chấm điểm xã phù hợp với trẻ em (thử)</w:t></w:r></w:p></w:body></w:document>')
    open(os.path.join(OUT, n + '.xlsx'), 'wb').write(z.getvalue()); put_truth(n, {'file': n + '.xlsx', 'layout': 'a Word document renamed', 'unreadable': True}); print(n)

def s40():
    k = Case('s40-chi-co-diem-khong-co-ket-qua-xa-tam-thanh', 'self-scores only, no results', 'Tam Thanh', 'Xã', 'huyện Vụ Bản', 'tỉnh Nam Định', 2024, 'other', base(), seed=60, said='Xã đồng bằng')
    for it in k.items(): p = it.score()[0]; it.self_ = p; it.v = None
    k.it('7.1').self_ = 45
    ws = k.book.sheet('Phiếu'); r = letterhead(ws, k, 5, 'PHIẾU TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('self', 'Điểm tự chấm')], rub=lambda i: rubric(i, 'bullet'))
    k.defect('missing-observation', None); k.defect('self-score-not-in-rubric', k.it('7.1').c['self']); signature(ws, k, r + 2, 2, 4); widths(ws, 6, 55, 50, 9, 9); k.write('xlsxwriter')

def s41():
    k = Case('s41-qd34-co-ghi-nguong-phuong-long-tam-2016', '34/2014 with a threshold stated in the workbook, .ods', 'Long Tâm', 'Phường', 'thành phố Bà Rịa', 'tỉnh Bà Rịa - Vũng Tàu', 2016, None, qd34(), standard='34/2014/QĐ-TTg', rubric_='D34', seed=64, ending='ods', quality=.7)
    ws = k.book.sheet('Cham diem 2016'); r = letterhead(ws, k, 6, 'BẢNG TỔNG HỢP ĐIỂM PHƯỜNG PHÙ HỢP VỚI TRẺ EM NĂM 2016', sub='(Quyết định 34/2014/QĐ-TTg)'); ws.put(r - 1, 1, 'Điểm công nhận: đạt từ 750 điểm trở lên'); r += 1
    k.threshold = 750; k.it('9').v = ('frac', k.pop['U5'] * 13 // 100, k.pop['U5'])
    r = one_row_table(ws, k, r, COLS34, lambda i: rubric(i, 'paren'), 'rate%'); k.allow('unit-class-missing', None)
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 55, 26, 9, 9, 45); k.write('libreoffice')

ALL = [s25, s26, s27, s28, s29, s30, s31, s32, s33, s34, s35, s36, s37, s38, s39, s40, s41]
