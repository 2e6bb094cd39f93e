"""A workbook in memory and its writers (openpyxl, xlsxwriter, xlwt; LibreOffice for conversions)."""
import os, shutil, subprocess, tempfile, datetime
from fractions import Fraction as F

def col(c):
    s = ''
    while c: c, m = divmod(c - 1, 26); s = chr(65 + m) + s
    return s
def a1(r, c): return f'{col(c)}{r}'

class Sheet:
    def __init__(self, name): self.name, self.cells, self.merges, self.hidden_rows, self.hidden_cols, self.state, self.widths, self.font = name, {}, [], set(), set(), 'visible', {}, None
    def put(self, r, c, v, fmt=None, f=None, note=None, bold=False, font=None, wrap=True, rich=None, align=None):
        if isinstance(v, tuple): v, fmt = v
        if isinstance(v, F): v = int(v) if v == int(v) else float(v)
        if v is None and f is None and rich is None and note is None: return self.ref(r, c)
        self.cells[(r, c)] = dict(v=v, fmt=fmt, f=f, note=note, bold=bold, font=font or self.font, rich=rich, align=align); return self.ref(r, c)
    def ref(self, r, c): return f"'{self.name}'!{a1(r, c)}"
    def merge(self, r1, c1, r2, c2):
        if (r1, c1) != (r2, c2): self.merges.append((r1, c1, r2, c2))
    def rel(self, r, c, same=False): return a1(r, c) if same else f"'{self.name}'!{a1(r, c)}"

class Book:
    def __init__(self): self.sheets = []
    def sheet(self, name): s = Sheet(name); self.sheets.append(s); return s

def write_xlsxwriter(b, path):
    import xlsxwriter
    wb = xlsxwriter.Workbook(path, {'strings_to_formulas': False, 'strings_to_urls': False}); wb.set_properties({'created': datetime.datetime(2024, 11, 1)}); cache = {}
    def fm(d):
        k = (d['fmt'], d['bold'], d['font'], d['align'])
        if k not in cache:
            p = {'text_wrap': True, 'valign': 'top', 'border': 1 if not d['align'] else 0, 'font_name': d['font'] or 'Times New Roman', 'font_size': 12}
            if d['fmt']: p['num_format'] = d['fmt']
            if d['bold']: p['bold'] = True
            if d['align']: p['align'] = d['align']
            cache[k] = wb.add_format(p)
        return cache[k]
    for s in b.sheets:
        ws = wb.add_worksheet(s.name)
        for c, w in s.widths.items(): ws.set_column(c - 1, c - 1, w)
        for c in s.hidden_cols: ws.set_column(c - 1, c - 1, None, None, {'hidden': True})
        for r in s.hidden_rows: ws.set_row(r - 1, None, None, {'hidden': True})
        for m in s.merges: ws.merge_range(m[0] - 1, m[1] - 1, m[2] - 1, m[3] - 1, '')
        for (r, c), d in sorted(s.cells.items()):
            f = fm(d)
            if d['rich']:
                strike = wb.add_format({'font_strikeout': True, 'font_name': 'Times New Roman', 'font_size': 12}); args = []
                for t, st in d['rich']: args += ([strike, t] if st else [t])
                ws.write_rich_string(r - 1, c - 1, *args, f)
            elif d['f']: ws.write_formula(r - 1, c - 1, d['f'], f, d['v'] if d['v'] is not None else '')
            elif d['v'] is None: ws.write_blank(r - 1, c - 1, None, f)
            elif isinstance(d['v'], str): ws.write_string(r - 1, c - 1, d['v'], f)
            else: ws.write_number(r - 1, c - 1, d['v'], f)
            if d['note']: ws.write_comment(r - 1, c - 1, d['note'], {'author': 'Người lập biểu'})
        if s.state == 'hidden': ws.hide()
        if s.state == 'very': ws.very_hidden()
    wb.close()

def write_openpyxl(b, path):
    import openpyxl
    from openpyxl.styles import Font, Alignment
    from openpyxl.comments import Comment
    wb = openpyxl.Workbook(); wb.remove(wb.active); wb.properties.created = wb.properties.modified = datetime.datetime(2024, 11, 1)
    for s in b.sheets:
        ws = wb.create_sheet(s.name)
        for c, w in s.widths.items(): ws.column_dimensions[col(c)].width = w
        for c in s.hidden_cols: ws.column_dimensions[col(c)].hidden = True
        for r in s.hidden_rows: ws.row_dimensions[r].hidden = True
        for (r, c), d in sorted(s.cells.items()):
            x = ws.cell(r, c)
            x.value = d['f'] if d['f'] else d['v']
            if isinstance(d['v'], str) and not d['f']: x.data_type = 's'
            if d['fmt']: x.number_format = d['fmt']
            x.font = Font(name=d['font'] or 'Calibri', size=11, bold=d['bold']); x.alignment = Alignment(wrap_text=True, vertical='top', horizontal=d['align'])
            if d['note']: x.comment = Comment(d['note'], 'Người lập biểu')
        for m in s.merges: ws.merge_cells(start_row=m[0], start_column=m[1], end_row=m[2], end_column=m[3])
        if s.state == 'hidden': ws.sheet_state = 'hidden'
        if s.state == 'very': ws.sheet_state = 'veryHidden'
    wb.save(path)

def write_xlwt(b, path):
    import xlwt
    wb = xlwt.Workbook(encoding='utf-8'); cache = {}
    for s in b.sheets:
        ws = wb.add_sheet(s.name)
        inside = {}
        for m in s.merges:
            for r in range(m[0], m[2] + 1):
                for c in range(m[1], m[3] + 1): inside[(r, c)] = m
        for c, w in s.widths.items(): ws.col(c - 1).width = int(w * 256)
        for c in s.hidden_cols: ws.col(c - 1).hidden = True
        for r in s.hidden_rows: ws.row(r - 1).hidden = True
        done = set()
        for (r, c), d in sorted(s.cells.items()):
            k = (d['fmt'], d['bold'], d['font'])
            if k not in cache:
                st = xlwt.XFStyle(); st.font.name = d['font'] or 'Times New Roman'; st.font.bold = d['bold']; st.alignment.wrap = 1
                if d['fmt']: st.num_format_str = d['fmt']
                cache[k] = st
            st = cache[k]; m = inside.get((r, c))
            if m and (m[0], m[1]) == (r, c): ws.write_merge(m[0] - 1, m[2] - 1, m[1] - 1, m[3] - 1, d['v'], st)
            elif m: continue
            else: ws.write(r - 1, c - 1, d['v'], st)
        if s.state != 'visible': ws.visibility = 1
    wb.save(path)

def convert(src, ending, dest):
    """Re-save with LibreOffice (private profile)."""
    tmp = tempfile.mkdtemp(prefix='samples-')
    subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{tempfile.gettempdir()}/samples-profile', '--convert-to', ending, '--outdir', tmp, src], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
    out = os.path.join(tmp, os.path.splitext(os.path.basename(src))[0] + '.' + ending.split(':')[0]); shutil.move(out, dest); shutil.rmtree(tmp)

def save(b, path, writer):
    """writer: xlsxwriter, openpyxl, xlwt, or 'libreoffice' (by xlsxwriter first, then re-saved in the kind of the path's ending)."""
    if writer == 'libreoffice':
        d = tempfile.mkdtemp(prefix='samples-'); p = os.path.join(d, 'in.xlsx'); write_xlsxwriter(b, p); convert(p, path.rsplit('.', 1)[1], path); shutil.rmtree(d)
    else: {'xlsxwriter': write_xlsxwriter, 'openpyxl': write_openpyxl, 'xlwt': write_xlwt}[writer](b, path)
