import os
import sys, importlib, os
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
for m in ('b1', 'b2', 'b3'):
    if not os.path.exists(os.path.join(os.path.dirname(os.path.abspath(__file__)), f'{m}.py')): continue
    for f in importlib.import_module(m).ALL:
        if len(sys.argv) < 2 or f.__name__ in sys.argv[1:]:
            try: f()
            except Exception as e: import traceback; traceback.print_exc()
