import os
import sys; sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import eng, layouts; layouts.OUT = os.environ.get('OUT', '.')
o = eng.new
def new(name, layout, commune, *a, **kw):
    kw['seed'] = kw.get('seed', 1) + 5000; kw['quality'] = .65
    c = kw.get('crits'); is_other = c is not None and any(i.no == '2.2' for x in c for i in x.items)
    if kw.get('standard', '06').startswith('06'): kw['crits'] = eng.base('B') if is_other else eng.other()
    return o('t' + name, layout, commune, *a, **kw)
import b1, b2, b3
def worse(k, no):  # any fitting item: claim the best where the truth is less
    for it in k.items():
        if it.v and it.score()[0] is not None and it.score()[0] != it.max and it.no not in k.pending: it.self_ = it.max; k.pending.append(it.no); return
for m in (b1, b2, b3):
    m.new = new; m.worse = worse
    for f in m.ALL:
        if f.__name__ in ('a15', 'a18', 'a21', 'a22', 'a33', 'a42'): continue
        try: f()
        except Exception as e: print('--', f.__name__, repr(e))
