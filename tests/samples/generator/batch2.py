"""Workbooks s11 to s24."""
from fractions import Fraction as F
import unicodedata
from layouts import *
from scales import base, other, qd34, LT, CA, YT, GD, TN, VH, TP
from wording import rubric, cond, shown, vn, tcvn3, vni, noaccent, th

def s11():
    k = Case('s11-bang-nho-nam-canh-nhau-thi-tran-ba-sao', 'each criterion its own small table, side by side', 'Ba Sao', 'Thị trấn', 'huyện Kim Bảng', 'tỉnh Hà Nam', 2024, 'other', other(), seed=31, cli='other')
    ws = k.book.sheet('Chấm điểm TC'); top = letterhead(ws, k, 17, 'BẢNG TỔNG HỢP TỰ CHẤM ĐIỂM THỊ TRẤN PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    k.it('2.2').v = ('frac', k.pop['T'] * 96 // 100, k.pop['T']); k.it('2.2').self_ = 20
    k.it('5.2').self_ = 50
    for blk in range(5):
        group = k.crits[blk * 3:blk * 3 + 3]; end = top
        for side, c in enumerate(group):
            c0 = 1 + side * 6; r = top
            c.c['cell'] = ws.put(r, c0, f'TIÊU CHÍ {c.n}: {c.name}', bold=True); ws.merge(r, c0, r, c0 + 4); r += 1
            for j, h in enumerate(['Nội dung', 'Thang điểm', 'Tối đa', 'Kết quả', 'Tự chấm']): ws.put(r, c0 + j, h, bold=True)
            r += 1
            for it in c.items:
                x = shown(it, 'text', k.year); ws.put(r, c0, it.label); ws.put(r, c0 + 2, it.max)
                it.c.update(rubric=ws.put(r, c0 + 1, rubric(it, 'colon', 'plain')), obs=ws.put(r, c0 + 3, x), text=str(x), self=ws.put(r, c0 + 4, it.self_points())); r += 1
            ws.put(r, c0, 'Cộng', bold=True); ws.put(r, c0 + 2, c.max, bold=True); c.c['self'] = ws.put(r, c0 + 4, c.self_points(), bold=True); end = max(end, r)
        top = end + 2
    ws.put(top, 1, 'TỔNG ĐIỂM TỰ CHẤM', bold=True); ws.put(top, 3, 1000, bold=True); k.total_c['self'] = ws.put(top, 5, k.self_total(), bold=True)
    k.defect('self-score-mismatch', k.it('2.2').c['self']); k.defect('self-score-exceeds-max', k.it('5.2').c['self']); k.allow('self-score-not-in-rubric', k.it('5.2').c['self'])
    signature(ws, k, top + 2, 2, 13); widths(ws, 24, 26, 7, 16, 7, 3, 24, 26, 7, 16, 7, 3, 24, 26, 7, 16, 7); k.write('xlsxwriter')

def s12():
    k = Case('s12-bang-xoay-ngang-phuong-bui-thi-xuan', 'transposed: one column per item', 'Bùi Thị Xuân', 'Phường', 'thành phố Quy Nhơn', 'tỉnh Bình Định', 2024, 'other', base(), seed=32, said='Xã, phường còn lại')
    ws = k.book.sheet('Cham diem'); r = letterhead(ws, k, 12, 'BẢNG TỰ CHẤM ĐIỂM PHƯỜNG PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    heads = ['Tiêu chí', 'Chỉ tiêu', 'Cách tính và thang điểm', 'Điểm tối đa', 'Kết quả thực hiện', 'Điểm tự chấm']
    k.it('12.3').v = None; k.it('12.3').self_ = 25
    for j, h in enumerate(heads): ws.put(r + j, 1, h, bold=True)
    c0 = 2
    for c in k.crits:
        c.c['cell'] = ws.put(r, c0, f'{c.n}. {c.name}', bold=True); ws.merge(r, c0, r, c0 + len(c.items) - 1)
        for it in c.items:
            x = shown(it, 'both', k.year); ws.put(r + 1, c0, f'{it.no}. {it.label}'); ws.put(r + 3, c0, it.max)
            it.c.update(shown=it.no, label=it.label, rubric=ws.put(r + 2, c0, rubric(it, 'bullet')), obs=ws.put(r + 4, c0, x), text=None if x is None else str(x), self=ws.put(r + 5, c0, it.self_points())); ws.widths[c0] = 24; c0 += 1
    ws.put(r, c0, 'TỔNG CỘNG', bold=True); ws.put(r + 3, c0, 1000); k.total_c['self'] = ws.put(r + 5, c0, k.self_total(), bold=True)
    k.defect('missing-observation', k.it('12.3').c['obs'])
    signature(ws, k, r + 8, 2, 8); ws.widths[1] = 20; k.write('openpyxl')

def _agency_sheets(k, with_summary):
    groups = {}
    for it in k.items(): groups.setdefault(it.agency, []).append(it)
    names = {LT: 'VH-XH', CA: 'Công an', YT: 'Trạm Y tế', GD: 'Giáo dục', TN: 'Đoàn TN', VH: 'VHTT', TP: 'Tư pháp'}
    for ag, its in groups.items():
        ws = k.book.sheet(names[ag]); ws.put(1, 1, 'UBND ' + k.full().upper()); ws.put(2, 1, f'PHIẾU CHẤM ĐIỂM TIÊU CHÍ XÃ PHÙ HỢP VỚI TRẺ EM NĂM {k.year}', bold=True); ws.put(3, 1, f'Đơn vị phụ trách: {ag}')
        heads = ['TT', 'Tiêu chí', 'Thang điểm', 'Điểm tối đa', 'Số liệu', 'Điểm tự chấm']
        for j, h in enumerate(heads): ws.put(5, 1 + j, h, bold=True)
        r = 6; last = None
        for it in its:
            c = next(c for c in k.crits if it in c.items)
            if c is not last: ws.put(r, 1, c.n, bold=True); x = ws.put(r, 2, c.name, bold=True); c.c.setdefault('cell', x); last = c; r += 1
            x = shown(it, 'text', k.year); ws.put(r, 1, it.no); ws.put(r, 2, it.label); ws.put(r, 4, it.max)
            it.c.update(shown=it.no, rubric=ws.put(r, 3, rubric(it, 'bullet', 'form')), obs=ws.put(r, 5, x), text=str(x), self=ws.put(r, 6, it.self_points())); it.c['at'] = (ws, r); r += 1
        ws.put(r + 2, 5, 'Người chấm', bold=True); ws.put(r + 5, 5, 'Nguyễn Văn Thử'); widths(ws, 6, 50, 45, 9, 26, 9)
    if with_summary:
        ws = k.book.sheet('Tổng hợp'); k.book.sheets.insert(0, k.book.sheets.pop()); r = letterhead(ws, k, 5, f'TỔNG HỢP ĐIỂM TỰ CHẤM XÃ PHÙ HỢP VỚI TRẺ EM NĂM {k.year}')
        for j, h in enumerate(['TT', 'Tên tiêu chí', 'Điểm tối đa', 'Điểm tự chấm', 'Đơn vị phụ trách']): ws.put(r, 1 + j, h, bold=True)
        r += 1; s0 = r
        for c in k.crits:
            ws.put(r, 1, c.n); ws.put(r, 2, c.name); ws.put(r, 3, c.max)
            f = '=' + '+'.join(f"'{s.name}'!{a1(q, 6)}" for s, q in (i.c['at'] for i in c.items)); c.c['self'] = ws.put(r, 4, c.self_points(), f=f if c.self_ == 'sum' else None); ws.put(r, 5, '; '.join(dict.fromkeys(i.agency for i in c.items))); c.c['cell'] = ws.ref(r, 2); r += 1
        ws.put(r, 2, 'Tổng điểm', bold=True); ws.put(r, 3, 1000, f=f'=SUM(C{s0}:C{r - 1})'); k.total_c['self'] = ws.put(r, 4, k.self_total(), f=f'=SUM(D{s0}:D{r - 1})' if k.total_self == 'sum' else None, bold=True)
        signature(ws, k, r + 2, 2, 4); widths(ws, 6, 60, 9, 9, 30)

def s13():
    k = Case('s13-moi-nganh-mot-sheet-xa-dong-loc', 'one sheet per agency, no summary', 'Đồng Lộc', 'Xã', 'huyện Can Lộc', 'tỉnh Hà Tĩnh', 2024, 'other', base(), seed=33, cli='other')
    k.it('8.2').v = ('frac', round(k.pop['U5'] * .19), k.pop['U5']); k.it('8.2').self_ = 35
    _agency_sheets(k, False); k.self_total = lambda: None; k.defect('self-score-mismatch', k.it('8.2').c['self']); k.write('openpyxl')

def s14():
    k = Case('s14-moi-nganh-mot-sheet-co-tong-hop-xa-phu-my', 'one sheet per agency with a summary sheet', 'Phú Mỹ', 'Xã', 'huyện Phú Vang', 'tỉnh Thừa Thiên Huế', 2024, 'other', base(), seed=34, said='Xã đồng bằng')
    k.cr(4).self_ = 65; k.total_self = 'sum'
    _agency_sheets(k, True); k.defect('criterion-total-mismatch', k.cr(4).c['self']); k.allow('self-score-mismatch', k.cr(4).c['self'], k.total_c['self']); k.allow('total-mismatch', k.total_c['self']); k.write('libreoffice')

def s15():
    k = Case('s15-bang-bat-dau-o-d14-xa-ia-rong', 'table starts at D14 with other small tables around', 'Ia Rong', 'Xã', 'huyện Chư Pưh', 'tỉnh Gia Lai', 2024, 'mountain-island-hardship', base(), seed=35, said='Xã thuộc miền núi')
    ws = k.book.sheet('Trang tính1'); p = k.pop
    k.it('7.1').v = ('frac', round(p['U1'] * .97), p['U1'])
    ws.put(1, 4, 'UBND XÃ IA RONG', bold=True); ws.put(2, 4, 'XÂY DỰNG XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024 (theo Quyết định 06/QĐ-TTg)', bold=True); ws.put(3, 4, 'Xã thuộc miền núi')
    for j, h in enumerate(['Nhóm tuổi', 'Số trẻ']): ws.put(5, 4 + j, h, bold=True)
    for j, (t, g) in enumerate([('Dưới 16 tuổi', 'T'), ('Dưới 5 tuổi', 'U5'), ('Dưới 1 tuổi', 'U1'), ('5 tuổi', 'Y5')]): ws.put(6 + j, 4, t); ws.put(6 + j, 5, p[g])
    for j, h in enumerate(['Phiếu khảo sát', 'Phát ra', 'Thu về']): ws.put(5, 7 + j, h, bold=True)
    for j, t in enumerate(['Trẻ em', 'Người dân']): ws.put(6 + j, 7, t); ws.put(6 + j, 8, p['SV']); ws.put(6 + j, 9, p['SV'])
    for j, (a, b) in enumerate([('Họ tên', 'Điện thoại'), ('Rơ Lan Thử', '0900 000 001'), ('Nguyễn Văn Mẫu', '0900 000 002')]): ws.put(5 + j, 12, a); ws.put(5 + j, 13, b)
    r = table(ws, k, 14, 4, [('num', 'STT'), ('name', 'Tiêu chí và nội dung'), ('max', 'Điểm tối đa'), ('rubric', 'Cách chấm'), ('result', 'Kết quả'), ('self', 'Điểm tự chấm'), ('evid', 'Minh chứng')], number='dot', rub=lambda i: rubric(i, 'arrow'), res='both', total='TỔNG ĐIỂM')
    ws.put(r + 2, 4, 'Ghi chú:'); ws.put(r + 3, 4, '- Số liệu tính đến 31/10/2024.'); ws.put(r + 4, 4, '- Điện thoại liên hệ: 0900 000 001')
    for j, h in enumerate(['Thôn', 'Số trẻ']): ws.put(r + 6, 8 + j, h, bold=True)
    for j, t in enumerate(['Thôn Thử 1', 'Thôn Thử 2']): ws.put(r + 7 + j, 8, t); ws.put(r + 7 + j, 9, 100 + j)
    widths(ws, 4, 4, 4, 14, 50, 9, 40, 24, 9, 22); k.write('xlsxwriter')

def s16():
    k = Case('s16-bia-huong-dan-va-sheet-nam-truoc-xa-hoa-lien', "cover, guide and last year's sheet left in", 'Hòa Liên', 'Xã', 'huyện Hòa Vang', 'thành phố Đà Nẵng', 2024, 'other', base(), seed=36, said='Các xã còn lại')
    c = k.book.sheet('Bìa'); c.put(3, 2, 'ỦY BAN NHÂN DÂN XÃ HÒA LIÊN', bold=True); c.put(6, 2, 'HỒ SƠ ĐỀ NGHỊ CÔNG NHẬN XÃ PHÙ HỢP VỚI TRẺ EM', bold=True); c.put(7, 2, 'NĂM 2024', bold=True); c.put(9, 2, 'Loại đơn vị: ' + k.said)
    g = k.book.sheet('Hướng dẫn'); g.put(1, 1, 'HƯỚNG DẪN SỬ DỤNG', bold=True)
    for j, t in enumerate(['1. Nhập kết quả vào cột "Kết quả thực hiện" của sheet năm 2024.', '2. Điểm tự chấm ghi theo thang điểm.', '3. Ví dụ: tỷ lệ 99% được 50 điểm.', '4. Gửi về Phòng LĐ-TB&XH trước ngày 20/11/2024.']): g.put(3 + j, 1, t)
    cols = [('num', 'TT'), ('name', 'Nội dung tiêu chí'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả thực hiện'), ('self', 'Điểm tự chấm')]
    old = Case('x', 'x', k.commune, k.kind, k.district, k.province, 2023, 'other', base(), seed=99, said=k.said); o = k.book.sheet('Năm 2023'); table(o, old, letterhead(o, old, 6, 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2023'), 1, cols, rub=lambda i: rubric(i, 'bullet'), res='text')
    ws = k.book.sheet('Năm 2024'); k.it('10.2').v = ('frac', k.pop['N'] * 30 // 100, k.pop['N']); k.it('3.2').v = ('count', 1)
    k.it('13.1').self_ = 26
    r = table(ws, k, letterhead(ws, k, 6, 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024'), 1, cols, rub=lambda i: rubric(i, 'bullet'), res='text')
    k.defect('self-score-exceeds-max', k.it('13.1').c['self']); k.allow('self-score-not-in-rubric', k.it('13.1').c['self']); k.allow('self-score-mismatch', k.it('13.1').c['self'])
    signature(ws, k, r + 2, 2, 5)
    for s in (ws, o): widths(s, 6, 55, 45, 9, 26, 9)
    k.write('xlsxwriter')

def s17():
    k = Case('s17-khong-dau-so-la-ma-xa-tan-hung', 'headings without accents, Roman numerals, a) b) c)', 'Tan Hung', 'Xa', 'huyen Tan Hung', 'tinh Long An', 2024, 'other', base(), seed=37, cli='other')
    ws = k.book.sheet('Cham diem'); k.kind = 'Xa'
    ws.put(1, 1, 'UY BAN NHAN DAN XA TAN HUNG', bold=True); ws.put(3, 1, 'BANG TU CHAM DIEM XA PHU HOP VOI TRE EM NAM 2024', bold=True); ws.merge(3, 1, 3, 6); ws.put(4, 1, '(Quyet dinh so 06/QD-TTg ngay 03/01/2019)')
    k.it('2.1').v = ('frac', k.pop['U5'] * 91 // 100, k.pop['U5'])
    r = table(ws, k, 6, 1, [('num', 'TT'), ('name', 'TIEU CHI'), ('rubric', 'CACH TINH DIEM'), ('max', 'DIEM TOI DA'), ('result', 'KET QUA'), ('self', 'DIEM TU CHAM')], number='roman', rub=lambda i: rubric(i, 'colon'), res='text', total='TONG CONG')
    for d in ws.cells.values():
        if isinstance(d['v'], str): d['v'] = noaccent(d['v'])
    for c in k.crits:
        c.c['name'] = noaccent(c.name)
        for it in c.items: it.c['label'] = noaccent(it.label); it.c['text'] = noaccent(it.c['text'] or '')
    widths(ws, 6, 55, 45, 9, 26, 9); k.write('xlsxwriter')

def s18():
    k = Case('s18-chu-hoa-sai-chinh-ta-gach-dau-dong-phuong-lam-son', 'dashes only, capitals, misspelt headings', 'Lam Sơn', 'Phường', 'thành phố Thanh Hóa', 'tỉnh Thanh Hóa', 2024, 'other', base('B'), seed=38, said='XÃ, PHƯỜNG CÒN LẠI')
    ws = k.book.sheet('CHẤM ĐIỂM'); r = letterhead(ws, k, 6, 'BẢNG TỰ CHẤM ĐIỄM PHƯỜNG PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    sp = {'Nguồn lực': 'Nguồn lục', 'khai sinh': 'khai sinh', 'xâm hại': 'xăm hại', 'thương tích': 'thuơng tích', 'suy dinh dưỡng': 'suy dinh duỡng', 'sức khỏe': 'sức khoẻ', 'giải trí': 'giãi trí', 'hài lòng': 'hài lòng'}
    def lab(c):
        n = c.name
        for a, b in sp.items(): n = n.replace(a, b)
        return n.upper()
    k.cr(6).c['statedMax'] = 120
    r = table(ws, k, r, 1, [('num', ''), ('name', 'NỘI DUNG CÁC TIÊU TRÍ'), ('rubric', 'CÁCH TÍNH VÀ THANG ĐIỄM'), ('max', 'ĐIỄM TỐI ĐA'), ('result', 'KẾT QỦA'), ('self', 'ĐIỄM TỰ CHẤM')], number='dash', rub=lambda i: rubric(i, 'dots'), res='text', crit_label=lab, formulas=False)
    ws.cells[(r - 1, 4)]['v'] = 1000
    k.defect('max-points-mismatch', k.cr(6).c['max'], k.total_c['max']); k.allow('max-points-mismatch', k.total_c['max'], k.cr(6).c['max']); k.allow('self-score-exceeds-max', k.cr(6).c['self']); k.allow('standard-mismatch', k.cr(6).c['max'], k.cr(6).c['cell'])
    for c in k.crits: c.c['name'] = lab(c)
    signature(ws, k, r + 2, 2, 5); widths(ws, 4, 55, 45, 9, 26, 9); k.write('openpyxl')

def s19():
    k = Case('s19-viet-tat-khong-so-xa-tien-phong', 'no numbers at all, abbreviated headings', 'Tiền Phong', 'Xã', 'huyện Quế Phong', 'tỉnh Nghệ An', 2024, 'mountain-island-hardship', base(), seed=39, said='xã miền núi, ngưỡng 800đ', pop=population(random.Random(39), total=1080))
    ws = k.book.sheet('PHTE 2024'); r = letterhead(ws, k, 5, 'TỰ CHẤM XÃ PHTE NĂM 2024', motto=False, sub='(QĐ 06/QĐ-TTg)')
    k.it('12.2').v = ('frac', k.pop['V'] // 2, k.pop['V'] // 2 * 2); k.pop['V'] = k.pop['V'] // 2 * 2   # exactly 50 %
    k.it('12.2').self_ = 15; k.it('1.3').text = 'ko'; k.it('1.3').v = ('no',); k.it('9.1').v = ('frac', 972, 1080)  # exactly 90 %: "trên 90" is not reached
    r = table(ws, k, r, 1, [('name', 'ND tiêu chí'), ('rubric', 'Cách chấm'), ('max', 'Đ. tối đa'), ('result', 'KQ'), ('self', 'Đ. tự chấm')], number='none', short=True, rub=lambda i: rubric(i, 'short', 'sym'), res='frac', total='Tổng', crit_label=lambda c: c.name.replace('Trẻ em', 'TE').replace('trẻ em', 'TE').replace('hoàn cảnh đặc biệt', 'HCĐB').replace('suy dinh dưỡng', 'SDD'))
    for c in k.crits: c.c['name'] = c.name
    widths(ws, 50, 50, 8, 20, 8); k.write('xlsxwriter')

def s20():
    k = Case('s20-nen-quy-va-ca-nam-xa-binh-dao', 'baseline, quarter and year-end columns', 'Bình Đào', 'Xã', 'huyện Thăng Bình', 'tỉnh Quảng Nam', 2024, 'other', base(), seed=40, said='Xã đồng bằng')
    ws = k.book.sheet('Theo dõi 2024'); r = letterhead(ws, k, 11, 'THEO DÕI VÀ TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    k.it('5.1').v = ('chg', 17, 14); rr = k.r
    def each(s, it, c, r, C):
        v = it.v; q1 = C['q1']
        if it.kind in ('count', 'per-unit'):
            s.put(r, C['base'], max(0, v[1] - 1)); parts = [v[1] // 4, v[1] // 4, v[1] // 4]; parts.append(v[1] - sum(parts))
            for j, x in enumerate(parts): s.put(r, q1 + j, x)
        elif it.kind == 'change':
            s.put(r, C['base'], 17); it.text = None; s.put(r, C['result'], 14)
            for j, x in enumerate([4, 3, 4, 3]): s.put(r, q1 + j, x)
            it.c['cells'] = [s.ref(r, C['base'])]; it.c['text'] = '14'
        elif it.unit == '%' and v[0] == 'frac':
            x = float(F(v[1], v[2])); s.put(r, C['base'], max(0, x - .03), '0.0%')
            for j in range(4): s.put(r, q1 + j, x * (.7 + .1 * j), '0.0%')
        elif it.kind == 'presence':
            for j in (C['base'], q1, q1 + 1, q1 + 2, q1 + 3): s.put(r, j, 'Có' if it.v[0] == 'yes' else 'Không')
        elif it.kind == 'incidence': s.put(r, C['base'], 0); [s.put(r, q1 + j, 0) for j in range(4)]
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('base', 'Năm 2023', 'Kết quả'), ('q1', 'Quý I', 'Kết quả'), ('q2', 'Quý II', 'Kết quả'), ('q3', 'Quý III', 'Kết quả'), ('q4', 'Quý IV', 'Kết quả'), ('result', 'Cả năm 2024', 'Kết quả'), ('self', 'Điểm tự chấm')], rub=lambda i: rubric(i, 'bullet'), res='rate%', each=each)
    signature(ws, k, r + 2, 2, 8); widths(ws, 6, 45, 40, 8, 8, 8, 8, 8, 8, 12, 9); k.write('libreoffice')

def s21():
    k = Case('s21-bon-quy-cot-nam-trong-xa-vinh-thinh', 'counts by quarter, empty year column; other results in a column of their own', 'Vĩnh Thịnh', 'Xã', 'huyện Hòa Bình', 'tỉnh Bạc Liêu', 2024, 'other', base(), seed=41, said='Xã còn lại (850 điểm)')
    ws = k.book.sheet('Quý'); r = letterhead(ws, k, 11, 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    k.it('11.1').v = ('count', 2); k.it('12.3').v = ('count', 5)
    quarters = {'11.1': [1, 0, 1, 0], '12.3': [1, 2, 1, 1]}
    def each(s, it, c, r, C):
        if it.kind == 'count':  # counts by quarter, the year is their sum
            s.cells.pop((r, C['result']), None); it.c['cells'] = []; it.c['text'] = None
            for j, x in enumerate(quarters.get(it.no, [0, 0, 0, 0])): it.c['cells'].append(s.put(r, C['q1'] + j, x))
            it.c['obs'] = it.c['cells'][0]; it.c['cells'] += [s.ref(r, C['q1'] + 4), s.ref(r, C['result'])]
    g = 'Số lượng trong năm 2024'
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('q1', 'Quý 1', g), ('q2', 'Quý 2', g), ('q3', 'Quý 3', g), ('q4', 'Quý 4', g), ('year', 'Cả năm', g), ('result', 'Kết quả khác (tỷ lệ, có/không)'), ('self', 'Điểm tự chấm')], rub=lambda i: rubric(i, 'bullet'), res='both', each=each)
    k.allow('missing-observation', ws.ref(k.header_row, k.C['year'])); signature(ws, k, r + 2, 2, 8); widths(ws, 6, 45, 40, 8, 7, 7, 7, 7, 7, 24, 9); k.write('xlsxwriter')

def s22():
    k = Case('s22-dao-thu-tu-cot-an-xa-na-tong', 'rows in another order, hidden helper columns and a hidden row', 'Nà Tòng', 'Xã', 'huyện Tuần Giáo', 'tỉnh Điện Biên', 2024, 'mountain-island-hardship', other(), seed=42, said='Xã đặc biệt khó khăn', ending='xls')
    ws = k.book.sheet('Tu cham'); r = letterhead(ws, k, 9, 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    order = [6, 7, 8, 9, 10, 1, 2, 3, 4, 5, 11, 12, 13]
    def each(s, it, c, r, C): s.put(r, C['helper'], it.max); s.put(r, C['helper'] + 1, f'{c.n}-{it.no}')
    r = table(ws, k, r, 1, [('num', 'STT'), ('helper', 'max'), ('key', 'khóa'), ('name', 'Tiêu chí'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('self', 'Điểm tự chấm'), ('evid', 'Minh chứng')], rub=lambda i: rubric(i, 'paren'), res='text', each=each, order=lambda cs: [next(c for c in cs if c.n == n) for n in order], formulas=False)
    ws.hidden_cols |= {2, 3}; h = k.it('8.2').c['row']; ws.hidden_rows.add(h)
    k.defect('hidden-data', ws.ref(h, 1), *[ws.ref(h, c) for c in range(1, 10)])
    signature(ws, k, r + 2, 4, 7); widths(ws, 6, 6, 6, 50, 45, 9, 26, 9, 20); k.write('xlwt')

def s23():
    k = Case('s23-chep-tu-word-khoang-trang-la-xa-quang-son', 'pasted from Word: bullets, NBSP, NFD', 'Quảng Sơn', 'Xã', 'huyện Ninh Sơn', 'tỉnh Ninh Thuận', 2024, 'mountain-island-hardship', base(), seed=43, said='xã miền núi')
    ws = k.book.sheet('Biểu'); r = letterhead(ws, k, 6, 'BẢNG  TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM  NĂM 2024 ')
    k.it('8.1').v = ('frac', k.pop['U5'] // 10, k.pop['U5'] // 10 * 10); k.it('2.1').v = ('frac', k.pop['U5'] // 10 * 10 - 3, k.pop['U5'] // 10 * 10)
    k.it('8.2').v = ('frac', k.pop['U5'] // 8, k.pop['U5'] // 10 * 10)
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Tên gọi của tiêu chí'), ('rubric', 'Cách tính và thang điểm'), ('max', 'Số điểm'), ('result', 'Kết quả đạt được'), ('self', 'Điểm tự chấm')], number='dot', rub=lambda i: rubric(i, 'bullet').replace('- ', '\u2022\u00a0\u00a0').replace(' điểm', '\u00a0điểm').replace('Từ ', 'Từ  ') + ' ', res=lambda i: 'both')
    n = 0
    for (rr, cc), d in sorted(ws.cells.items()):
        if isinstance(d['v'], str):
            n += 1
            if n % 3 == 0: d['v'] = unicodedata.normalize('NFD', d['v'])
            elif n % 3 == 1: d['v'] = ' ' + d['v'].replace(' ', '\u00a0', 2) + '\u00a0'
            if n % 5 == 0: d['v'] = d['v'].replace('–', '-').replace('. ', '.\u200b ')
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 50, 50, 9, 26, 9); k.write('openpyxl')

def s24():
    k = Case('s24-phong-vntime-va-vntimeh-xa-yen-dinh', 'TCVN3 in .VnTime and .VnTimeH', 'Yên Định', 'Xã', 'huyện Hải Hậu', 'tỉnh Nam Định', 2024, 'other', base(), seed=44, said='Xã đồng bằng', ending='xls')
    ws = k.book.sheet('Cham'); r = letterhead(ws, k, 6, 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    k.it('1.4').v = ('no',); k.it('1.4').self_ = 20
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Tên tiêu chí'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('self', 'Điểm tự chấm')], rub=lambda i: rubric(i, 'bullet'), res='text', formulas=False, upper=False)
    signature(ws, k, r + 2, 2, 5)
    for a, d in sorted(ws.cells.items()):
        if isinstance(d['v'], str):
            up = d['v'].upper() == d['v'] and len(d['v']) > 3 and any(ch.isalpha() for ch in d['v'])
            d['font'] = '.VnTimeH' if up else '.VnTime'; d['v'] = tcvn3(d['v'], capital=up)
    k.defect('legacy-encoding', ws.ref(1, 1)); k.defect('self-score-mismatch', k.it('1.4').c['self']); k.extra['clean'] = False
    widths(ws, 6, 50, 45, 9, 26, 9); k.write('xlwt')

ALL = [s11, s12, s13, s14, s15, s16, s17, s18, s19, s20, s21, s22, s23, s24]
