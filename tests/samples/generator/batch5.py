"""Workbooks s56 to s60."""
from fractions import Fraction as F
from layouts import *
from scales import base, other
from wording import rubric, cond, shown, vn, th

STD = [('num', 'TT'), ('name', 'Nội dung tiêu chí'), ('rubric', 'Cách tính và thang điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('self', 'Điểm tự chấm')]
TITLE = 'BẢNG TỰ CHẤM ĐIỂM {} PHÙ HỢP VỚI TRẺ EM NĂM 2024'

def s56():
    k = Case('s56-chi-hoi-dong-xa-cham-xa-hong-thai', 'self-score column empty, the commune council has scored', 'Hồng Thái', 'Xã', 'huyện Bình Gia', 'tỉnh Lạng Sơn', 2024, 'mountain-island-hardship', base('B'), seed=91, said='Xã đặc biệt khó khăn', quality=.75)
    ws = k.book.sheet('Phiếu chấm điểm'); r = letterhead(ws, k, 8, 'PHIẾU CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024')
    k.it('5.3').v = ('count', 2); k.it('5.3').self_ = 15
    r = table(ws, k, r, 1, [('num', 'TT'), ('name', 'Tiêu chí'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('own', 'Cán bộ tự chấm', 'Điểm chấm'), ('self', 'Hội đồng xã chấm', 'Điểm chấm'), ('district', 'Huyện chấm', 'Điểm chấm')], rub=lambda i: rubric(i, 'colon', 'form'), res='both')
    k.defect('self-score-mismatch', k.it('5.3').c['self']); signature(ws, k, r + 2, 2, 6); widths(ws, 6, 50, 45, 9, 26, 9, 9, 9); k.write('xlsxwriter')

def s57():
    k = Case('s57-diem-tu-cham-theo-tieu-chi-thi-tran-nui-sap', 'points and maxima of criteria in merged cells, none at items', 'Núi Sập', 'Thị trấn', 'huyện Thoại Sơn', 'tỉnh An Giang', 2024, 'other', base(), seed=92, said='Thị trấn còn lại', quality=.75)
    ws = k.book.sheet('TU CHAM'); r = letterhead(ws, k, 8, TITLE.format('THỊ TRẤN')); wrong = k.cr(11); right = wrong.self_points(); wrong.self_ = right - 10
    r = table(ws, k, r, 1, [('cnum', 'TT'), ('crit', 'Tiêu chí'), ('cmax', 'Điểm tối đa của tiêu chí'), ('name', 'Nội dung'), ('rubric', 'Thang điểm'), ('max', 'Điểm tối đa'), ('result', 'Kết quả'), ('cself', 'Điểm tự chấm')], crit_rows=False, number='none', rub=lambda i: rubric(i, 'short'), res='text', total=None)
    ws.put(r, 2, 'TỔNG CỘNG', bold=True); ws.put(r, 3, 1000); k.total_c['self'] = ws.put(r, 8, k.self_total())
    k.total_self = k.self_total()
    for c in k.crits: c.self_ = c.self_points()
    for it in k.items(): it.self_ = None   # no column for it
    k.defect('self-score-mismatch', wrong.c['self']); k.allow('criterion-total-mismatch', wrong.c['self']); k.allow('self-score-mismatch', k.total_c['self'])
    signature(ws, k, r + 2, 2, 6); widths(ws, 5, 28, 9, 45, 45, 9, 26, 9); k.write('xlsxwriter')

def s58():
    k = Case('s58-tieu-de-lap-lai-giua-bang-xa-hai-chau', 'headings repeated in the middle, page sums', 'Hải Châu', 'Xã', 'huyện Hải Hậu', 'tỉnh Nam Định', 2024, 'other', other(), seed=93, said='Xã đồng bằng')
    ws = k.book.sheet('Bảng'); r = letterhead(ws, k, 7, TITLE.format('XÃ')); cols = STD + [('evid', 'Minh chứng')]
    parts = [k.crits[:5], k.crits[5:9], k.crits[9:]]
    for n, part in enumerate(parts):
        r = table(ws, k, r, 1, cols, rub=lambda i: rubric(i, 'bullet'), res='both', crits=part, total=None, formulas=True); tot = sum(c.self_points() for c in part); mx = sum(c.max for c in part)
        if n < 2: ws.put(r, 2, f'Cộng trang {n + 1}'); ws.put(r, 4, mx); ws.put(r, 6, tot); r += 2
    ws.put(r, 2, 'TỔNG CỘNG', bold=True); k.total_c['max'] = ws.put(r, 4, 1000); k.total_c['self'] = ws.put(r, 6, k.self_total())
    signature(ws, k, r + 2, 2, 5); widths(ws, 6, 50, 45, 9, 26, 9, 20); k.write('openpyxl')

def s59():
    cs = base(); g = {i.no: i for c in cs for i in c.items}; D = lambda s: F(s)
    k = Case('s59-gioi-han-co-so-le-khong-qua-xa-cam-vinh', 'limits written to a decimal; "không quá", "trên … đến …"', 'Cẩm Vịnh', 'Xã', 'huyện Cẩm Xuyên', 'tỉnh Hà Tĩnh', 2024, 'other', cs, seed=94, said='Xã đồng bằng', quality=.9, pop=population(random.Random(94), total=2000))
    g['9.1'].bands = [('ge', 90, None, 50), ('rangeinc', 80, D('89.9'), 30), ('rangeinc', 70, D('79.9'), 15), ('lt', 70, None, 0)]; g['9.1'].v = ('frac', 1799, 2000); g['9.1'].forced = (None, (0, 50)); g['9.1'].self_ = 30
    g['8.1'].bands = [('le', 10, None, 40), ('over', 10, 15, 25), ('over', 15, 20, 10), ('gt', 20, None, 0)]; g['8.1'].v = ('frac', 62, 620)          # exactly 10 %
    g['8.2'].bands = [('le', 15, None, 35), ('over', 15, 20, 20), ('over', 20, 25, 10), ('gt', 25, None, 0)]; g['8.2'].v = ('frac', 124, 620)         # exactly 20 %
    g['10.3'].bands = [('ge', 95, None, 25), ('rangeinc', 90, D('94.9'), 15), ('rangeinc', 80, D('89.9'), 5), ('lt', 80, None, 0)]; d = k.pop['K']; g['10.3'].v = ('frac', d * 92 // 100, d)
    ws = k.book.sheet('Chấm'); r = letterhead(ws, k, 6, TITLE.format('XÃ')); r = table(ws, k, r, 1, STD, rub=lambda i: rubric(i, 'bullet'), res='frac')
    k.alternatives = [{'total': {'range': [915, 935], 'points': None}, 'verdict': {'status': 'meets', 'reasonCodes': ['meets-all']}}]; signature(ws, k, r + 2, 2, 5); widths(ws, 6, 50, 45, 9, 26, 9); k.write('xlsxwriter')

def s60():
    k = Case('s60-khong-neu-quyet-dinh-nam-trong-ky-danh-gia-xa-tam-van', 'no Decision named, year only in the period; side columns of agency and deadline', 'Tam Vân', 'Xã', 'huyện Thạnh Hóa', 'tỉnh Long An', 2024, 'other', other(), seed=95, cli='other', quality=.72)
    ws = k.book.sheet('Sheet2'); k.book.sheet('Sheet3'); ws.put(1, 2, 'Đơn vị: Xã Tam Vân', bold=True); ws.put(2, 2, 'Tự chấm điểm 13 tiêu chí xã phù hợp với trẻ em'); ws.put(3, 2, 'Kỳ đánh giá: từ 01/11/2023 đến 31/10/2024')
    r = table(ws, k, 5, 2, [('agency', 'Đơn vị chịu trách nhiệm'), ('due', 'Hạn báo cáo'), ('num', 'Số'), ('name', 'Tên tiêu chí'), ('result', 'Số liệu thực hiện'), ('rubric', 'Cách tính và thang điểm'), ('self', 'Tự chấm'), ('max', 'Tối đa'), ('evid', 'Văn bản')], rub=lambda i: rubric(i, 'dots', 'form'), res='both', formulas=False, each=lambda s, it, c, r, C: s.put(r, C['due'], '10/11/2024'), total='Cộng')
    widths(ws, 4, 20, 12, 6, 50, 26, 50, 9, 9, 20); k.write('xlsxwriter')

ALL = [s56, s57, s58, s59, s60]
