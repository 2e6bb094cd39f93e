"""Words: bands, rubrics and results in several Vietnamese styles; numbers; TCVN3 and VNI."""
from fractions import Fraction as F
from decimal import Decimal, ROUND_HALF_UP
import unicodedata

def dec(x, places=1):
    q = Decimal(F(x).numerator) / Decimal(F(x).denominator); return q.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
def vn(x, places=1, strip=True):
    s = f'{dec(x, places):f}'
    if strip and '.' in s: s = s.rstrip('0').rstrip('.')
    return s.replace('.', ',')
def th(n, sep='.'): return f'{n:,}'.replace(',', sep) if isinstance(n, int) else vn(n)
def num(x): return vn(x, 2)
def low1(s): return s[0].lower() + s[1:]

def unit(it, x, sym=False):
    u = it.unit
    if u == '%': return num(x) + '%'
    if u == '/1.000': return num(x) + ('‰' if sym else '/1.000 trẻ em')
    if u == '/100.000': return num(x) + ('/100.000' if sym else '/100.000 trẻ em')
    return f'{int(x):02d} {u}'
def lo_unit(it, x, sym=False):
    u = it.unit
    if u == '%': return num(x) + '%'
    if u in ('/1.000', '/100.000'): return unit(it, x, sym).replace(' trẻ em', '')
    return f'{int(x):02d}'

def cond(b, it, w='plain'):
    """The condition of a band in words. w: plain, sym, form (tỷ lệ đạt...), math."""
    op, a, h = b[0], b[1], b[2]; count = it.unit not in ('%', '/1.000', '/100.000')
    if op in ('yes', 'no'):
        if w == 'sym': return 'Có' if op == 'yes' else 'Không'
        if w == 'form': return 'Có bố trí, thực hiện' if op == 'yes' else 'Chưa có'
        return ('Có' if op == 'yes' else 'Không có') if w == 'math' else ('Có' if op == 'yes' else 'Không')
    if op == 'none': return it.none
    if op == 'nocase': return {'sym': 'Không phát sinh vụ việc', 'form': 'Trong năm không phát sinh vụ việc'}.get(w, 'Không có vụ việc nào')
    if op == 'lvl': return {'form': f'Xếp loại {a.lower()}', 'math': f'Mức {a}'}.get(w, a)
    if op == 'zero': return 'Không tổ chức'
    if op == 'dge': return {'sym': f'Giảm ≥ {num(a)}% so với năm trước', 'math': f'Giảm từ {num(a)}% trở lên'}.get(w, f'Giảm từ {num(a)}% trở lên so với năm trước')
    if op == 'drange': return f'Giảm từ {num(a)}% đến dưới {num(h)}%'
    if op == 'dlt': return f'Giảm < {num(a)}%' if w == 'sym' else f'Giảm dưới {num(a)}%'
    if op == 'dno': return 'Không giảm hoặc tăng'
    has = 'Có ' if count else ''
    A = unit(it, a, w in ('sym', 'math')); LA = lo_unit(it, a, w in ('sym', 'math')); H = unit(it, h, w in ('sym', 'math')) if h is not None else ''
    if w == 'sym': return {'ge': f'≥ {A}', 'gt': f'> {A}', 'lt': f'< {A}', 'eq': A, 'range': f'{LA} - < {H}', 'rangeinc': f'{LA} - {H}'}[op]
    if w == 'math': return {'ge': f'≥ {A}', 'gt': f'> {A}', 'lt': f'< {A}', 'eq': f'= {A}', 'range': f'≥ {LA} và < {H}', 'rangeinc': f'≥ {LA} và ≤ {H}'}[op]
    if w == 'form' and it.unit == '%': return {'ge': f'Tỷ lệ đạt từ {A} trở lên', 'gt': f'Tỷ lệ trên {A}', 'lt': f'Tỷ lệ dưới {A}', 'eq': f'Tỷ lệ đạt {A}', 'range': f'Tỷ lệ từ {LA} đến dưới {H}', 'rangeinc': f'Tỷ lệ từ {LA} đến {H}'}[op]
    if op == 'le': return f'Không quá {A}'
    if op == 'over': return f'Trên {LA} đến {H}'
    return {'ge': f'{has}{"từ" if count else "Từ"} {A} trở lên', 'gt': f'Trên {A}', 'lt': f'Dưới {A}', 'eq': f'{has or "Đạt "}{A}', 'range': f'{has}{"từ" if count else "Từ"} {LA} đến dưới {H}', 'rangeinc': f'{has}{"từ" if count else "Từ"} {LA} đến {H}'}[op]

def per(it, style):
    p, m = it.per; n = it.noun
    if p < 0: return f'Mỗi {n} trừ {-p} điểm (điểm tối đa {m})'
    return {'colon': f'Mỗi {n} được {p} điểm, tối đa {m} điểm', 'paren': f'Cứ 01 {n} tính {p} điểm (không quá {m} điểm)', 'short': f'{p}đ/{n}, tối đa {m}đ', 'pre': f'{p} điểm cho mỗi {n}, cao nhất {m} điểm',
            'sent': f'Mỗi {n} được tính {p} điểm nhưng tổng số không quá {m} điểm'}.get(style, f'Mỗi {n}: {p} điểm, tối đa {m} điểm')

def rubric(it, style='colon', w='plain', bands=None):
    if it.kind == 'per-unit' and not bands: return per(it, style)
    if it.kind == 'proportional': return f'Điểm = tỷ lệ (%) x {it.max} điểm'
    bs = bands if bands is not None else it.bands; ps = [(cond(b, it, w) if not isinstance(b[0], tuple) else b[0][0], vn(b[3], 2)) for b in bs]
    if style == 'colon': return '\n'.join(f'{t}: {p} điểm' for t, p in ps)
    if style == 'bullet': return '\n'.join(f'- {t}: {p} điểm;' for t, p in ps)[:-1] + '.'
    if style == 'paren': return '\n'.join(f'+ {t} ({p} điểm)' for t, p in ps)
    if style == 'short': return '; '.join(f'{t}: {p}đ' for t, p in ps)
    if style == 'pre': return '\n'.join(f'{p} điểm: {t}' for t, p in ps)
    if style == 'pre2': return '\n'.join(f'- {p} điểm nếu {low1(t)}' for t, p in ps)
    if style == 'sent': return ', '.join((t if i == 0 else low1(t)) + f' được {p} điểm' for i, (t, p) in enumerate(ps)) + '.'
    if style == 'eq': return '; '.join(f'{t} = {p} điểm' for t, p in ps)
    if style == 'arrow': return '\n'.join(f'{t} → {p} điểm' for t, p in ps)
    if style == 'dots': return '\n'.join(f'+ {t} ........ {p} điểm' for t, p in ps)
    raise ValueError(style)

def shown(it, mode, year=2024):
    """What stands in a result cell: value or (value, number format). Modes: text, frac, both, rateText, rate%, rate100, sentence, num."""
    if it.text is not None: return it.text
    v = it.v
    if v is None: return None
    k = v[0]
    if k == 'yes': return {'sentence': 'Đã bố trí, thực hiện đầy đủ trong năm'}.get(mode, 'x' if mode == 'x' else 'Có')
    if k == 'no': return 'Không' if mode != 'sentence' else 'Chưa có'
    if k == 'nocase': return {'sentence': 'Trong năm không phát sinh vụ việc nào', 'frac': 'Không phát sinh'}.get(mode, 'Không có vụ việc')
    if k == 'lvl': return v[1] if mode != 'sentence' else f'Người dân đánh giá ở mức {v[1].lower()}'
    if k == 'chg':
        if mode == 'sentence': return f'Năm {year - 1} có {v[1]} trẻ bị tai nạn, thương tích, năm {year} có {v[2]} trẻ'
        return f'{v[1]} trẻ (năm {year - 1}), {v[2]} trẻ (năm {year})' if mode == 'frac' else f'Năm {year - 1}: {v[1]}; năm {year}: {v[2]}'
    if k == 'count':
        if mode in ('num', 'rate%', 'rate100', 'x'): return v[1]
        if mode == 'sentence': return f'Trong năm ghi nhận {v[1]:02d} {it.unit}' if v[1] else f'Không có {it.unit} nào trong năm'
        return f'{v[1]:02d} {it.unit}' if v[1] or mode == 'frac' else 0
    if k == 'rate':
        if mode == 'rate%': return (float(v[1]) / 100, '0.0%')
        if mode == 'rate100': return float(v[1])
        return f'{vn(v[1], 2)}%'
    n, d = v[1], v[2]
    if it.unit == '%':
        r = vn(F(n, d) * 100, 1) if d else '0'
        if mode == 'frac': return f'{th(n)}/{th(d)}'
        if mode == 'text': return f'Đạt {r}% ({th(n)}/{th(d)} trẻ)' if it.group not in ('V', 'SV') else f'{r}% ({n}/{d})'
        if mode == 'both': return f'{th(n)}/{th(d)} = {r}%'
        if mode == 'rateText': return r + '%'
        if mode == 'rate%': return (float(F(n, d)), '0.0%')
        if mode == 'rate100': return (float(dec(F(n, d) * 100, 2)), '0.0#')
        if mode == 'sentence': return f'Có {th(n)} trên tổng số {th(d)} {"phiếu" if it.group == "SV" else "thôn" if it.group == "V" else "trẻ em"}, đạt tỷ lệ {r}%'
        if mode in ('num', 'x'): return (float(F(n, d)), '0.00%')
    if n == 0 and mode not in ('frac', 'both'): return {'sentence': 'Không phát sinh trường hợp nào', 'text': 'Không có'}.get(mode, 0)
    base_ = 1000 if it.unit == '/1.000' else 100000
    if mode == 'sentence': return f'Có {n} trường hợp trên tổng số {th(d)} trẻ em'
    if mode in ('num', 'rate%', 'rate100', 'rateText', 'x'): return f'{n}/{th(d)}'
    return f'{n}/{th(d)} trẻ em'

# ------------------------------------------------------------------ legacy encodings
_L = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ'
_C = 'µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ'
TCVN3 = dict(zip(_L, _C)); TCVN3.update(dict(zip('ĂÂÊÔƠƯĐ', '¡¢£¤¥¦§')))
assert len(_L) == len(_C)
def tcvn3(s, capital=False):
    """Unicode to TCVN3; capital=True for the .Vn…H fonts, where small letters are shown as capitals."""
    s = unicodedata.normalize('NFC', s); out = []
    for ch in s:
        if capital: out.append(TCVN3.get(ch.lower(), ch.lower()) if ch.lower() in TCVN3 else ch)
        elif ch in TCVN3: out.append(TCVN3[ch])
        elif ch.lower() in TCVN3: out.append(TCVN3[ch.lower()])
        else: out.append(ch)
    return ''.join(out)

_VT = {'\u0301': 'ù', '\u0300': 'ø', '\u0309': 'û', '\u0303': 'õ', '\u0323': 'ï'}
_VH = {'\u0301': 'á', '\u0300': 'à', '\u0309': 'å', '\u0303': 'ã', '\u0323': 'ä'}   # with a circumflex
_VB = {'\u0301': 'é', '\u0300': 'è', '\u0309': 'ú', '\u0303': 'ü', '\u0323': 'ë'}   # with a breve
_VI = {'í': 'í', 'ì': 'ì', 'ỉ': 'æ', 'ĩ': 'ó', 'ị': 'ò', 'đ': 'ñ', 'ỵ': 'î', 'Í': 'Í', 'Ì': 'Ì', 'Ỉ': 'Æ', 'Ĩ': 'Ó', 'Ị': 'Ò', 'Đ': 'Ñ', 'Ỵ': 'Î'}
def vni(s):
    out = []
    for ch in unicodedata.normalize('NFC', s):
        if ch in _VI: out.append(_VI[ch]); continue
        d = unicodedata.normalize('NFD', ch); b, m = d[0], d[1:]
        if not m or b.lower() not in 'aeouy': out.append(ch); continue
        up = b.isupper(); t = [x for x in m if x in _VT]; tone = t[0] if t else None
        if '\u0302' in m: x = _VH[tone] if tone else 'â'
        elif '\u0306' in m: x = _VB[tone] if tone else 'ê'
        elif '\u031b' in m: b = {'o': 'ô', 'u': 'ö', 'O': 'Ô', 'U': 'Ö'}[b]; x = _VT[tone] if tone else ''
        else: x = _VT[tone] if tone else ''
        out.append(b + (x.upper() if up else x))
    return ''.join(out)

def noaccent(s):
    return ''.join(c for c in unicodedata.normalize('NFD', s) if not unicodedata.combining(c)).replace('đ', 'd').replace('Đ', 'D')
