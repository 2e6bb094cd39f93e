import layouts
from eng import *

def tight(it):
    """'>=98%->50; 95%-<98%->35' """
    if not it.bands: return f'{it.per[0]}đ/1 {it.noun}; max {it.per[1]}đ'
    out = []
    for b in it.bands:
        op, a, h, p = b; u = {'%': '%', '/1.000': '‰', '/100.000': '/100.000'}.get(it.unit, '')
        t = {'ge': f'≥{num(a) if isinstance(a, (int, F)) else ""}{u}', 'gt': f'>{num(a) if isinstance(a, (int, F)) else ""}{u}', 'lt': f'<{num(a) if isinstance(a, (int, F)) else ""}{u}', 'eq': f'{num(a) if isinstance(a, (int, F)) else ""}{u}', 'range': f'{num(a) if isinstance(a, (int, F)) else ""}-<{num(h) if h is not None else ""}{u}', 'rangeinc': f'{num(a) if isinstance(a, (int, F)) else ""}-{num(h) if h is not None else ""}{u}'}.get(op) or cond(b, it, 'sym')
        out.append(f'{t}→{p}')
    return '; '.join(out)
def chthi(it):
    if not it.bands: return f'Mỗi {it.noun} chấm {it.per[0]} điểm, tối đa không quá {it.per[1]} điểm'
    out = []
    for b in it.bands:
        op, a, h, p = b; pc = it.unit == '%' and it.kind == 'percentage'
        if op == 'range' and pc: t = f'đạt từ {num(a)} đến {num(F(h) - F(1, 100))}%'
        elif op == 'ge' and pc: t = f'đạt ≥ {num(a)}%'
        elif op == 'lt' and pc: t = f'đạt < {num(a)}%'
        else: t = low1(cond(b, it))
        out.append(f'{t} thì chấm {p} điểm')
    s = '; '.join(out); return s[0].upper() + s[1:] + '.'
def dash100(it):
    """98-100%: 50đ, 95-97,9%: 35đ, 90-94,9%: 20đ, <90%: 0đ"""
    if it.kind != 'percentage' or any(b[0] in ('eq', 'gt', 'none') for b in it.bands): return rubric(it, 'short')
    out = []; good = it.bands[0][0] == 'ge'
    for op, a, h, p in it.bands:
        t = f'{num(a)}-100%' if op == 'ge' and good else f'{num(a)}% trở lên' if op == 'ge' else f'dưới {num(a)}%' if op == 'lt' else f'{num(a)}-{num(F(h) - F(1, 10))}%'
        out.append(f'{t}: {p}đ')
    return ', '.join(out)

def a16():
    k = new('a16-thang-diem-viet-gon-xa-mai-sao', 'terse scales: ≥98%→50; 95-<98%→35', 'Mai Sao', district='huyện Chi Lăng', said='Xã còn lại', seed=201)
    ws = k.book.sheet('Tự chấm'); worse(k, '2.1')
    r = head(ws, k, ['UBND xã Mai Sao', 'Chấm điểm xã phù hợp với trẻ em năm 2024', 'Xã còn lại (850đ)']) + 1
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Nội dung chấm'), ('max', 'Mức chuẩn'), ('rubric', 'Cách chấm'), ('result', 'Kết quả đạt được'), ('self', 'Điểm chấm')], rub=tight, res='both'); flaws(k); k.write('openpyxl')

def a17():
    k = new('a17-thi-cham-diem-xa-thuong-cuong', 'scales in sentences: "đạt từ 95 đến 97,99% thì chấm 35 điểm"', 'Thượng Cường', district='huyện Chi Lăng', said='Xã còn lại', seed=202, crits=other())
    ws = k.book.sheet('Tự chấm'); worse(k, '10.1')
    r = head(ws, k, ['UBND xã Thượng Cường', 'Bảng tự chấm điểm xã phù hợp với trẻ em', 'Năm 2024', 'Xã còn lại']) + 1
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Chỉ số'), ('rubric', 'Diễn giải cách tính điểm'), ('max', 'Điểm quy định'), ('self', 'Điểm xã tự chấm'), ('result', 'Kết quả đạt được'), ('evid', 'Hồ sơ kèm theo')], rub=chthi, res='both'); k.allow('band-gap', None); flaws(k); k.write()

def a18():
    k = new('a18-98-den-100-va-tru-diem-moi-phan-tram-xa-nhat-tien', '98-100%: 50đ; deductions per missing per cent', 'Nhất Tiến', district='huyện Bắc Sơn', said='Xã miền núi', cls='mountain-island-hardship', seed=203)
    ws = k.book.sheet('CHAM'); I = k.it('6.1'); 
    r = head(ws, k, ['UBND XÃ NHẤT TIẾN', 'BẢNG CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã miền núi']) + 1
    I.v = ('frac', 48, 50); I.forced = (30, (30, 30), [None]); I.kind = 'percentage'  # 96 %: 50 - 4 x 5
    k.it('2.1').v = ('frac', round(k.pop['U5'] * .963), k.pop['U5'])
    alt = dict(status='undetermined'); 
    r = tab(ws, k, r, 1, [('num', 'STT'), ('name', 'Tiêu chí'), ('rubric', 'Thang điểm'), ('max', 'Điểm chuẩn'), ('result', 'Kết quả'), ('self', 'Điểm tự chấm')], rub=lambda i: 'Đạt 100%: 50 điểm; mỗi 1% thiếu trừ 5 điểm' if i is I else dash100(i), res='both')
    k.alternatives = [{'total': {'points': None}, 'verdict': {'status': 'meets'}}, {'total': {'points': None}, 'verdict': {'status': 'undetermined'}}]; k.allow('unreadable-rubric', I.c['rubric']); k.allow('band-gap', I.c['rubric']); k.allow('standard-mismatch', None); k.write()

def a19():
    k = new('a19-chi-tiet-duoi-chi-tieu-xa-van-nham', 'nested rows below an item hold the numerator and the denominator', 'Vân Nham', district='huyện Hữu Lũng', said='Xã còn lại', seed=204)
    ws = k.book.sheet('Biểu 1'); worse(k, '10.3')
    r = head(ws, k, ['UBND XÃ VÂN NHAM', 'TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã còn lại']) + 1
    C0 = {}
    def res(it):
        v = it.v
        return (float(dec(F(v[1], v[2]) * 100, 1)) / 100, '0.0%') if v[0] == 'frac' and it.unit == '%' else shown(it, 'text', 2024)
    def after(it, c, r):
        if it.v[0] == 'frac' and it.unit == '%':
            ws.put(r, 2, '- Tổng số'); x = ws.put(r, 5, it.v[2]); ws.put(r + 1, 2, '- Số đạt' if it.bands[0][0] in ('ge', 'gt', 'eq') else '- Số trẻ bị SDD'); y = ws.put(r + 1, 5, it.v[1]); it.c['cells'] += [x, y]; return r + 2
        return r
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Nội dung'), ('rubric', 'Quy định điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('self', 'Điểm đạt')], rub=lambda i: rubric(i, 'bullet'), res=res, after=after)
    flaws(k); k.write('openpyxl')

def a20():
    k = new('a20-bia-co-loai-don-vi-ten-xa-o-dong-ky', 'unit class as a cell pair on a cover sheet, commune in the sign line and sheet name only', 'Tân Thanh', district='huyện Văn Lãng', said='Xã miền núi', cls='mountain-island-hardship', seed=205)
    b = k.book.sheet('Bìa'); b.put(3, 2, 'HỒ SƠ ĐÁNH GIÁ XÃ PHÙ HỢP VỚI TRẺ EM'); b.put(5, 2, 'Năm đánh giá'); b.put(5, 3, 2024); b.put(6, 2, 'Loại đơn vị'); b.put(6, 3, 'Xã miền núi'); b.put(7, 2, 'Điểm chuẩn công nhận'); b.put(7, 3, 800); b.put(8, 2, 'Điện thoại liên hệ'); b.put(8, 3, '0205 3 880 123')
    ws = k.book.sheet('Tân Thanh'); r = head(ws, k, ['BẢNG CHẤM ĐIỂM']) + 1; worse(k, '9.1')
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('rubric', 'Cách tính điểm'), ('max', 'Điểm chuẩn'), ('result', 'Kết quả'), ('self', 'Tự chấm'), ('evid', 'Hồ sơ')], rub=lambda i: rubric(i, 'bullet'), res='both')
    ws.put(r + 1, 5, 'Tân Thanh, ngày 20 tháng 11 năm 2024'); ws.put(r + 2, 5, 'TM. ỦY BAN NHÂN DÂN XÃ TÂN THANH'); ws.put(r + 3, 5, 'KT. CHỦ TỊCH'); ws.put(r + 4, 5, 'PHÓ CHỦ TỊCH'); ws.put(r + 7, 5, 'Hoàng Văn Giả'); flaws(k); k.write()

def many(name, layout, communes, hidden=(), summary=False, seeds=300):
    main = Book(); subs = []; ks = []
    if summary: sm = main.sheet('Tổng hợp huyện')
    for n, nm in enumerate(communes):
        k = new(name, layout, nm, district='huyện Đình Lập', said='Xã miền núi', cls='mountain-island-hardship', seed=seeds + n, crits=base('B')); k.book = main
        ws = main.sheet('Xã ' + nm if summary else nm); r = head(ws, k, [f'UBND XÃ {nm.upper()}', 'BẢNG TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã miền núi']) + 1
        if n == 0: worse(k, '7.1')
        r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Nội dung chấm'), ('rubric', 'Mức điểm quy định'), ('max', 'Mức chuẩn'), ('result', 'Kết quả đạt được'), ('self', 'Xã chấm')], rub=lambda i: rubric(i, 'paren'), res='both')
        flaws(k); ks.append(k)
        if nm in hidden: ws.state = 'hidden'
        t = k.truth(); t['sheet'] = ws.name
        if nm not in hidden: subs.append(t)
    if summary:
        head(sm, ks[0], ['TỔNG HỢP KẾT QUẢ CHẤM ĐIỂM CÁC XÃ HUYỆN ĐÌNH LẬP NĂM 2024']); sm.put(3, 1, 'TT'); sm.put(3, 2, 'Tiêu chí'); sm.put(3, 3, 'Điểm tối đa')
        for n, nm in enumerate(communes): sm.put(3, 4 + n, 'Xã ' + nm)
        for i, c in enumerate(ks[0].crits):
            sm.put(4 + i, 1, c.n); sm.put(4 + i, 2, c.name); sm.put(4 + i, 3, c.max)
            for n, k in enumerate(ks): sm.put(4 + i, 4 + n, k.crits[i].self_points())
        sm.put(17, 2, 'Tổng'); sm.put(17, 3, 1000)
        for n, k in enumerate(ks): sm.put(17, 4 + n, k.self_total())
    save(main, f'{layouts.OUT}/{name}.xlsx', 'xlsxwriter'); put_truth(name, {'file': name + '.xlsx', 'layout': layout, 'rubric': 'A', 'multi': True, 'year': 2024, 'standardId': '06/2019/QĐ-TTg', 'clean': False, 'sheets': subs}); print(name)
def a21(): many('a21-ba-xa-co-sheet-tong-hop-huyen-dinh-lap', 'three communes and a summary sheet', ['Bắc Xa', 'Kiên Mộc', 'Châu Sơn'], summary=True)
def a22(): many('a22-hai-xa-mot-sheet-an-dinh-lap', 'two communes\' sheets, one hidden', ['Cường Lợi', 'Lâm Ca'], hidden=['Lâm Ca'], seeds=310)

def a23():
    k = new('a23-sheet-cham-diem-bi-an-xa-thuy-hung', 'the only scoring sheet is hidden', 'Thụy Hùng', district='huyện Cao Lộc', said='Xã miền núi', cls='mountain-island-hardship', seed=206)
    b = k.book.sheet('Trang bìa'); head(b, k, ['UBND XÃ THỤY HÙNG', 'HỒ SƠ XÃ PHÙ HỢP VỚI TRẺ EM', 'NĂM 2024'])
    ws = k.book.sheet('Chấm điểm'); ws.state = 'hidden'; r = head(ws, k, ['BẢNG CHẤM ĐIỂM XÃ THỤY HÙNG NĂM 2024', 'Xã miền núi']) + 1
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('rubric', 'Cách tính điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('self', 'Điểm tự chấm')], rub=lambda i: rubric(i, 'bullet'), res='text'); k.defect('hidden-data'); k.write()

def a24():
    k = new('a24-qd34-cach-goi-khac-xa-binh-la-2017', '34/2014, other headings, .ods', 'Bình La', district='huyện Bình Gia', year=2017, cls=None, crits=qd34(), said=None, standard='34/2014/QĐ-TTg', rubric_='D34', ending='ods', seed=207)
    ws = k.book.sheet('QĐ 34'); worse(k, '7.1') if any(i.no == '7.1' for i in k.items()) else worse(k, '7')
    r = head(ws, k, ['UBND XÃ BÌNH LA', 'BẢNG CHẤM ĐIỂM TIÊU CHUẨN XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2017', '(Quyết định số 34/2014/QĐ-TTg)']) + 1
    cols = [('num', 'Số TT'), ('name', 'Nội dung tiêu chuẩn'), ('max', 'Điểm theo QĐ'), ('result', 'Kết quả đạt được trong năm'), ('self', 'Xã chấm'), ('rubric', 'Quy định chấm')]
    r0 = headers(ws, r, 1, cols)
    for c in k.crits:
        one = len(c.items) == 1; crow = r0; ws.put(crow, 1, ROMAN[c.n - 1]); c.c['cell'] = ws.put(crow, 2, c.name)
        if not one: ws.put(crow, 3, c.max); c.c['self'] = ws.put(crow, 5, c.self_points()); r0 += 1
        for j, it in enumerate(c.items):
            if not one: ws.put(r0, 1, j + 1); ws.put(r0, 2, it.label)
            x = shown(it, 'text', 2017); ws.put(r0, 3, it.max); it.c.update(label=it.label, obs=ws.put(r0, 4, x), self=ws.put(r0, 5, it.self_points()), rubric=ws.put(r0, 6, rubric(it, 'bullet'))); r0 += 1
        if one: c.c['self'] = c.items[0].c['self']
    ws.put(r0, 2, 'Cộng (15 tiêu chí)'); ws.put(r0, 3, 1000); k.total_c['self'] = ws.put(r0, 5, k.self_total()); k.allow('unit-class-missing', None); flaws(k); k.write('libreoffice')

def a25():
    k = new('a25-stt-gop-o-muc-tung-dong-xa-hoang-van-thu.', 'bands one row each in two columns (level, points), all else merged over them; .xls', 'Hoàng Văn Thụ', district='huyện Văn Lãng', said='Xã miền núi', cls='mountain-island-hardship', seed=208, ending='xls')
    k.name = 'a25-moi-muc-mot-dong-o-gop-xa-hoang-van-thu'
    ws = k.book.sheet('Biểu chấm'); worse(k, '2.1')
    r = head(ws, k, ['UBND XÃ HOÀNG VĂN THỤ', 'BIỂU CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã miền núi']) + 1
    r = headers(ws, r, 1, [('a', 'STT'), ('b', 'Tiêu chí'), ('c', 'Điểm chuẩn'), ('d', 'Thang điểm', 'Mức đạt được'), ('e', 'Thang điểm', 'Điểm'), ('f', 'Kết quả đạt được'), ('g', 'Xã chấm')])
    for c in k.crits:
        ws.put(r, 1, ROMAN[c.n - 1]); c.c['cell'] = ws.put(r, 2, c.name); ws.put(r, 3, c.max); c.c['self'] = ws.put(r, 7, c.self_points()); r += 1
        for j, it in enumerate(c.items):
            bs = [(cond(b, it), b[3]) for b in it.bands] or [(rubric(it), it.max)]
            x = shown(it, 'both', 2024); ws.put(r, 1, j + 1); ws.put(r, 2, it.label); ws.put(r, 3, it.max); it.c.update(label=it.label, obs=ws.put(r, 6, x), self=ws.put(r, 7, it.self_points()), rubric=ws.ref(r, 4))
            for q, (t, p) in enumerate(bs): ws.put(r + q, 4, t); ws.put(r + q, 5, p)
            for cc in (1, 2, 3, 6, 7): ws.merge(r, cc, r + len(bs) - 1, cc)
            r += len(bs)
    ws.put(r, 2, 'Tổng điểm'); ws.put(r, 3, 1000); k.total_c['self'] = ws.put(r, 7, k.self_total()); flaws(k); k.write('xlwt')

def a26():
    k = new('a26-tieu-chi-chi-o-ten-sheet-xa-tan-tac', 'criteria named only by the sheet tabs', 'Tân Tác', district='huyện Văn Lãng', said='Xã còn lại', seed=209)
    short = ['Nguồn lực', 'Khai sinh', 'Xâm hại', 'Vi phạm PL, ma túy', 'TNTT', 'HCĐB', 'Tiêm chủng', 'Suy dinh dưỡng', 'Khám SK', 'Mầm non', 'Tham gia', 'Vui chơi', 'Hài lòng']
    worse(k, '12.2')
    b = k.book.sheet('Thông tin'); head(b, k, ['UBND XÃ TÂN TÁC', 'HỒ SƠ TỰ CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã còn lại'])
    for c in k.crits:
        ws = k.book.sheet(f'TC{c.n} {short[c.n-1]}'); r = tab(ws, k, 1, 1, [('num', 'TT'), ('name', 'Nội dung chấm'), ('rubric', 'Quy định điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('self', 'Xã chấm')], crits=[c], crit='none', total=None, rub=lambda i: rubric(i, 'bullet'), res='both', inum=lambda c, j, it: j + 1)
        ws.put(r, 2, 'Cộng'); ws.put(r, 4, c.max); c.c['self'] = ws.put(r, 6, c.self_points()); c.c['cell'] = ws.ref(1, 1)
        c.c['name'] = c.name
    k.total_self = None; flaws(k); k.write()

def a27():
    k = new('a27-sl-ty-le-dat-khong-dat-xa-hong-phong', 'SL / % / Đạt - không đạt columns', 'Hồng Phong', district='huyện Bình Gia', said='Xã miền núi', cls='mountain-island-hardship', seed=210, crits=base('B'))
    ws = k.book.sheet('PL'); worse(k, '10.3')
    for i in k.items():
        if i.kind == 'presence': i.v = ('no',) if i.no == '1.4' else ('yes',)
    r = head(ws, k, ['UBND XÃ HỒNG PHONG', 'CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Loại: xã miền núi']) + 1
    def rub(i): return f'Đạt: {i.max}đ; không đạt: 0đ' if i.kind == 'presence' else rubric(i, 'short')
    G = 'Thực hiện'
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Nội dung'), ('rubric', 'Quy định chấm'), ('max', 'Điểm chuẩn'), ('n', G, 'SL'), ('d', G, 'Tổng số'), ('q', G, '%'), ('dk', G, 'Đạt/không đạt'), ('self', 'Xã chấm'), ('note', 'Ghi chú')], rub=rub, ratef=lambda it, x: (float(dec(x, 1)),) , ov={'note': lambda i: None})
    for i in k.items():
        if i.c.get('obs') is None: x = shown(i, 'text', 2024); i.c['obs'] = ws.put(i.c['row'], k.C['dk'], x); i.c['text'] = str(x)
    flaws(k); k.write()

def a28():
    k = new('a28-so-lieu-minh-chung-va-dien-giai-xa-minh-khai', 'result as "Tử số/Mẫu số" text and an explanation column beside', 'Minh Khai', district='huyện Bình Gia', said='Xã miền núi', cls='mountain-island-hardship', seed=211)
    ws = k.book.sheet('Chấm điểm'); worse(k, '6.1')
    def dg(it):
        v = it.v
        if v[0] == 'frac' and v[2] and it.unit == '%': return f'{v[1]}/{v[2]} x 100 = {vn(F(v[1], v[2]) * 100, 1)}% → {it.self_points()} điểm'
        return f'Xã tự chấm {it.self_points()} điểm'
    r = head(ws, k, ['UBND XÃ MINH KHAI', 'BẢNG CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã miền núi']) + 1
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('rubric', 'Mức điểm'), ('max', 'Tổng điểm'), ('result', 'Tử số/ Mẫu số'), ('dg', 'Diễn giải cách tính điểm'), ('self', 'Điểm xã chấm'), ('evid', 'Số liệu minh chứng (nguồn)')], rub=lambda i: rubric(i, 'bullet'), res='frac', ov={'dg': dg}); flaws(k); k.write()

def a29():
    k = new('a29-ky-truoc-ky-nay-xa-quy-hoa', 'previous and this period, both as counts', 'Quý Hòa', district='huyện Bình Gia', said='Xã miền núi', cls='mountain-island-hardship', seed=212, crits=other())
    ws = k.book.sheet('Biểu'); worse(k, '2.1'); R = random.Random(3)
    def kt(it):
        v = it.v
        if v[0] == 'frac' and it.unit == '%': return (float(F(v[1], v[2])) - .04, '0.0%') if v[2] else None
        if v[0] == 'chg': return v[1]
        return v[1] + 1 if v[0] == 'count' else 'Có' if v[0] in ('yes', 'no') else 'Khá' if v[0] == 'lvl' else 0
    def kn(it):
        v = it.v
        if v[0] == 'frac' and it.unit == '%': return (float(F(v[1], v[2])), '0.0%')
        if v[0] == 'chg': return v[2]
        return shown(it, 'text', 2024)
    r = head(ws, k, ['UBND XÃ QUÝ HÒA', 'BẢNG CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã miền núi', '(Kỳ trước: năm 2023; kỳ này: năm 2024)']) + 1
    r = tab(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('unit', 'ĐVT'), ('max', 'Điểm tối đa'), ('kt', 'Kết quả', 'Kỳ trước'), ('result', 'Kết quả', 'Kỳ này'), ('self', 'Điểm'), ('rubric', 'Cách tính, thang điểm')], rub=lambda i: rubric(i, 'bullet'), res=kn, ov={'kt': kt})
    k.it('5.1').c['cells'].append(ws.ref(k.it('5.1').c['row'], 5)); flaws(k); k.write('openpyxl')

def a30():
    k = new('a30-the-tung-chi-tieu-nhan-va-gia-tri-xa-tan-hoa', 'a card for every item: label cells and values below each other', 'Tân Hòa', district='huyện Bình Gia', said='Xã miền núi', cls='mountain-island-hardship', seed=213)
    ws = k.book.sheet('Phiếu'); worse(k, '9.1')
    r = head(ws, k, ['UBND XÃ TÂN HÒA', 'PHIẾU CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024', 'Xã miền núi']) + 1
    for c in k.crits:
        c.c['cell'] = ws.put(r, 1, f'Tiêu chí {c.n}. {c.name} (tối đa {c.max} điểm)', bold=True); r += 1
        for it in c.items:
            x = shown(it, 'both', 2024); ws.put(r, 1, f'{it.no}. {it.label} ({it.max} điểm)'); ws.put(r + 1, 1, 'Cách tính điểm:'); ws.put(r + 2, 1, 'Kết quả:'); ws.put(r + 3, 1, 'Điểm tự chấm:'); ws.put(r + 4, 1, 'Minh chứng:'); ws.put(r + 4, 2, it.evid)
            it.c.update(label=it.label, rubric=ws.put(r + 1, 2, rubric(it, 'bullet')), obs=ws.put(r + 2, 2, x), self=ws.put(r + 3, 2, it.self_points()), text=str(x)); r += 5
    ws.put(r, 1, 'TỔNG ĐIỂM TỰ CHẤM:'); k.total_c['self'] = ws.put(r, 2, k.self_total()); flaws(k); k.write()
ALL = [a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30]
