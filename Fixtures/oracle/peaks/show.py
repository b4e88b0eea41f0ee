import sys,json
from solve import Forms
d=json.load(open(sys.argv[1])); want=sys.argv[2:]
for b in d['bodies']:
    if want and b['name'] not in want: continue
    print(b['name'],b['classes'])
    for c,f in b['forms'].items():
        print('  ',c); [print('      ',t) for t in Forms.of(f).texts()]
    for w,t in b['circumstances'].items():
        for c,f in t.items():
            print('  ',w,c); [print('      ',x) for x in Forms.of(f).texts()]
    for k,v in b['failures'].items(): print('  !!',k,v[:200])
