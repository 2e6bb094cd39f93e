"""Workbooks s01 to s10."""
from fractions import Fraction as F
from layouts import *
from scales import base, other
from wording import rubric, cond, shown, vn

def s01():
    k = Case('s01-muc-diem-thanh-cot-xa-tan-phu', 'bands-as-columns, tick in the row below', 'Tân Phú', 'Xã', 'huyện Châu Thành', 'tỉnh Đồng Tháp', 2024, 'other', base(), said='Xã đồng bằng', seed=11)
    ws = k.book.sheet('Tự chấm'); r = letterhead(ws, k, 9, 'PHIẾU TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    ws.put(r, 1, 'Cách ghi: đánh dấu x vào ô dưới mức đạt được.'); r += 1
    for j, h in enumerate(['TT', 'Nội dung đánh giá', 'Điểm tối đa', 'Mức 1', 'Mức 2', 'Mức 3', 'Mức 4', 'Kết quả', 'Điểm tự chấm']): ws.put(r, 1 + j, h, bold=True)
    r += 1
    for c in k.crits:
        ws.put(r, 1, c.n, bold=True); c.c['cell'] = ws.put(r, 2, c.name, bold=True); c.c['max'] = ws.put(r, 3, c.max, bold=True); c.c['self'] = ws.put(r, 9, c.self_points(), bold=True); r += 1
        for it in c.items:
            bs = it.bands or []
            ws.put(r, 1, it.no); ws.put(r, 2, it.label); ws.put(r, 3, it.max)
            x = shown(it, 'text', k.year); it.c.update(obs=ws.put(r, 8, x), text=str(x), self=ws.put(r, 9, it.self_points()), shown=it.no, rubric=ws.ref(r, 4), cells=[ws.ref(r + 1, 4 + j) for j in range(4)])
            if bs:
                for j, b in enumerate(bs): ws.put(r, 4 + j, f'{cond(b, it)}: {b[3]} điểm'); 
                ws.put(r + 1, 4 + bs.index(it.matched()), 'x')
            else: ws.put(r, 4, rubric(it)); ws.merge(r, 4, r, 7)
            for cc in (1, 2, 3, 8, 9): ws.merge(r, cc, r + 1, cc)
            r += 2
    ws.put(r, 2, 'TỔNG CỘNG', bold=True); k.total_c['max'] = ws.put(r, 3, 1000, bold=True); k.total_c['self'] = ws.put(r, 9, k.self_total(), bold=True)
    signature(ws, k, r + 2, 2, 7); widths(ws, 6, 40, 9, 20, 20, 20, 20, 22, 9); k.write('openpyxl')

def s02():
    k = Case('s02-muc-diem-tung-dong-danh-dau-phuong-vinh-trai', 'bands in rows, tick column instead of points', 'Vĩnh Trại', 'Phường', 'thành phố Lạng Sơn', 'tỉnh Lạng Sơn', 2024, 'other', base('B'), seed=12, said='Phường còn lại (ngưỡng công nhận 850 điểm)')
    ws = k.book.sheet('PHIEU CHAM'); r = letterhead(ws, k, 5, 'PHIẾU ĐÁNH GIÁ PHƯỜNG PHÙ HỢP VỚI TRẺ EM NĂM 2024', cls='Nhóm đơn vị: ')
    for j, h in enumerate(['Số TT', 'Tiêu chí/mức đạt', 'Điểm của mức', 'Đánh dấu (x)', 'Điểm tối đa']): ws.put(r, 1 + j, h, bold=True)
    r += 1
    k.it('6.2').v = ('nocase',)
    two = k.it('10.1')  # two marks in one item
    for c in k.crits:
        ws.put(r, 1, ROMAN[c.n - 1], bold=True); c.c['cell'] = ws.put(r, 2, c.name, bold=True); c.c['max'] = ws.put(r, 5, c.max, bold=True); r += 1
        for j, it in enumerate(c.items):
            ws.put(r, 1, j + 1); ws.put(r, 2, it.label, bold=True); ws.put(r, 5, it.max); it.c.update(shown=str(j + 1), rubric=ws.ref(r + 1, 2), self=None, cells=[]); r += 1
            bs = it.bands
            if not bs:  # so many models: a row for each number
                p, m = it.per; bs = [('ge', m // p, None, m)] + [('eq', q, None, q * p) for q in range(m // p - 1, 0, -1)] + [('zero', None, None, 0)]; it.bands = bs; it.kind = 'count'
            hit = bs.index(it.matched()); rows = []
            for q, b in enumerate(bs):
                ws.put(r, 2, '- ' + (cond(b, it) if b[0] != 'zero' else 'Không có')); ws.put(r, 3, b[3]); rows.append(r)
                if q == hit or (it is two and q == hit + 1): ws.put(r, 4, 'x')
                it.c['cells'].append(ws.ref(r, 4)); r += 1
            it.c['obs'] = ws.ref(rows[hit], 4); it.c['text'] = 'x'
            if it is two: it.forced = (None, sorted([bs[hit + 1][3], bs[hit][3]])); k.defect('unreadable-value', ws.ref(rows[hit], 4), ws.ref(rows[hit + 1], 4))
    ws.put(r, 2, 'Cộng', bold=True); k.total_c['max'] = ws.put(r, 5, 1000, bold=True); k.self_total = lambda: None
    signature(ws, k, r + 2, 2, 4); widths(ws, 7, 70, 10, 12, 10); k.write('xlsxwriter')

def s03():
    k = Case('s03-so-lieu-cung-ten-khong-cong-thuc-xa-my-loc', 'data sheet joined by the same labels only', 'Mỹ Lộc', 'Xã', 'huyện Tam Bình', 'tỉnh Vĩnh Long', 2024, 'other', base(), seed=13, cli='other')
    ws = k.book.sheet('Chấm điểm'); r = letterhead(ws, k, 5, 'BẢNG CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    d = k.book.sheet('Dữ liệu')
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí, chỉ tiêu'), ('rubric', 'Cách tính và thang điểm'), ('max', 'Điểm chuẩn'), ('self', 'Xã tự chấm')], rub=lambda i: rubric(i, 'bullet'))
    signature(ws, k, r + 2, 2, 4); widths(ws, 6, 45, 55, 9, 9); widths(d, 6, 60, 14, 14, 12, 26)
    d.put(1, 1, 'SỐ LIỆU CÁC CHỈ TIÊU NĂM 2024', bold=True); d.put(2, 1, '(thời điểm 31/10/2024)')
    for j, h in enumerate(['Số TT', 'Chỉ tiêu', 'Số thực hiện', 'Tổng số đối tượng', 'Tỷ lệ', 'Kết quả khác']): d.put(4, 1 + j, h, bold=True)
    q = 5
    its = k.items()
    for n, it in enumerate(its):
        d.put(q, 1, n + 1); d.put(q, 2, it.label); v = it.v; it.c['cells'] = [d.ref(q, x) for x in (3, 4, 5, 6)]
        if v[0] == 'frac':
            d.put(q, 3, v[1], '#,##0'); d.put(q, 4, v[2], '#,##0')
            if it.unit == '%': d.put(q, 5, float(F(v[1], v[2])), '0.0%', f=f'=C{q}/D{q}')
            it.c['obs'] = d.ref(q, 3)
        elif v[0] == 'count': it.c['obs'] = d.put(q, 3, v[1])
        else: it.c['obs'] = d.put(q, 6, shown(it, 'text', k.year))
        q += 1
    k.write('xlsxwriter')

def s04():
    k = Case('s04-so-lieu-noi-cong-thuc-xa-an-thoi-dong', 'data sheet and scoring sheet joined by formulas', 'An Thới Đông', 'Xã', 'huyện Cần Giờ', 'Thành phố Hồ Chí Minh', 2024, 'other', other(), seed=14, cli='other')
    d = k.book.sheet('Nhập liệu'); ws = k.book.sheet('Kết quả chấm')
    k.it('11.1').self_ = 30; k.it('11.1').v = ('count', 2)
    d.put(1, 1, 'BIỂU NHẬP SỐ LIỆU TRẺ EM XÃ AN THỚI ĐÔNG', bold=True)
    for j, h in enumerate(['Mã', 'Nội dung', 'Năm 2023', 'Năm 2024']): d.put(3, 1 + j, h, bold=True)
    names = {'T': 'Trẻ em dưới 16 tuổi', 'U5': 'Trẻ em dưới 5 tuổi', 'U1': 'Trẻ em dưới 1 tuổi', 'BORN': 'Trẻ em sinh ra trong năm', 'Y5': 'Trẻ em 5 tuổi', 'K': 'Trẻ em từ 3 đến 5 tuổi', 'S': 'Trẻ em từ đủ 7 tuổi', 'SC': 'Trẻ em có hoàn cảnh đặc biệt', 'SV': 'Người được khảo sát'}
    q = 4; where = {}
    for n, (g, t) in enumerate(names.items()): d.put(q, 1, f'D{n + 1:02d}'); d.put(q, 2, t); d.put(q, 4, k.pop[g], '#,##0'); where[g] = q; q += 1
    num = {'2.1': 'Được đăng ký khai sinh đúng hạn', '2.2': 'Dưới 16 tuổi đã có giấy khai sinh', '3.1': 'Bị xâm hại', '3.2': 'Bị mua bán, bỏ rơi', '4.1': 'Vi phạm pháp luật', '4.2': 'Sử dụng, nghiện ma túy', '5.1': 'Mắc tai nạn, thương tích', '5.2': 'Chết do tai nạn, thương tích', '6.1': 'Hoàn cảnh đặc biệt được trợ giúp', '7.1': 'Dưới 1 tuổi tiêm chủng đầy đủ', '8.1': 'Suy dinh dưỡng nhẹ cân', '8.2': 'Suy dinh dưỡng thấp còi', '9.1': 'Được khám sức khỏe định kỳ', '10.1': '5 tuổi học mẫu giáo', '10.2': '3 - 5 tuổi đến lớp', '11.1': 'Diễn đàn, hội nghị đối thoại', '11.2': 'Từ đủ 7 tuổi được lấy ý kiến', '12.2': 'Thôn có điểm sinh hoạt, vui chơi', '13.1': 'Hài lòng'}
    rows = {}
    for n, (no, t) in enumerate(num.items()):
        v = k.it(no).v; d.put(q, 1, f'K{n + 1:02d}'); d.put(q, 2, t)
        if v[0] == 'chg': d.put(q, 3, v[1]); d.put(q, 4, v[2])
        elif no != '9.1': d.put(q, 4, v[1], '#,##0')
        rows[no] = q; q += 1
    r = letterhead(ws, k, 6, 'KẾT QUẢ TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', sub='(Quyết định 06/QĐ-TTg năm 2019)')
    k.it('9.1').forced = (None, (0, 60)); k.it('9.1').self_ = None
    def each(s, it, c, r, C):
        no = it.no; col_ = C['result']; it.c['cells'] = []
        if no not in rows: return
        q = rows[no]; it.c['cells'] = [d.ref(q, 4), d.ref(q, 3)] if it.v[0] == 'chg' else [d.ref(q, 4)] + ([d.ref(where[it.group], 4)] if it.group in where else [])
        N = f"'Nhập liệu'!D{q}"
        if no == '9.1': s.put(r, col_, None); s.cells.pop((r, col_), None); return
        if it.v[0] == 'chg': s.put(r, col_, f'Năm 2023: {it.v[1]}; năm 2024: {it.v[2]}', f=f'="Năm 2023: "&\'Nhập liệu\'!C{q}&"; năm 2024: "&{N}')
        elif it.v[0] == 'count': s.put(r, col_, it.v[1], f='=' + N)
        else:
            D = f"'Nhập liệu'!D{where[it.group]}"
            if it.unit == '%': s.put(r, col_, float(F(it.v[1], it.v[2])), '0.00%', f=f'={N}/{D}')
            else: s.put(r, col_, float(F(it.v[1], it.v[2]) * 1000), '0.00', f=f'={N}/{D}*1000')
        it.c['obs'] = s.ref(r, col_); it.c['isText'] = True
    k.it('9.1').v = ('frac', 0, k.pop['T']); 
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('result', 'Kết quả đạt được'), ('self', 'Điểm tự chấm'), ('max', 'Điểm tối đa'), ('rubric', 'Thang điểm')], rub=lambda i: rubric(i, 'short', 'sym'), res='text', each=each)
    k.it('9.1').v = None; k.it('9.1').c['text'] = None
    ref = k.it('9.1').c; ref['obs'] = ws.ref(ref['row'], 3)
    k.defect('missing-observation', ref['obs'], d.ref(rows['9.1'], 4)); k.defect('missing-self-score', ws.ref(ref['row'], 4)); ref['self'] = ws.ref(ref['row'], 4)
    k.allow('missing-self-score', k.cr(9).c['self']); k.allow('self-score-mismatch', k.cr(9).c['self'], k.total_c['self'])
    k.defect('self-score-mismatch', k.it('11.1').c['self'])
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 55, 22, 9, 9, 50); widths(d, 6, 45, 10, 10); k.write('xlsxwriter')

def s05():
    k = Case('s05-thang-diem-o-sheet-huong-dan-theo-so-xa-hop-thanh', 'rubric in a guide sheet, by item number', 'Hợp Thành', 'Xã', 'huyện Mỹ Đức', 'thành phố Hà Nội', 2024, 'other', other(), seed=15, said='Xã, phường, thị trấn còn lại')
    ws = k.book.sheet('Bảng điểm'); g = k.book.sheet('Hướng dẫn chấm')
    k.it('12.2').v = ('count', 3); k.it('12.2').self_ = 30
    r = letterhead(ws, k, 6, 'BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM - NĂM 2024', cls='Nhóm: ')
    k.it('10.1').self_ = None
    r = table(ws, k, r, 1, [('num', 'Mã số'), ('name', 'Chỉ tiêu'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('self', 'Điểm đạt'), ('evid', 'Hồ sơ kiểm chứng')], res='both', number='text')
    g.put(1, 1, 'HƯỚNG DẪN CHẤM ĐIỂM', bold=True); g.put(2, 1, 'Căn cứ kết quả thực hiện, cho điểm theo các mức dưới đây. Mọi thắc mắc liên hệ người lập biểu.')
    g.put(4, 1, 'Mã số', bold=True); g.put(4, 2, 'Cách cho điểm', bold=True); q = 5
    for it in k.items(): g.put(q, 1, it.no); it.c['rubric'] = g.put(q, 2, rubric(it, 'paren', 'form')); q += 1
    k.defect('self-score-mismatch', k.it('12.2').c['self']); x = k.it('10.1').c; k.defect('missing-self-score', ws.ref(x['row'], 5)); x['self'] = ws.ref(x['row'], 5)
    k.allow('missing-self-score', k.cr(10).c['self'])
    signature(ws, k, r + 2, 2, 5); widths(ws, 8, 60, 9, 28, 9, 24); widths(g, 8, 80); k.write('xlsxwriter')

def s06():
    k = Case('s06-thang-diem-theo-ten-thi-tran-phuoc-hai', 'rubric in a guide sheet, by label; no numbers', 'Phước Hải', 'Thị trấn', 'huyện Đất Đỏ', 'tỉnh Bà Rịa - Vũng Tàu', 2024, 'other', base('B'), seed=16, cli='other')
    g = k.book.sheet('Thang điểm'); ws = k.book.sheet('Tự chấm 2024')
    r = letterhead(ws, k, 5, 'THỊ TRẤN PHƯỚC HẢI TỰ CHẤM ĐIỂM TIÊU CHUẨN PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    r = table(ws, k, r, 1, [('name', 'Nội dung'), ('result', 'Thực hiện'), ('max', 'Tối đa'), ('self', 'Tự chấm'), ('evid', 'Căn cứ')], res='rate%', number='none', crit_label=lambda c: f'Tiêu chí {c.n}: {c.name}')
    g.put(2, 2, 'Nội dung', bold=True); g.put(2, 3, 'Cách tính điểm', bold=True); q = 3
    for c in k.crits:
        g.put(q, 2, f'Tiêu chí {c.n}: {c.name}', bold=True); q += 1
        for it in c.items: g.put(q, 2, it.label); it.c['rubric'] = g.put(q, 3, rubric(it, 'sent', 'plain')); q += 1
    signature(ws, k, r + 2, 1, 4); widths(ws, 70, 24, 9, 9, 24); widths(g, 3, 60, 80); k.write('xlsxwriter')

def s07():
    k = Case('s07-thang-diem-trong-ghi-chu-o-xa-ea-kao', 'rubric in cell notes', 'Ea Kao', 'Xã', 'thành phố Buôn Ma Thuột', 'tỉnh Đắk Lắk', 2024, 'mountain-island-hardship', other(), seed=17, said='Xã thuộc miền núi')
    ws = k.book.sheet('Sheet1'); r = letterhead(ws, k, 6, 'TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', motto=False)
    def each(s, it, c, r, C): it.c['rubric'] = s.ref(r, C['max']); s.cells[(r, C['max'])]['note'] = 'Thang điểm:\n' + rubric(it, 'colon')
    k.it('9.1').v = ('frac', round(k.pop['T'] * .82), k.pop['T'])
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí / nội dung'), ('max', 'Điểm tối đa'), ('result', 'Kết quả năm 2024'), ('self', 'Điểm xã tự chấm'), ('evid', 'Minh chứng')], res='text', each=each)
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 60, 9, 28, 9, 24); k.write('openpyxl')

def s08():
    k = Case('s08-ty-le-tu-mau-doi-cot-phuong-hai-chau', 'rate, numerator, denominator in another order; two header rows', 'Hải Châu I', 'Phường', 'quận Hải Châu', 'thành phố Đà Nẵng', 2024, 'central-city-ward', base(), seed=18, said='Phường thuộc quận của thành phố trực thuộc trung ương', quality=.93)
    p = k.pop; k.it('2.1').v = ('frac', 433, 442); p['U5'] = 442; k.it('2.1').c['rateText'] = 98; k.it('2.1').self_ = 50   # 97,96 %
    for no in ('8.1', '8.2'): v = k.it(no).v; k.it(no).v = ('frac', 30 if no == '8.1' else 50, 442)
    k.it('9.1').v = ('frac', p['T'] * 9 // 10 if p['T'] % 10 == 0 else round(p['T'] * .95), p['T'])
    v = k.it('11.2').v; k.it('11.2').c['rateText'] = float(dec(F(v[1], v[2]) * 100, 1)) + 3
    k.it('6.1').v = ('frac', k.pop['SC'] + 3, k.pop['SC']); k.it('6.1').forced = (None, (0, 50), [50]); k.it('6.1').self_ = 50; k.it('6.1').c['rateText'] = float(dec(F(k.pop['SC'] + 3, k.pop['SC']) * 100, 1))
    ws = k.book.sheet('Biểu chấm'); r = letterhead(ws, k, 10, 'BIỂU CHẤM ĐIỂM PHƯỜNG PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    k.it('5.3').v = ('count', 4)
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('max', 'Điểm tối đa', 'Điểm'), ('self', 'Điểm tự chấm', 'Điểm'), ('rate', 'Tỷ lệ (%)', 'Kết quả thực hiện'), ('numr', 'Số trẻ đạt', 'Kết quả thực hiện'), ('den', 'Tổng số trẻ', 'Kết quả thực hiện'), ('result', 'Nội dung khác', 'Kết quả thực hiện'), ('rubric', 'Thang điểm'), ('evid', 'Nguồn')], rub=lambda i: rubric(i, 'eq', 'math'), colnums='(1)')
    k.defect('rounding-decides-band', k.it('2.1').c['rate']); k.defect('self-score-mismatch', k.it('2.1').c['self']); k.defect('rate-mismatch', k.it('11.2').c['rate'])
    k.defect('numerator-exceeds-denominator', k.it('6.1').c['num'], k.it('6.1').c['rate']); k.allow('percentage-out-of-range', k.it('6.1').c['rate'])
    signature(ws, k, r + 2, 2, 8); widths(ws, 6, 50, 8, 8, 9, 9, 9, 22, 45, 18); k.write('xlsxwriter')

def s09():
    k = Case('s09-tieu-chi-gop-o-khong-so-xa-muong-lan', 'criteria merged over their items, no numbers', 'Mường Lạn', 'Xã', 'huyện Sốp Cộp', 'tỉnh Sơn La', 2024, 'mountain-island-hardship', base(), seed=19, said='Xã đặc biệt khó khăn', quality=.7)
    ws = k.book.sheet('BANG TU CHAM'); r = letterhead(ws, k, 7, 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', cls='Xã thuộc diện: ')
    k.it('11.2').ev = None; k.it('3.1').text = '?'; k.it('3.1').forced = (None, (0, 50))
    k.it('3.1').self_ = 50
    k.it('4.2').text = '00'
    r = table(ws, k, r, 1, [('crit', 'Tiêu chí'), ('name', 'Nội dung đánh giá'), ('rubric', 'Mức điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả đạt được trong năm'), ('self', 'Điểm xã chấm'), ('evid', 'Tài liệu kèm theo')], crit_rows=False, number='none', rub=lambda i: rubric(i, 'pre', 'plain'), res='frac')
    k.defect('unreadable-value', k.it('3.1').c['obs']); k.defect('missing-evidence', ws.ref(k.it('11.2').c['row'], 7)); k.defect('text-number', k.it('4.2').c['obs'])
    signature(ws, k, r + 2, 2, 5); widths(ws, 26, 45, 45, 9, 24, 9, 20); k.write('openpyxl')

def s10():
    k = Case('s10-moi-tieu-chi-mot-bang-nho-xa-thanh-loi', 'each criterion its own small table, stacked', 'Thạnh Lợi', 'Xã', 'huyện Bến Lức', 'tỉnh Long An', 2024, 'other', base(), seed=20, cli='other')
    ws = k.book.sheet('13 tiêu chí'); r = letterhead(ws, k, 6, 'BÁO CÁO TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    for c in k.crits:
        c.c['cell'] = ws.put(r, 1, f'Tiêu chí {c.n}. {c.name} (tối đa {c.max} điểm)', bold=True); ws.merge(r, 1, r, 6); r += 1
        for j, h in enumerate(['TT', 'Nội dung', 'Thang điểm', 'Điểm tối đa', 'Kết quả', 'Điểm tự chấm']): ws.put(r, 1 + j, h, bold=True)
        r += 1; s0 = r
        for j, it in enumerate(c.items):
            x = shown(it, 'both', k.year); ws.put(r, 1, j + 1); ws.put(r, 2, it.label); ws.put(r, 4, it.max)
            it.c.update(shown=str(j + 1), rubric=ws.put(r, 3, rubric(it, 'bullet')), obs=ws.put(r, 5, x), text=str(x), self=ws.put(r, 6, it.self_points())); r += 1
        ws.put(r, 2, 'Cộng tiêu chí ' + str(c.n), bold=True); ws.put(r, 4, c.max, f=f'=SUM(D{s0}:D{r - 1})', bold=True); c.c['self'] = ws.put(r, 6, c.self_points(), f=f'=SUM(F{s0}:F{r - 1})', bold=True); r += 2
    ws.put(r, 2, 'TỔNG ĐIỂM 13 TIÊU CHÍ', bold=True); ws.put(r, 4, 1000); k.total_c['self'] = ws.put(r, 6, k.self_total(), bold=True)
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 45, 50, 9, 24, 9); k.write('xlsxwriter')

ALL = [s01, s02, s03, s04, s05, s06, s07, s08, s09, s10]
