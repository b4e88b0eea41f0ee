import environment
os_build=__import__('os').makedirs('build',exist_ok=True)
# run all default models once; record names registered as module/param/buffer per class (qualified)
import os,sys,json,gzip,signal
os.environ["CUDA_VISIBLE_DEVICES"]=""; os.environ["HF_HUB_OFFLINE"]="1"
import torch,transformers
torch.set_num_threads(1)
transformers.logging.set_verbosity_error()
obs={}
from transformers.models.auto import modeling_auto as ma
names=sorted({x for n in dir(ma) if n.endswith('_MAPPING_NAMES') for c in getattr(ma,n).values() for x in (c if isinstance(c,(tuple,list)) else [c]) if isinstance(x,str) and not x.startswith('Levit')})
class TO(Exception): pass
def h(*a): raise TO()
signal.signal(signal.SIGALRM,h)
for i,c in enumerate(names):
    try:
        signal.alarm(30)
        cls=getattr(transformers,c); cfg=cls.config_class()
        with torch.device('meta'): m=cls(cfg)
        seen=set()
        for x in m.modules():
            k=type(x).__module__+'.'+type(x).__qualname__
            s=obs.setdefault(k,set())
            s.update(x._modules); s.update(x._parameters); s.update(x._buffers)
    except BaseException as e: print(c,str(e)[:80])
    finally: signal.alarm(0)
json.dump({k:sorted(v) for k,v in obs.items()},open('build/observed.json','w'))
print(len(obs))
