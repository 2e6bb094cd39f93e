from eng import *

def a01():
    k = new('a01-ba-dong-tieu-de-xa-hoa-binh', 'three header rows, units, numbering row with formulas', 'Hòa Bình', said='Xã còn lại', seed=101, district='huyện Văn Quan')
    ws = k.book.sheet('Biểu 2'); worse(k, '7.1')
    r = head(ws, k, ['UBND HUYỆN VĂN QUAN', 'UBND XÃ HÒA BÌNH', None, 'BIỂU CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', '(theo Quyết định 06/2019/QĐ-TTg)', 'Nhóm: Xã còn lại (ngưỡng 850 điểm)']) + 1
    B = 'Kết quả đạt được đến 31/10'
    r = tab(ws, k, r, 1, [('num', 'STT'), ('name', 'Nội dung chấm'), ('rubric', 'Quy định điểm'), ('max', 'Mức chuẩn\n(điểm)'), ('n', B, 'Số liệu', 'TS\n(trẻ, vụ, thôn...)'), ('d', B, 'Số liệu', 'MS\n(tổng trẻ)'), ('q', B, 'Tỷ lệ\n(%, ‰)'), ('result', B, 'Kết quả khác'), ('self', 'Xã chấm\n(điểm)'), ('evid', 'Hồ sơ kèm theo')],
            rub=lambda i: rubric(i, 'arrow'), numrow=['A', 'B', 'C', '(1)', '(2)', '(3)', '(4)=(2)/(3)', '(5)', '(6)', '(7)'])
    flaws(k); signature(ws, k, r + 1, 2, 7); k.write('openpyxl')

def a02():
    k = new('a02-thang-diem-trong-o-ten-phuong-quang-trung', 'bands inside the item cell after line breaks; banner criteria with points; items 1) 2) restarting', 'Quang Trung', 'Phường', 'thành phố Thái Nguyên', 'tỉnh Thái Nguyên', said='Phường còn lại', seed=102)
    ws = k.book.sheet('Phieu cham'); worse(k, '13.2')
    r = head(ws, k, ['PHIẾU TỰ CHẤM ĐIỂM TIÊU CHUẨN PHƯỜNG PHÙ HỢP VỚI TRẺ EM', 'Đơn vị: Phường Quang Trung, thành phố Thái Nguyên', 'Năm: 2024', 'Đối tượng: Phường còn lại']) + 1
    def il(c, j, it): return it.label + f' (tối đa {it.max} điểm)\n' + rubric(it, 'bullet')
    r = tab(ws, k, r, 1, [('num', 'STT'), ('name', 'Nội dung chấm'), ('result', 'Kết quả đạt được'), ('self', 'Điểm tự chấm')], crit='banner', clabel=lambda c: f'{ROMAN[c.n-1]}. {c.name.upper()} ({c.max} ĐIỂM)', inum=lambda c, j, it: f'{j+1})', ilabel=il, res='both', total='TỔNG ĐIỂM')
    for it in k.items(): it.c['rubric'] = it.c['labelCell']
    flaws(k); k.write()

def a03():
    k = new('a03-ket-qua-trong-ngoac-sau-muc-xa-tan-lap', 'officer writes the result in brackets behind the band text', 'Tân Lập', district='huyện Bắc Sơn', said='Xã đồng bằng', seed=103, crits=other())
    ws = k.book.sheet('Chấm điểm')
    r = head(ws, k, ['ỦY BAN NHÂN DÂN XÃ TÂN LẬP', 'BẢNG CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã đồng bằng']) + 1
    def rub(it):
        if not it.bands: return rubric(it, 'colon') + f' (xã có {it.v[1]} {it.unit})'
        m = it.matched(); ls = []
        for b in it.bands:
            s = f'- {cond(b, it)}: {b[3]} điểm'
            if b is m:
                v = it.v
                w = {'yes': 'xã có', 'no': 'xã chưa có', 'nocase': 'xã không có vụ việc nào'}.get(v[0])
                if v[0] == 'frac': w = f'xã đạt {vn(F(v[1], v[2])*100, 1)}%' if it.unit == '%' else (f'xã có {v[1]}/{th(v[2])} trẻ' if v[1] else 'xã không có trẻ nào')
                if v[0] == 'count': w = f'xã có {v[1]:02d} {it.unit}' if v[1] else 'xã không có'
                if v[0] == 'chg': w = f'năm 2023: {v[1]}; năm 2024: {v[2]}'
                if v[0] == 'lvl': w = f'xã đạt mức {v[1]}'
                s += f' ({w})'
            ls.append(s)
        return '\n'.join(ls)
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('max', 'Điểm chuẩn'), ('rubric', 'Mức đạt và kết quả của xã'), ('self', 'Điểm')], rub=rub)
    for it in k.items(): it.c['obs'] = it.c['rubric']; it.c['cells'] = [it.c['rubric']]; it.c['text'] = 'trong ngoặc'
    k.allow('missing-observation', None); flaws(k); k.write()

def a04():
    k = new('a04-dieu-kien-o-dong-dau-diem-thay-dau-x-xa-cai-kinh', 'conditions in a header row of each item, the points themselves instead of a tick', 'Cai Kinh', district='huyện Hữu Lũng', said='Xã miền núi', cls='mountain-island-hardship', seed=104)
    ws = k.book.sheet('Biểu chấm'); k.it('12.2').v = ('frac', 5, 10)
    r = head(ws, k, ['UBND XÃ CAI KINH', 'BẢNG TỰ CHẤM ĐIỂM XÃ, PHƯỜNG, THỊ TRẤN PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Loại đơn vị: Xã miền núi']) + 1
    for j, h in enumerate(['TT', 'Tiêu chí', 'Điểm tối đa', 'Kết quả', 'Mức điểm (ghi số điểm vào ô của mức đạt được)']): ws.put(r, 1 + j, h, bold=True)
    ws.merge(r, 5, r, 8); ws.put(r, 9, 'Điểm xã chấm', bold=True); r += 1
    for c in k.crits:
        ws.put(r, 1, ROMAN[c.n - 1], bold=True); c.c['cell'] = ws.put(r, 2, c.name, bold=True); ws.put(r, 3, c.max); c.c['self'] = ws.put(r, 9, c.self_points()); r += 1
        for j, it in enumerate(c.items):
            if not it.bands: p, m = it.per; it.bands = [('ge', m // p, None, m), ('rangeinc', 2, m // p - 1, 10), ('eq', 1, None, p), ('zero', None, None, 0)]; it.kind = 'count'
            for q, b in enumerate(it.bands): ws.put(r, 5 + q, f'{cond(b, it)} ({b[3]} điểm)')
            ws.put(r, 1, j + 1); ws.put(r, 2, it.label); ws.put(r, 3, it.max); x = shown(it, 'both', 2024); m = it.bands.index(it.matched())
            it.c.update(obs=ws.put(r, 4, x), text=str(x), label=it.label, rubric=ws.ref(r, 5), cells=[ws.ref(r + 1, 5 + q) for q in range(4)], self=ws.put(r, 9, it.self_points()))
            ws.put(r + 1, 5 + m, it.bands[m][3])
            for cc in (1, 2, 3, 4, 9): ws.merge(r, cc, r + 1, cc)
            r += 2
    ws.put(r, 2, 'Tổng cộng'); ws.put(r, 3, 1000); k.total_c['self'] = ws.put(r, 9, k.self_total()); k.write('openpyxl')

def a05():
    k = new('a05-dong-trong-cot-trong-cong-trang-xa-tri-le', 'spacer rows and columns, page sums in the middle, carried forward', 'Tri Lễ', district='huyện Văn Quan', said='Xã đặc biệt khó khăn', cls='mountain-island-hardship', seed=105, crits=base('B'))
    ws = k.book.sheet('Tự chấm'); worse(k, '10.1')
    r = head(ws, k, ['XÃ TRI LỄ - HUYỆN VĂN QUAN', None, 'TỰ CHẤM ĐIỂM THEO QUYẾT ĐỊNH 06 NĂM 2024', 'Xã đặc biệt khó khăn'], 2, 2) + 1
    st = {'run': 0}
    def bef(c, r):
        if c.n in (5, 9):
            s = sum(x.self_points() for x in k.crits[:c.n - 1]); m = sum(x.max for x in k.crits[:c.n - 1])
            for t in ('Cộng trang', 'Mang sang'): ws.put(r, 4, t); ws.put(r, 8, m); ws.put(r, 12, s); r += 2
        return r + 1
    r = tab(ws, k, r, 2, [('num', 'Stt'), ('sp', None), ('name', 'Chỉ tiêu'), ('sp', None), ('rubric', 'Cách chấm'), ('sp', None), ('max', 'Điểm theo QĐ'), ('sp', None), ('result', 'Thực hiện'), ('sp', None), ('self', 'Xã chấm')], rub=lambda i: rubric(i, 'dots'), res='both', spacer=1, before=bef)
    flaws(k); k.write()

def a06():
    k = new('a06-chu-thich-va-bang-thuyet-minh-ben-duoi-xa-yen-khoai', 'footnotes with numbers and an explanatory table below', 'Yên Khoái', district='huyện Lộc Bình', said='Xã miền núi', cls='mountain-island-hardship', seed=106)
    ws = k.book.sheet('Sheet1'); worse(k, '2.1')
    r = head(ws, k, ['UBND XÃ YÊN KHOÁI', 'BẢNG ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Phân loại: Xã miền núi']) + 1
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('rubric', 'Cách tính và thang điểm'), ('max', 'Điểm'), ('result', 'Kết quả của xã'), ('self', 'Điểm đạt'), ('evid', 'Căn cứ xác định')], rub=lambda i: rubric(i, 'paren'), res='text')
    for t in ['Ghi chú:', '(1) Tổng số trẻ em dưới 16 tuổi: số liệu ngày 31/12/2023 là 1.203 trẻ.', '(2) 02 trẻ chuyển đi trong tháng 9; 01 trẻ chuyển đến.', '13.1 khảo sát 100 phiếu, thu về 98 phiếu hợp lệ.']: r += 1; ws.put(r, 1, t)
    r += 2; ws.put(r, 1, 'THUYẾT MINH', bold=True); r += 1
    for j, h in enumerate(['TT', 'Tiêu chí', 'Nguyên nhân, giải pháp', 'Số năm 2023', 'Kế hoạch năm 2025']): ws.put(r, 1 + j, h, bold=True)
    for c in k.crits:
        r += 1; ws.put(r, 1, c.n); ws.put(r, 2, c.name); ws.put(r, 3, 'Tiếp tục tuyên truyền, vận động'); ws.put(r, 4, '95%' if c.n in (2, 6, 7, 10) else 1); ws.put(r, 5, '100%' if c.n in (2, 6, 7, 10) else 0)
    flaws(k); k.write('openpyxl')

def a07():
    k = new('a07-bang-tom-tat-13-tieu-chi-o-tren-xa-quynh-son', 'summary table of the 13 criteria above the detailed one', 'Quỳnh Sơn', district='huyện Bắc Sơn', said='Xã còn lại', seed=107, crits=other())
    ws = k.book.sheet('Tự đánh giá'); worse(k, '9.1')
    r = head(ws, k, ['UBND XÃ QUỲNH SƠN', 'KẾT QUẢ TỰ ĐÁNH GIÁ XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Loại: Xã còn lại', None, 'I. TỔNG HỢP'])
    for j, h in enumerate(['TT', 'Tiêu chí', 'Điểm tối đa', 'Điểm tự chấm']): ws.put(r, 1 + j, h, bold=True)
    for c in k.crits: r += 1; ws.put(r, 1, c.n); ws.put(r, 2, c.name); ws.put(r, 3, c.max); c.c['sum'] = ws.put(r, 4, c.self_points())
    r += 1; ws.put(r, 2, 'Cộng'); ws.put(r, 3, 1000); tc = ws.put(r, 4, k.self_total())
    r += 2; ws.put(r, 1, 'II. CHI TIẾT', bold=True); r += 1
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Nội dung tiêu chí'), ('max', 'Điểm tối đa'), ('self', 'Điểm tự chấm'), ('result', 'Số liệu minh chứng'), ('rubric', 'Thang điểm')], rub=lambda i: rubric(i, 'colon'), res='both')
    k.allow('self-score-mismatch', k.cr(9).c['sum'], tc); flaws(k); k.write()

def a08():
    k = new('a08-bang-tom-tat-ben-canh-xa-hung-vu', 'summary table beside the detailed one', 'Hưng Vũ', district='huyện Bắc Sơn', said='Xã còn lại', seed=108)
    ws = k.book.sheet('Chấm'); 
    r = head(ws, k, ['Xã Hưng Vũ, huyện Bắc Sơn', 'BIỂU CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM - NĂM 2024', 'Thuộc nhóm xã còn lại']) + 1; r0 = r
    r = tab(ws, k, r, 1, [('num', 'STT'), ('name', 'Tiêu chí'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('self', 'Điểm tự chấm')], rub=lambda i: rubric(i, 'bullet'), res='text')
    for j, h in enumerate(['STT', 'Tiêu chí', 'Tối đa', 'Tự chấm', 'Tỷ lệ đạt']): ws.put(r0, 8 + j, h, bold=True)
    for n, c in enumerate(k.crits):
        q = r0 + 1 + n; ws.put(q, 8, c.n); ws.put(q, 9, c.name); ws.put(q, 10, c.max); ws.put(q, 11, c.self_points()); ws.put(q, 12, (float(F(c.self_points(), c.max)), '0%'))
    ws.put(r0 + 14, 9, 'Tổng'); ws.put(r0 + 14, 10, 1000); ws.put(r0 + 14, 11, k.self_total()); k.write('openpyxl')

def a09():
    k = new('a09-diem-nam-truoc-va-chi-tieu-huyen-giao-xa-chien-thang', 'last year\'s points, the district\'s target, result', 'Chiến Thắng', district='huyện Chi Lăng', said='Xã còn lại', seed=109, crits=base('B'))
    ws = k.book.sheet('Năm 2024'); worse(k, '6.1'); R = random.Random(9)
    r = head(ws, k, ['UBND XÃ CHIẾN THẮNG', 'BẢNG CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Nhóm đơn vị: Xã còn lại']) + 1
    def ct(it): return ('≥ 98%' if it.bands and it.bands[0][0] == 'ge' else '< 10%') if it.unit == '%' and it.kind == 'percentage' else 'Có' if it.kind == 'presence' else 0 if it.kind in ('incidence', 'count') else None
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí, chỉ tiêu'), ('rubric', 'Thang điểm quy định'), ('max', 'Điểm tối đa'), ('py', 'Điểm năm 2023'), ('ct', 'Chỉ tiêu huyện giao năm 2024'), ('result', 'Thực hiện năm 2024'), ('self', 'Điểm năm 2024')], rub=lambda i: rubric(i, 'bullet', 'form'), res='both', ov={'py': lambda i: i.bands[1][3] if i.bands and R.random() < .3 else i.max, 'ct': ct})
    flaws(k); k.write()

def a10():
    k = new('a10-hai-nam-cung-co-diem-xa-mong-an', 'two years, both with results and points', 'Mông Ân', district='huyện Bình Gia', said='Xã miền núi', cls='mountain-island-hardship', seed=110)
    p = fill(base(), random.Random(77), k.pop, .5); old = {i.no: i for c in p for i in c.items}
    ws = k.book.sheet('So sánh'); worse(k, '10.3')
    r = head(ws, k, ['UBND XÃ MÔNG ÂN', 'TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024 (có so sánh với năm 2023)', 'Xã miền núi']) + 1
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Nội dung'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('or', 'Năm 2023', 'Kết quả'), ('os', 'Năm 2023', 'Điểm'), ('result', 'Năm 2024', 'Kết quả'), ('self', 'Năm 2024', 'Điểm')], rub=lambda i: rubric(i, 'colon'), res='text', ov={'or': lambda i: shown(old[i.no], 'text', 2023), 'os': lambda i: old[i.no].score()[0]})
    flaws(k); k.write('openpyxl')

def a11():
    k = new('a11-diem-de-nghi-va-diem-tham-dinh-thi-tran-van-quan', 'appraisal columns filled with other points', 'Văn Quan', 'Thị trấn', 'huyện Văn Quan', said='Thị trấn miền núi', cls='mountain-island-hardship', seed=111, crits=other())
    ws = k.book.sheet('Bảng điểm'); worse(k, '7.1'); 
    r = head(ws, k, ['UBND THỊ TRẤN VĂN QUAN', 'BẢNG ĐIỂM THỊ TRẤN PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Thị trấn miền núi']) + 1
    k.it('2.1').v = ('frac', k.pop['BORN'] - 1, k.pop['BORN'])
    r = tab(ws, k, r, 1, [('num', 'Số\nTT'), ('name', 'NỘI DUNG'), ('rubric', 'QUY ĐỊNH\nCHẤM ĐIỂM'), ('max', 'ĐIỂM', 'Chuẩn'), ('self', 'ĐIỂM', 'Đề nghị'), ('app', 'ĐIỂM', 'Thẩm định\n(Phòng LĐTBXH)'), ('app2', 'ĐIỂM', 'Hội đồng huyện'), ('result', 'KẾT QUẢ ĐẠT ĐƯỢC'), ('note', 'Ý kiến thẩm định')], rub=lambda i: rubric(i, 'pre'), res='both', ov={'app': lambda i: 0 if i.no in ('3.1', '11.1') else i.score()[0], 'app2': lambda i: 0 if i.no == '11.1' else i.score()[0], 'note': lambda i: 'Chưa có minh chứng, đề nghị 0 điểm' if i.no == '3.1' else None})
    flaws(k); k.write()

def a12():
    k = new('a12-sheet-an-so-lieu-cu-ten-sheet-tcvn3-xa-gia-cat', 'hidden sheet with last year\'s data, sheet names in TCVN3', 'Gia Cát', district='huyện Cao Lộc', said='Xã còn lại', seed=112)
    ws = k.book.sheet(tcvn3('Chấm điểm 2024')); worse(k, '9.1')
    r = head(ws, k, ['UBND XÃ GIA CÁT', 'BẢNG CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Loại đơn vị: xã còn lại']) + 1
    cols = [('num', 'TT'), ('name', 'Tiêu chí'), ('rubric', 'Cách tính điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('self', 'Xã chấm')]
    r = tab(ws, k, r, 1, cols, rub=lambda i: rubric(i, 'bullet'), res='text')
    h = k.book.sheet(tcvn3('Số cũ 2023')); h.state = 'hidden'
    k2 = new('x', '', 'Gia Cát', seed=113, year=2023); q = head(h, k2, ['UBND XÃ GIA CÁT', 'BẢNG CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2023']) + 1; tab(h, k2, q, 1, cols, rub=lambda i: rubric(i, 'bullet'), res='text')
    k.allow('legacy-encoding', None); flaws(k); k.write()

def a13():
    k = new('a13-noi-dung-so-chi-so-xa-thach-dan', 'criteria called "Nội dung số 3", items "Chỉ số 1.a"', 'Thạch Đạn', district='huyện Cao Lộc', said='xã miền núi', cls='mountain-island-hardship', seed=114)
    ws = k.book.sheet('PL1'); worse(k, '10.3')
    r = head(ws, k, ['PHỤ LỤC 1', 'BẢNG CHẤM ĐIỂM CỦA XÃ THẠCH ĐẠN NĂM 2024', 'Xã miền núi', '(Kèm theo Báo cáo số 112/BC-UBND ngày 20/11/2024)']) + 1
    r = tab(ws, k, r, 1, [('name', 'Nội dung chấm'), ('max', 'Điểm tối đa'), ('rubric', 'Cách cho điểm'), ('result', 'Tình hình thực hiện'), ('self', 'Điểm xã chấm')], clabel=lambda c: f'Nội dung số {c.n}: {c.name}', ilabel=lambda c, j, it: f'Chỉ số {c.n}.{"abcdef"[j]}: {it.label}', rub=lambda i: rubric(i, 'eq'), res='sentence')
    flaws(k); k.write('openpyxl')

def a14():
    k = new('a14-so-thu-tu-bi-doi-thanh-ngay-xa-song-giap', 'item numbers turned into dates by Excel', 'Song Giáp', district='huyện Cao Lộc', said='Xã miền núi', cls='mountain-island-hardship', seed=115)
    import datetime
    ws = k.book.sheet('Cham diem'); worse(k, '12.2')
    r = head(ws, k, ['UBND XÃ SONG GIÁP', 'TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã miền núi']) + 1
    def inum(c, j, it): return (datetime.date(2024, j + 1, c.n) - datetime.date(1899, 12, 30)).days, 'd-mmm'
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('self', 'Điểm tự chấm')], inum=inum, cnum=lambda c: f'{c.n:02d}.', rub=lambda i: rubric(i, 'bullet'), res='text')
    flaws(k); k.write()

def a15():
    k = new('a15-ket-qua-viet-tu-do-xa-binh-trung', 'results in free wording', 'Bình Trung', district='huyện Cao Lộc', said='Xã còn lại', seed=116)
    ws = k.book.sheet('Tự chấm'); I = k.it; T = 1000
    def s(no, v, t): I(no).v = v; I(no).text = t
    s('1.1', ('yes',), 'C'); s('1.2', ('yes',), 'C'); s('1.3', ('no',), 'K'); s('1.4', ('yes',), 'C')
    s('2.1', ('rate', F('98.5')), '98 , 5 %'); s('3.1', ('rate', F('0.3')), '0,3‰'); s('3.2', ('count', 1), '01 (một) vụ'); s('4.1', ('rate', F('1.2')), '1,2 phần nghìn'); s('4.2', ('count', 0), 'ko có')
    s('5.1', ('chg', 12, 9), 'Giảm 3 trẻ (từ 12 xuống còn 9)'); s('5.2', ('frac', 0, T), 'không xảy ra vụ nào'); s('5.3', ('count', 3), 'ba mô hình'); s('6.1', ('frac', 47, 48), '47 trên 48 cháu'); s('6.2', ('nocase',), 'Không xảy ra vụ việc nào')
    s('7.1', ('frac', 47, 48), '47/48 đạt 97.9%'); s('8.1', ('rate', F('9.3')), '9,3 phần trăm'); s('8.2', ('rate', F('14.2')), 'chiếm 14,2%'); s('9.1', ('rate', F(100)), 'đạt 100 phần trăm'); s('10.1', ('rate', F(100)), '100 %'); s('10.2', ('rate', F('27.4')), 'khoảng đạt 27,4% (68/248)')
    I('10.2').v = ('frac', 68, 248)
    s('10.3', ('frac', 212, 219), '212 cháu/219 cháu'); s('11.1', ('count', 2), 'hai cuộc'); s('11.2', ('rate', F(62)), '62%'); s('11.3', ('count', 4), '04 CLB'); s('12.1', ('yes',), 'C'); s('12.2', ('frac', 8, 10), '8/10 thôn = 80%'); s('12.3', ('count', 5), 'năm buổi'); s('13.1', ('frac', 91, 100), '91/100 phiếu hài lòng'); s('13.2', ('lvl', 'Tốt'), 'Mức tốt')
    r = head(ws, k, ['UBND XÃ BÌNH TRUNG', 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã còn lại', 'Ký hiệu: C - có; K - không']) + 1
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('self', 'Điểm tự chấm')], rub=lambda i: rubric(i, 'bullet'))
    k.write()
ALL = [a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15]
