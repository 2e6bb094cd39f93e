"""Checks that every truth file fits its workbook: the cells named there hold what the truth says (needs openpyxl; LibreOffice for .xls and .ods)."""
import glob, json, os, re, sys, tempfile, warnings
import openpyxl
from grid import convert
from layouts import OUT
warnings.filterwarnings('ignore'); bad = 0; codes = {}
def at(wb, ref): s, a = ref.rsplit('!', 1); return wb[s[1:-1].replace("''", "'")][a]
for tf in sorted(glob.glob(os.path.join(OUT, '*.truth.json'))):
    t = json.load(open(tf)); p = os.path.join(OUT, t['file'])
    if not os.path.exists(p): print('no workbook', t['file']); bad += 1; continue
    if os.path.getsize(p) > 60000: print('too large', t['file']); bad += 1
    if not t.get('expected') and not t.get('multi'): continue
    if not p.endswith('.xlsx'): q = os.path.join(tempfile.mkdtemp(), 'x.xlsx'); convert(p, 'xlsx', q); p = q
    wb = openpyxl.load_workbook(p, data_only=True)
    for s in t.get('sheets', [t]):
        def say(*a):
            global bad
            bad += 1; print(t['file'], *a)
        seen = set()
        for d in s['defects']:
            codes[d['code']] = codes.get(d['code'], 0) + 1
            for x in [d['cell'], *d.get('anyOf', [])]:
                if x: at(wb, x)
        for c in s['expected']['criteria']:
            if c.get('missing'): continue
            if c['cell'] is None or at(wb, c['cell']).value is None: say('criterion', c['number'], 'has no heading cell')
            v = at(wb, c['selfScoreCell']).value if c.get('selfScoreCell') else None
            its = c['items']
            if sum(i['maxPoints'] for i in its) != c['maxPoints']: say('maxima of', c['number'])
            stated = [i['selfScore'] for i in its if i['selfScore'] is not None]
            if v is not None and stated and abs(v - sum(stated)) > 1e-6 and not any(d['code'] == 'criterion-total-mismatch' and d['cell'] == c['selfScoreCell'] for d in s['defects']): say('self-score of', c['number'], v, sum(stated))
            for i in its:
                o = i['observationCell']; val = at(wb, o).value if o else None
                if o in seen: say('observation cell twice', o)
                if o: seen.add(o)
                if i['points'] is not None and val is None: say('no observation', i['number'], o)
                if i['selfScoreCell'] and at(wb, i['selfScoreCell']).value != i['selfScore']: say('self-score', i['number'], at(wb, i['selfScoreCell']).value, i['selfScore'])
                if i['points'] is not None and i['selfScore'] is not None and i['selfScore'] != i['points'] and not any(d['cell'] == i['selfScoreCell'] for d in s['defects']): say('unplanned difference', i['number'], i['selfScore'], i['points'])
                if i['rubricCell'] and at(wb, i['rubricCell']).value is None: say('no rubric', i['number'])
                if '-v' in sys.argv: print(t['file'][:4], i['number'], '|', i['label'][:40], '|', repr(val), '|', i['points'], i['range'], '|', repr(at(wb, i['rubricCell']).value)[:120] if i['rubricCell'] else None)
        e = s['expected']['total']
        if not any(c.get('missing') for c in s['expected']['criteria']) and e['maxPoints'] != 1000: say('maximum', e['maxPoints'])
print('planted codes', dict(sorted(codes.items()))); print('differences', bad); sys.exit(1 if bad else 0)
