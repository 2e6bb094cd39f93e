"""Illustrative scales (not law): criteria, items, bands. A band is (op, a, b, points); a value is scored with exact fractions."""
from fractions import Fraction as F

NAMES06 = [
    'Nguồn lực thực hiện quyền trẻ em', 'Trẻ em được khai sinh đúng quy định', 'Trẻ em bị xâm hại', 'Trẻ em vi phạm pháp luật, nghiện ma túy',
    'Trẻ em bị tai nạn, thương tích', 'Trẻ em có hoàn cảnh đặc biệt được trợ giúp',
    'Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin thuộc chương trình tiêm chủng mở rộng',
    'Trẻ em dưới 5 tuổi bị suy dinh dưỡng thể nhẹ cân và thể thấp còi', 'Trẻ em được khám sức khỏe định kỳ', 'Trẻ em đến trường, lớp mầm non',
    'Trẻ em được thực hiện quyền tham gia của trẻ em', 'Hoạt động vui chơi, giải trí, văn hóa, thể dục, thể thao dành cho trẻ em',
    'Mức độ hài lòng của trẻ em và người dân về việc thực hiện quyền trẻ em']


class Item:
    def __init__(self, no, label, kind, bands, unit='', group=None, none=None, noun='', per=None, evid='', agency='', short=None):
        self.no, self.label, self.kind, self.bands, self.unit, self.group = no, label, kind, bands, unit, group
        self.none, self.noun, self.per, self.evid, self.agency, self.short = none, noun, per, evid, agency, short
        self.max = per[1] if per else max(b[3] for b in bands)
        self.v = None          # ('yes',) ('no',) ('frac',n,d) ('rate',F) ('count',n) ('chg',prev,cur) ('lvl',x) ('nocase',) None
        self.text = None       # what is written instead of the usual form (value or (value, number format))
        self.forced = None     # (points, range, also): when a defect makes it undecided
        self.self_ = 'true'    # points that the officer gives; 'true' = the right ones
        self.ev = 'usual'
        self.ticks = None
        self.c = {}            # cells, filled by the layout

    def value(self):
        v = self.v
        if v is None: return None
        if v[0] == 'frac': return F(v[1], v[2]) * {'%': 100, '/1.000': 1000, '/100.000': 100000}[self.unit] if v[2] else 'nocase'
        if v[0] in ('rate', 'count'): return F(v[1])
        if v[0] == 'chg': return ('chg', v[1], v[2])
        if v[0] == 'nocase': return 'nocase'
        return v[0] if v[0] in ('yes', 'no') else v[1]

    def matched(self):
        x = self.value()
        if x is None: return None
        for b in self.bands:  # "none" and "no case" come first
            if b[0] == 'none' and (x == 'nocase' or x == 0 or (isinstance(x, tuple) and x[2] == 0)): return b
            if b[0] == 'nocase' and x == 'nocase': return b
        if x == 'nocase': return None
        for b in self.bands:
            op, lo, hi = b[0], b[1], b[2]
            if isinstance(x, tuple):
                if x[1] == 0: continue
                dec = F(x[1] - x[2], x[1]) * 100
                if (op == 'dge' and dec >= lo) or (op == 'drange' and lo <= dec < hi) or (op == 'dlt' and 0 < dec < lo) or (op == 'dno' and dec <= 0): return b
            elif isinstance(x, str):
                if op == x or (op == 'lvl' and lo == x): return b
            elif (op == 'ge' and x >= lo) or (op == 'gt' and x > lo) or (op == 'lt' and x < lo) or (op == 'range' and lo <= x < hi) or (op == 'rangeinc' and lo <= x <= hi) or (op == 'le' and x <= lo) or (op == 'over' and lo < x <= hi) or (op == 'eq' and x == lo) or (op == 'zero' and x == 0):
                return b
        return None

    def score(self):
        if self.forced: return self.forced[0], list(self.forced[1]), (self.forced[2] if len(self.forced) > 2 else None)
        x = self.value()
        if self.kind == 'per-unit' and x is not None and x != 'nocase':
            p = min(max(F(self.per[0]) * x, 0), self.max) if self.per[0] > 0 else max(F(self.max) + F(self.per[0]) * x, 0)
        elif self.kind == 'proportional' and x is not None and x != 'nocase':
            p = F(int(x * self.max / 100 * 100 + F(1, 2)), 100)
        else:
            b = self.matched(); p = F(b[3]) if b else None
        if p is None: return None, [0, self.max], None
        p = int(p) if p == int(p) else float(p)
        return p, [p, p], None

    def self_points(self):
        return self.score()[0] if self.self_ == 'true' else self.self_


class Crit:
    def __init__(self, n, name, items): self.n, self.name, self.items, self.c, self.missing, self.self_ = n, name, items, {}, False, 'sum'
    @property
    def max(self): return sum(i.max for i in self.items)
    def self_points(self):
        if self.self_ != 'sum': return self.self_
        xs = [i.self_points() for i in self.items if i.self_points() is not None]
        return sum(xs) if xs else None


def pct(*steps, zero=True):  # pct(98,50, 95,35, 90,20) -> >=98:50, 95-<98:35, 90-<95:20, <90:0
    s = list(zip(steps[::2], steps[1::2])); out = [('ge', s[0][0], None, s[0][1])]
    for (hi, _), (lo, p) in zip(s, s[1:]): out.append(('range', lo, hi, p))
    return out + [('lt', s[-1][0], None, 0)]

def low(*steps):  # low(10,40, 15,25, 20,10) -> <10:40, 10-<15:25, 15-<20:10, >=20:0
    s = list(zip(steps[::2], steps[1::2])); out = [('lt', s[0][0], None, s[0][1])]
    for (lo, _), (hi, p) in zip(s, s[1:]): out.append(('range', lo, hi, p))
    return out + [('ge', s[-1][0], None, 0)]

def yn(p): return [('yes', None, None, p), ('no', None, None, 0)]
def inc(p0, *steps):
    s = list(zip(steps[::2], steps[1::2])); out = [('none', None, None, p0), ('lt', s[0][0], None, s[0][1])]
    for (lo, _), (hi, p) in zip(s, s[1:]): out.append(('range', lo, hi, p))
    return out + [('ge', s[-1][0], None, 0)]

LT, CA, YT, GD, TN, VH, TP = 'Công chức văn hóa - xã hội', 'Công an xã', 'Trạm Y tế', 'Trường học', 'Đoàn Thanh niên', 'Văn hóa - thể thao', 'Tư pháp - hộ tịch'

def base(labels='A'):
    """The base scale of the ten templates; labels 'A' close to them, 'B' reworded."""
    B = labels == 'B'; L = lambda a, b: b if B else a
    I = Item
    cs = [
        [I('1.1', L('Có bố trí người làm công tác bảo vệ trẻ em cấp xã', 'Bố trí người làm công tác bảo vệ trẻ em ở cấp xã'), 'presence', yn(50), evid='Quyết định phân công', agency=LT, short='Người làm công tác BVTE cấp xã'),
         I('1.2', L('Có bố trí cộng tác viên bảo vệ trẻ em tại thôn, tổ dân phố', 'Thôn, khu dân cư có cộng tác viên bảo vệ trẻ em'), 'presence', yn(15), evid='Danh sách cộng tác viên', agency=LT, short='Cộng tác viên BVTE ở thôn'),
         I('1.3', L('Có ban bảo vệ trẻ em hoặc nhóm chuyên trách bảo vệ trẻ em cấp xã thực hiện tốt chế độ giao ban, đánh giá định kỳ', 'Ban BVTE (nhóm chuyên trách) cấp xã giao ban, đánh giá định kỳ hằng tháng, quý, năm'), 'presence', yn(15), evid='Biên bản giao ban', agency=LT, short='Ban BVTE giao ban định kỳ'),
         I('1.4', L('Có kinh phí (ngân sách và xã hội hóa) cho công tác trẻ em', 'Kinh phí dành cho công tác bảo vệ, chăm sóc trẻ em (ngân sách, vận động)'), 'presence', yn(20), evid='Dự toán ngân sách', agency=LT, short='Kinh phí cho công tác TE')],
        [I('2.1', L('Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đúng quy định', 'Trẻ dưới 5 tuổi đã được đăng ký khai sinh đúng quy định (tỷ lệ %)'), 'percentage', pct(98, 50, 95, 35, 90, 20), '%', 'U5', evid='Sổ hộ tịch', agency=TP, short='TE dưới 5 tuổi được khai sinh')],
        [I('3.1', L('Tỷ suất trẻ em bị bạo lực, bóc lột, bỏ rơi, bỏ mặc trên 1.000 trẻ em', 'Tỷ suất trẻ bị bạo lực, bóc lột, bỏ rơi, bỏ mặc (tính trên 1.000 trẻ em)'), 'incidence', inc(50, 1, 30, 2, 15), '/1.000', 'T', none='Không có trẻ em bị bạo lực, bóc lột, bỏ rơi, bỏ mặc', evid='Báo cáo của Công an', agency=CA, short='TE bị bạo lực, bóc lột, bỏ rơi (/1.000)'),
         I('3.2', L('Số vụ trẻ em bị xâm hại tình dục', 'Số vụ xâm hại tình dục trẻ em xảy ra trên địa bàn'), 'count', [('none', None, None, 50), ('ge', 1, None, 0)], 'vụ', none='Không có vụ trẻ em bị xâm hại tình dục', evid='Báo cáo của Công an', agency=CA, short='Số vụ XHTD trẻ em')],
        [I('4.1', L('Tỷ suất trẻ em vi phạm pháp luật trên 1.000 trẻ em', 'Tỷ suất trẻ vi phạm pháp luật (tính trên 1.000 trẻ em)'), 'incidence', inc(45, 1, 30, 3, 15), '/1.000', 'T', none='Không có trẻ em vi phạm pháp luật', evid='Báo cáo của Công an', agency=CA, short='TE vi phạm pháp luật (/1.000)'),
         I('4.2', L('Số trẻ em nghiện ma túy', 'Số trẻ nghiện ma túy có hồ sơ quản lý'), 'count', [('none', None, None, 30), ('ge', 1, None, 0)], 'trẻ em', none='Không có trẻ em nghiện ma túy', evid='Báo cáo của Công an', agency=CA, short='TE nghiện ma túy')],
        [I('5.1', L('Số trẻ em bị tai nạn, thương tích so với năm trước', 'Mức giảm số trẻ bị tai nạn, thương tích so với năm trước'), 'change', [('dge', 10, None, 50), ('dlt', 10, None, 30), ('dno', None, None, 0), ('none', None, None, 50)], 'trẻ', none='Không có trẻ em bị tai nạn, thương tích', evid='Sổ theo dõi của Trạm Y tế', agency=YT, short='TE bị TNTT so với năm trước'),
         I('5.2', L('Tỷ suất trẻ em tử vong do tai nạn, thương tích trên 100.000 trẻ em', 'Tỷ suất trẻ tử vong do tai nạn, thương tích (tính trên 100.000 trẻ em)'), 'incidence', [('none', None, None, 30), ('lt', 40, None, 15), ('ge', 40, None, 0)], '/100.000', 'T', none='Không có trẻ em tử vong do tai nạn, thương tích', evid='Sổ tử vong', agency=YT, short='TE tử vong do TNTT (/100.000)'),
         I('5.3', L('Số mô hình ngôi nhà an toàn, trường học an toàn, cộng đồng an toàn được duy trì', 'Mô hình ngôi nhà, trường học, cộng đồng an toàn đang hoạt động'), 'per-unit', [], 'mô hình', noun='mô hình', per=(5, 20), evid='Danh sách mô hình', agency=LT, short='Số mô hình an toàn')],
        [I('6.1', L('Tỷ lệ trẻ em có hoàn cảnh đặc biệt được trợ giúp', 'Trẻ có hoàn cảnh đặc biệt nhận được trợ giúp (tỷ lệ %)'), 'percentage', pct(95, 50, 85, 30, 75, 15), '%', 'SC', evid='Danh sách trẻ em có HCĐB', agency=LT, short='TE có HCĐB được trợ giúp'),
         I('6.2', L('Tỷ lệ các vụ việc trẻ em bị xâm hại tình dục, bỏ rơi, mua bán được Chủ tịch UBND cấp xã phê duyệt kế hoạch can thiệp, hỗ trợ kịp thời', 'Vụ việc trẻ bị xâm hại tình dục, bỏ rơi, mua bán được Chủ tịch UBND xã phê duyệt kế hoạch hỗ trợ, can thiệp kịp thời'), 'percentage', [('eq', 100, None, 75), ('lt', 100, None, 0), ('nocase', None, None, 75)], '%', 'CASES', evid='Hồ sơ quản lý trường hợp', agency=LT, short='Vụ việc có KH can thiệp kịp thời')],
        [I('7.1', L('Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin', 'Trẻ dưới 01 tuổi tiêm đủ các loại vắc xin (tỷ lệ %)'), 'percentage', pct(98, 50, 95, 40, 90, 25), '%', 'U1', evid='Sổ tiêm chủng', agency=YT, short='TE dưới 1 tuổi tiêm đủ vắc xin')],
        [I('8.1', L('Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể nhẹ cân', 'Trẻ dưới 5 tuổi suy dinh dưỡng nhẹ cân (tỷ lệ %)'), 'percentage', low(10, 40, 15, 25, 20, 10), '%', 'U5', evid='Báo cáo dinh dưỡng', agency=YT, short='SDD nhẹ cân'),
         I('8.2', L('Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể thấp còi', 'Trẻ dưới 5 tuổi suy dinh dưỡng thấp còi (tỷ lệ %)'), 'percentage', low(15, 35, 20, 20, 25, 10), '%', 'U5', evid='Báo cáo dinh dưỡng', agency=YT, short='SDD thấp còi')],
        [I('9.1', L('Tỷ lệ trẻ em được khám sức khỏe định kỳ ít nhất 01 lần trong năm', 'Trẻ được khám sức khỏe định kỳ từ 01 lần/năm (tỷ lệ %)'), 'percentage', [('gt', 90, None, 50), ('rangeinc', 80, 90, 30), ('range', 70, 80, 15), ('lt', 70, None, 0)], '%', 'T', evid='Sổ khám sức khỏe', agency=YT, short='TE được khám SK định kỳ')],
        [I('10.1', L('Tỷ lệ trẻ em 5 tuổi đến lớp mẫu giáo', 'Trẻ 5 tuổi ra lớp mẫu giáo (tỷ lệ %)'), 'percentage', pct(98, 30, 95, 20), '%', 'Y5', evid='Hồ sơ phổ cập', agency=GD, short='TE 5 tuổi ra lớp'),
         I('10.2', L('Tỷ lệ trẻ em trong độ tuổi nhà trẻ được đến trường, lớp mầm non', 'Trẻ độ tuổi nhà trẻ ra lớp (tỷ lệ %)'), 'percentage', pct(25, 20, 15, 10), '%', 'N', evid='Hồ sơ phổ cập', agency=GD, short='TE nhà trẻ ra lớp'),
         I('10.3', L('Tỷ lệ trẻ em từ 3 đến 5 tuổi được đến trường, lớp mẫu giáo', 'Trẻ từ 3 đến 5 tuổi ra lớp mẫu giáo (tỷ lệ %)'), 'percentage', pct(95, 25, 90, 15, 80, 5), '%', 'K', evid='Hồ sơ phổ cập', agency=GD, short='TE 3-5 tuổi ra lớp')],
        [I('11.1', L('Số diễn đàn, đối thoại với trẻ em được tổ chức trong năm', 'Số cuộc diễn đàn, đối thoại với trẻ em đã tổ chức'), 'count', [('ge', 2, None, 25), ('eq', 1, None, 15), ('zero', None, None, 0)], 'cuộc', evid='Kế hoạch, báo cáo diễn đàn', agency=TN, short='Số diễn đàn, đối thoại'),
         I('11.2', L('Tỷ lệ trẻ em từ 7 tuổi trở lên được hỏi ý kiến về các vấn đề của trẻ em', 'Trẻ từ đủ 7 tuổi được lấy ý kiến về các vấn đề liên quan đến trẻ em (tỷ lệ %)'), 'percentage', pct(50, 25, 30, 15), '%', 'S', evid='Báo cáo của Đoàn', agency=TN, short='TE từ 7 tuổi được hỏi ý kiến'),
         I('11.3', L('Số câu lạc bộ, đội, nhóm trẻ em hoạt động thường xuyên', 'Câu lạc bộ, đội, nhóm của trẻ em sinh hoạt thường xuyên'), 'per-unit', [], 'câu lạc bộ', noun='câu lạc bộ', per=(5, 25), evid='Quyết định thành lập', agency=TN, short='Số CLB trẻ em')],
        [I('12.1', L('Có điểm vui chơi, giải trí dành cho trẻ em cấp xã', 'Cấp xã có điểm vui chơi, giải trí cho trẻ em'), 'presence', yn(25), evid='Biên bản kiểm tra', agency=VH, short='Điểm vui chơi cấp xã'),
         I('12.2', L('Tỷ lệ thôn, tổ dân phố có điểm vui chơi, sinh hoạt cho trẻ em', 'Thôn, khu dân cư có chỗ vui chơi, sinh hoạt cho trẻ em (tỷ lệ %)'), 'percentage', pct(70, 25, 50, 15, 30, 5), '%', 'V', evid='Ảnh chụp', agency=VH, short='Thôn có điểm vui chơi'),
         I('12.3', L('Số buổi hoạt động văn hóa, văn nghệ, thể dục, thể thao cho trẻ em trong năm', 'Hoạt động văn hóa, văn nghệ, thể thao cho trẻ em (số buổi/năm)'), 'count', [('ge', 4, None, 25), ('rangeinc', 2, 3, 15), ('eq', 1, None, 5), ('zero', None, None, 0)], 'buổi', evid='Kế hoạch hoạt động hè', agency=VH, short='Số buổi VHVN-TDTT')],
        [I('13.1', L('Tỷ lệ trẻ em được khảo sát hài lòng về việc thực hiện quyền trẻ em', 'Trẻ em được hỏi cho biết hài lòng (tỷ lệ %)'), 'percentage', pct(80, 25, 65, 15), '%', 'SV', evid='Phiếu khảo sát', agency=LT, short='TE hài lòng'),
         I('13.2', L('Đánh giá chung của người dân về việc thực hiện quyền trẻ em tại địa phương', 'Người dân đánh giá chung về việc thực hiện quyền trẻ em'), 'choice', [('lvl', 'Tốt', None, 25), ('lvl', 'Khá', None, 15), ('lvl', 'Trung bình', None, 5), ('lvl', 'Yếu', None, 0)], evid='Bảng tổng hợp phiếu', agency=LT, short='Đánh giá chung của người dân')],
    ]
    return [Crit(n + 1, NAMES06[n], its) for n, its in enumerate(cs)]


def other():
    """Another illustrative scale: other items, other maxima, other bands; 1000 points."""
    I = Item
    cs = [
        [I('1.1', 'Xã bố trí được người làm công tác bảo vệ trẻ em', 'presence', yn(50), evid='QĐ phân công nhiệm vụ', agency=LT, short='Người làm BVTE'),
         I('1.2', 'Bố trí cộng tác viên bảo vệ trẻ em ở các thôn, bản, tổ dân phố', 'presence', yn(15), evid='Danh sách CTV', agency=LT, short='CTV bảo vệ trẻ em'),
         I('1.3', 'Ban bảo vệ trẻ em cấp xã duy trì tốt giao ban và đánh giá định kỳ', 'presence', yn(15), evid='Sổ họp', agency=LT, short='Ban BVTE giao ban'),
         I('1.4', 'Bố trí kinh phí cho công tác bảo vệ, chăm sóc trẻ em', 'presence', yn(20), evid='Dự toán', agency=LT, short='Kinh phí')],
        [I('2.1', 'Tỷ lệ trẻ em sinh ra trong năm được đăng ký khai sinh đúng hạn', 'percentage', pct(97, 40, 92, 25), '%', 'BORN', evid='Sổ đăng ký khai sinh', agency=TP, short='Khai sinh đúng hạn'),
         I('2.2', 'Tỷ lệ trẻ em dưới 16 tuổi đã có giấy khai sinh', 'percentage', pct(99, 20, 95, 10), '%', 'T', evid='Sổ đăng ký khai sinh', agency=TP, short='Trẻ có giấy khai sinh')],
        [I('3.1', 'Tỷ suất trẻ em bị xâm hại (trên 1.000 trẻ em)', 'incidence', inc(60, 1, 40, 3, 20), '/1.000', 'T', none='Không có trẻ em bị xâm hại', evid='BC của Công an', agency=CA, short='Tỷ suất bị xâm hại'),
         I('3.2', 'Số trẻ em bị mua bán, bỏ rơi', 'count', [('none', None, None, 50), ('eq', 1, None, 20), ('ge', 2, None, 0)], 'trẻ em', none='Không có trẻ em bị mua bán, bỏ rơi', evid='BC của Công an', agency=CA, short='Trẻ bị mua bán, bỏ rơi')],
        [I('4.1', 'Tỷ suất trẻ em vi phạm pháp luật (trên 1.000 trẻ em)', 'incidence', inc(40, 2, 20), '/1.000', 'T', none='Không có trẻ em vi phạm pháp luật', evid='BC của Công an', agency=CA, short='Vi phạm pháp luật'),
         I('4.2', 'Số trẻ em sử dụng, nghiện ma túy', 'count', [('none', None, None, 30), ('ge', 1, None, 0)], 'trẻ em', none='Không có trẻ em sử dụng, nghiện ma túy', evid='BC của Công an', agency=CA, short='Nghiện ma túy')],
        [I('5.1', 'Số trẻ em mắc tai nạn, thương tích so với năm liền trước', 'change', [('dge', 15, None, 50), ('drange', 5, 15, 30), ('dlt', 5, None, 10), ('dno', None, None, 0)], 'trẻ', evid='Sổ A6', agency=YT, short='TNTT so năm trước'),
         I('5.2', 'Số trẻ em chết do tai nạn, thương tích', 'count', [('none', None, None, 40), ('eq', 1, None, 20), ('ge', 2, None, 0)], 'trẻ em', none='Không có trẻ em chết do tai nạn, thương tích', evid='Sổ A6', agency=YT, short='Chết do TNTT')],
        [I('6.1', 'Tỷ lệ trẻ em có hoàn cảnh đặc biệt được trợ giúp', 'percentage', pct(95, 50, 80, 25), '%', 'SC', evid='Danh sách chi trả', agency=LT, short='Trẻ HCĐB được trợ giúp'),
         I('6.2', 'Tỷ lệ vụ việc trẻ em bị xâm hại tình dục, bỏ rơi, mua bán có kế hoạch can thiệp, hỗ trợ kịp thời được Chủ tịch UBND xã phê duyệt', 'percentage', [('eq', 100, None, 75), ('range', 80, 100, 40), ('lt', 80, None, 0), ('nocase', None, None, 75)], '%', 'CASES', evid='Hồ sơ vụ việc', agency=LT, short='Vụ việc được can thiệp')],
        [I('7.1', 'Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ vắc xin', 'percentage', pct(98, 50, 94, 30, 85, 15), '%', 'U1', evid='Phần mềm tiêm chủng', agency=YT, short='Tiêm chủng đầy đủ')],
        [I('8.1', 'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân', 'percentage', low(8, 40, 12, 25, 16, 10), '%', 'U5', evid='BC dinh dưỡng', agency=YT, short='SDD nhẹ cân'),
         I('8.2', 'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi', 'percentage', low(16, 40, 21, 20, 26, 10), '%', 'U5', evid='BC dinh dưỡng', agency=YT, short='SDD thấp còi')],
        [I('9.1', 'Tỷ lệ trẻ em được khám sức khỏe định kỳ', 'percentage', pct(95, 60, 85, 40, 70, 20), '%', 'T', evid='BC y tế trường học', agency=YT, short='Khám sức khỏe định kỳ')],
        [I('10.1', 'Tỷ lệ trẻ em 5 tuổi học mẫu giáo', 'percentage', pct(99, 40, 95, 25), '%', 'Y5', evid='Hồ sơ phổ cập', agency=GD, short='Trẻ 5 tuổi học mẫu giáo'),
         I('10.2', 'Tỷ lệ trẻ em 3 - 5 tuổi đến trường, lớp mầm non', 'percentage', pct(90, 35, 80, 20, 70, 10), '%', 'K', evid='Hồ sơ phổ cập', agency=GD, short='Trẻ 3-5 tuổi đến lớp')],
        [I('11.1', 'Số diễn đàn trẻ em, hội nghị đối thoại với trẻ em', 'count', [('ge', 3, None, 30), ('eq', 2, None, 20), ('eq', 1, None, 10), ('zero', None, None, 0)], 'cuộc', evid='Kế hoạch', agency=TN, short='Diễn đàn trẻ em'),
         I('11.2', 'Tỷ lệ trẻ em từ đủ 7 tuổi được lấy ý kiến', 'percentage', pct(60, 40, 40, 25, 20, 10), '%', 'S', evid='BC của Đoàn', agency=TN, short='Trẻ được lấy ý kiến')],
        [I('12.1', 'Có điểm vui chơi dành cho trẻ em tại trung tâm xã', 'presence', yn(35), evid='Ảnh', agency=VH, short='Điểm vui chơi trung tâm xã'),
         I('12.2', 'Số thôn, bản có điểm sinh hoạt, vui chơi của trẻ em', 'per-unit', [], 'thôn', noun='thôn', per=(6, 30), evid='Ảnh', agency=VH, short='Thôn có điểm sinh hoạt')],
        [I('13.1', 'Tỷ lệ trẻ em, người dân được khảo sát hài lòng', 'percentage', pct(85, 25, 70, 15), '%', 'SV', evid='Phiếu khảo sát', agency=LT, short='Tỷ lệ hài lòng'),
         I('13.2', 'Xếp loại chung qua ý kiến người dân', 'choice', [('lvl', 'Tốt', None, 20), ('lvl', 'Khá', None, 10), ('lvl', 'Trung bình', None, 5), ('lvl', 'Yếu', None, 0)], evid='Bảng tổng hợp', agency=LT, short='Xếp loại chung')],
    ]
    return [Crit(n + 1, NAMES06[n], its) for n, its in enumerate(cs)]


def qd34():
    """34/2014: the known names, the rest illustrative."""
    I = Item
    def one(n, name, *a, **k): return Crit(n, name, [I(str(n), name, *a, **k)])
    cs = [
        Crit(1, 'Mức độ chỉ đạo, điều hành của cấp ủy đảng, chính quyền địa phương đến công tác bảo vệ, chăm sóc và giáo dục trẻ em', [
            I('1.1', 'Cấp ủy, chính quyền ban hành nghị quyết, kế hoạch về công tác trẻ em', 'presence', yn(30), evid='Nghị quyết'),
            I('1.2', 'Có cán bộ phụ trách và mạng lưới cộng tác viên trẻ em', 'presence', yn(25), evid='QĐ phân công'),
            I('1.3', 'Dành ngân sách cho công tác trẻ em', 'presence', yn(20), evid='Dự toán')]),
        one(2, 'Tỷ lệ trẻ em được khai sinh đúng quy định', 'percentage', pct(96, 50, 90, 30, 80, 10), '%', 'U5', evid='Sổ hộ tịch'),
        one(3, 'Tỷ lệ trẻ em lao động trong điều kiện nặng nhọc, độc hại, nguy hiểm, lang thang kiếm sống, làm việc xa gia đình', 'percentage', [('none', None, None, 75), ('lt', F(1, 2), None, 40), ('ge', F(1, 2), None, 0)], '%', 'T', none='Không có trẻ em lao động nặng nhọc, lang thang', evid='Rà soát hằng năm'),
        one(4, 'Tỷ suất trẻ em bị xâm hại, bạo lực, mua bán, bắt cóc', 'incidence', inc(75, 1, 45), '/1.000', 'T', none='Không có trẻ em bị xâm hại', evid='BC Công an'),
        one(5, 'Tỷ suất trẻ em có các vấn đề về xã hội (vi phạm pháp luật, nghiện ma túy)', 'incidence', inc(75, 1, 45, 2, 20), '/1.000', 'T', none='Không có trẻ em vi phạm pháp luật, nghiện ma túy', evid='BC Công an'),
        one(6, 'Tỷ suất trẻ em bị tai nạn, thương tích', 'change', [('dge', 5, None, 75), ('dlt', 5, None, 40), ('dno', None, None, 0)], 'trẻ', evid='Sổ A6'),
        one(7, 'Tỷ lệ trẻ em có hoàn cảnh đặc biệt được trợ giúp, chăm sóc', 'percentage', pct(90, 75, 80, 50, 70, 25), '%', 'SC', evid='Danh sách'),
        one(8, 'Tỷ lệ trẻ em dưới 01 tuổi được tiêm chủng đầy đủ các loại vắc xin thuộc chương trình tiêm chủng mở rộng trong năm đánh giá', 'percentage', pct(97, 50, 92, 30), '%', 'U1', evid='Sổ tiêm chủng'),
        one(9, 'Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng', 'percentage', low(12, 75, 16, 45, 20, 20), '%', 'U5', evid='BC dinh dưỡng'),
        one(10, 'Tỷ lệ trẻ em được khám sức khỏe tổng quát ít nhất 01 lần trong năm', 'percentage', pct(90, 50, 80, 30), '%', 'T', evid='Sổ khám'),
        one(11, 'Tỷ lệ trẻ em 5 tuổi đến lớp mẫu giáo', 'percentage', pct(95, 75, 90, 45), '%', 'Y5', evid='Phổ cập'),
        one(12, 'Tỷ lệ trẻ em tốt nghiệp trung học cơ sở hoặc tương đương', 'percentage', pct(98, 50, 94, 30), '%', 'G9', evid='Phổ cập'),
        Crit(13, 'Điểm vui chơi, giải trí, hoạt động văn hóa, thể thao cho trẻ em', [
            I('13.1', 'Tỷ lệ thôn, bản có điểm vui chơi cho trẻ em', 'percentage', pct(60, 40, 40, 20), '%', 'V', evid='Ảnh'),
            I('13.2', 'Số lần tổ chức hoạt động văn hóa, thể thao cho trẻ em', 'count', [('ge', 3, None, 35), ('rangeinc', 1, 2, 15), ('zero', None, None, 0)], 'lần', evid='Kế hoạch')]),
        one(14, 'Thực hiện quyền tham gia của trẻ em', 'percentage', pct(60, 75, 40, 40, 20, 15), '%', 'S', evid='BC của Đoàn'),
        one(15, 'Thực hiện các mô hình bảo vệ, chăm sóc trẻ em', 'per-unit', [], 'mô hình', noun='mô hình', per=(10, 50), evid='Danh sách'),
    ]
    return cs


def population(r, big=False, total=None):
    t = r.randint(900, 1900) * (2 if big else 1); t = total or t; u5 = round(t * .31); y5 = round(t * .066); k = round(t * .196); n = u5 + y5 - k
    return {'T': t, 'U5': u5, 'U1': round(t * .059), 'BORN': round(t * .061), 'Y5': y5, 'N': n, 'K': k, 'S': round(t * .55), 'SC': r.randint(22, 71), 'CASES': 0, 'V': r.choice([8, 9, 11, 12, 13, 14]), 'SV': r.choice([60, 80, 100, 120]), 'G9': round(t * .055)}


def fill(crits, r, pop, quality=0.8):
    """A value for every item, away from all limits; the best band with the given probability."""
    for c in crits:
        for it in c.items:
            if it.kind == 'presence': it.v = ('yes',) if r.random() < max(quality, .85) else ('no',)
            elif it.kind == 'choice': it.v = ('lvl', 'Tốt' if r.random() < quality else 'Khá')
            elif it.kind == 'per-unit': it.v = ('count', r.randint(3, 7))
            elif it.kind == 'count':
                g = [b for b in it.bands if b[0] in ('none',)]
                if g: it.v = ('count', 0)
                else: top = max(b[1] for b in it.bands if b[0] == 'ge'); it.v = ('count', top + r.randint(0, 2) if r.random() < quality else max(1, top - 1))
            elif it.kind == 'change': p = r.randint(11, 28); it.v = ('chg', p, p - max(2, round(p * r.uniform(.17, .35))))
            elif it.kind == 'incidence': it.v = ('frac', 0, pop[it.group]) if r.random() < max(quality, .8) or it.no.startswith('5') else ('frac', 1, pop[it.group])
            else:
                d = pop[it.group]
                if it.group == 'CASES' and d == 0: it.v = ('nocase',); continue
                if any(b[0] == 'none' for b in it.bands): it.v = ('frac', 0, d); continue
                ge = sorted([b[1] for b in it.bands if b[0] in ('ge', 'gt')]); good = any(b[0] in ('ge', 'gt') and b[3] == it.max for b in it.bands)
                lims = sorted({x for b in it.bands for x in (b[1], b[2]) if x is not None})
                for _ in range(200):
                    if good: lo = ge[-1]; x = r.uniform(lo + .3, min(100, lo + 25)) if r.random() < quality else r.uniform(lo - 4, lo - .6)
                    else: hi = min(b[1] for b in it.bands if b[0] == 'lt'); x = r.uniform(hi - 6, hi - 1) if r.random() < quality else r.uniform(hi + .6, hi + 3)
                    n = max(0, min(d, round(d * x / 100))); y = F(n, d) * 100
                    if good and d <= 150 and r.random() < .35 and r.random() < quality: n = d; y = F(100)
                    if all(abs(y - l) > F(2, 10) or (y == 100 == l) for l in lims): break
                it.v = ('frac', n, d)
    return crits
