import environment
#!/usr/bin/env python
"""Blueprint generator: slices the structural part out of transformers' config/modeling source.
usage: gen.py [--only dir,dir] [--out catalog]      (re-run per transformers release)"""
import os,sys,ast,json,inspect,textwrap,types,builtins,functools,collections,math,copy,enum,argparse,dataclasses,re
os.environ["CUDA_VISIBLE_DEVICES"]=""; os.environ["HF_HUB_OFFLINE"]="1"
import torch,transformers
from torch import nn
from transformers import PreTrainedModel,PreTrainedConfig
from transformers.configuration_utils import SubConfigSpec
from transformers.models.auto.auto_factory import _BaseAutoModelClass
from transformers.models.auto.configuration_auto import CONFIG_MAPPING, AutoConfig
transformers.logging.set_verbosity_error()
UNRES=object()
OBS={k:set(v) for k,v in json.load(open('build/observed.json')).items()} if os.path.exists('build/observed.json') else {}
LOG=collections.Counter(); LOGX={}
def log(kind,ent): LOG[kind]+=1; LOGX.setdefault(kind,[]).append(str(ent))

TORCH_MODULE_BASES=(nn.Module,)
DROP_KW={'eps','padding_idx','stride','padding','dilation','p','inplace','momentum','padding_mode','device','dropout','ceil_mode',
  'count_include_pad','output_padding','negative_slope','requires_grad','align_corners','max_norm','norm_type','sparse','approximate','scale_grad_by_freq'}
NOARG={'Dropout','Dropout1d','Dropout2d','Dropout3d','GELU','ReLU','ReLU6','SiLU','Tanh','Sigmoid','Identity','Softmax','LogSoftmax','LeakyReLU','ELU','GLU','Hardswish','Hardsigmoid',
 'Mish','Softplus','CrossEntropyLoss','MSELoss','L1Loss','MaxPool1d','MaxPool2d','MaxPool3d','AvgPool1d','AvgPool2d','AvgPool3d','AdaptiveAvgPool1d','AdaptiveAvgPool2d','AdaptiveAvgPool3d','AdaptiveMaxPool2d',
 'Upsample','PixelShuffle','PixelUnshuffle','Flatten','Unflatten','ZeroPad2d','ConstantPad1d','ConstantPad2d','ReflectionPad1d','ReflectionPad2d','ReplicationPad1d','Unfold','Fold','BCEWithLogitsLoss','NLLLoss','CosineSimilarity','CELU','SELU','Hardtanh','KLDivLoss','SmoothL1Loss','Softsign','LogSigmoid'}
MUTATORS={'append','extend','insert','add','update','pop','register_buffer','register_parameter','add_module','register_module','setdefault','remove','reverse','sort','appendleft','clear'}
BASE_METHODS_DROP={'post_init','init_weights','_init_weights','tie_weights','reset_parameters','eval','train','requires_grad_','half','float','gradient_checkpointing_enable','_backward_compatibility_gradient_checkpointing','maybe_init','freeze','_freeze_parameters','_reset_parameters','_register_load_state_dict_pre_hook','register_forward_hook','_register_state_dict_hook','apply','to','set_default_lang','load_state_dict','_initialize_weights','init_parameters','register_load_state_dict_pre_hook','register_full_backward_hook'}

def is_modcls(o): return inspect.isclass(o) and issubclass(o,nn.Module)
def is_torchcls(o): return is_modcls(o) and o.__module__.startswith('torch')
def is_cfgcls(o): return inspect.isclass(o) and issubclass(o,PreTrainedConfig)
def is_auto(o): return inspect.isclass(o) and issubclass(o,_BaseAutoModelClass)
def unit_of(o):
    m=o.__module__ or ''
    p=m.split('.')
    if p[:2]==['transformers','models'] and len(p)>3 and p[2]!='auto': return p[2]
    return 'lib'

NAMES={}   # (unit,name) -> obj
OBJN={}    # id(obj) -> (unit,name)
KEEPALIVE=[]
def canon(o):
    if id(o) in OBJN: return OBJN[id(o)]
    u=unit_of(o); n=o.__name__.lstrip('_') if False else o.__name__
    k=n;i=2
    while (u,k) in NAMES and NAMES[(u,k)] is not o: k=f'{n}_{i}'; i+=1
    NAMES[(u,k)]=o; OBJN[id(o)]=(u,k); KEEPALIVE.append(o)
    return (u,k)

CONSTS={}  # unit -> {name: ast}

class Entity:
    def __init__(s,kind,owner,fn,name):
        s.kind,s.owner,s.name=kind,owner,name
        fn=inspect.unwrap(fn.fget if isinstance(fn,property) else fn.__func__ if isinstance(fn,(classmethod,staticmethod)) else fn)
        s.fn=fn
        src=textwrap.dedent(inspect.getsource(fn))
        t=ast.parse(src).body[0]
        if not isinstance(t,ast.FunctionDef): raise ValueError('not a def')
        s.tree=t; s.globals=fn.__globals__
        s.closure=dict(zip(fn.__code__.co_freevars,[c.cell_contents for c in fn.__closure__])) if fn.__closure__ else {}
        s.out=None; s.line=fn.__code__.co_firstlineno
        s.unit=unit_of(owner if owner is not None else fn)
        s.local_imports={}
        s.locals=set(a.arg for a in t.args.posonlyargs+t.args.args+t.args.kwonlyargs)
        for a in (t.args.vararg,t.args.kwarg):
            if a: s.locals.add(a.arg)
        for n in ast.walk(t):
            if isinstance(n,ast.Name) and isinstance(n.ctx,(ast.Store,ast.Del)): s.locals.add(n.id)
            elif isinstance(n,ast.arg): s.locals.add(n.arg)
            elif isinstance(n,ast.FunctionDef) and n is not t: s.locals.add(n.name)
            elif isinstance(n,(ast.ImportFrom,ast.Import)):
                try:
                    ns={'__name__':fn.__module__,'__package__':fn.__module__.rsplit('.',1)[0]}
                    exec(ast.unparse(n),ns)
                    for a in n.names:
                        nm=(a.asname or a.name).split('.')[0]
                        s.local_imports[nm]=ns[nm]; s.locals.discard(nm)
                except Exception as e: log('local import failed',(s,str(e)[:60]))
        s.selfname=t.args.args[0].arg if owner is not None and t.args.args and kind not in('static','cfgstatic') else None
    def __repr__(s): return f'{s.unit}.{s.owner.__name__+"." if s.owner else ""}{s.name}'

ENT={}       # key -> Entity
MODS={}      # class -> info dict
CFGS={}      # class -> info
NEED_SELF=collections.defaultdict(lambda: collections.defaultdict(set))   # unit -> cls -> names
NEED_ANY=collections.defaultdict(set)     # unit -> names
NEED_CFG=collections.defaultdict(set)     # unit -> names
NEED_CFG_G=set()
STRUCT=collections.defaultdict(set)    # class -> attrs assigned a structural value somewhere in its code
CLSCONST=collections.defaultdict(dict)    # cls -> name -> ast
DIRTY=set(); ALL='*'
CROSS=collections.defaultdict(set); SUBS=collections.defaultdict(list); UNITM=collections.defaultdict(list)
def mark(st,x,u):
    if x not in st: st.add(x); DIRTY.add(u)
SRC={}
def getsrc(f):
    if id(f) not in SRC:
        KEEPALIVE.append(f)
        try: SRC[id(f)]=inspect.getsource(f)
        except Exception: SRC[id(f)]=''
    return SRC[id(f)]

def ent_key(kind,owner,name,fn): return (kind,owner,name) if owner is not None else (kind,fn,name)
def add_entity(kind,owner,fn,name):
    k=ent_key(kind,owner,name,fn)
    if k in ENT: return ENT[k]
    try: e=Entity(kind,owner,fn,name)
    except Exception as ex: log('no source',(owner,name,str(ex)[:50])); ENT[k]=None; return None
    ENT[k]=e; DIRTY.add('+')
    return e

ROOT_STOP={nn.Module,PreTrainedModel,object}
def own_init(c):
    for k in c.__mro__:
        if '__init__' in k.__dict__: return k
def next_init(c):
    for k in c.__mro__[1:]:
        if '__init__' in k.__dict__: return k
def add_module(c):
    if c in MODS or not is_modcls(c) or is_torchcls(c) or c in (PreTrainedModel,): return
    DIRTY.add(unit_of(c)); UNITM[unit_of(c)].append(c)
    for b in c.__mro__: SUBS[b].append(c)
    for b in c.__mro__:
        if (b.__module__ or '').startswith('transformers') and b is not PreTrainedModel: DIRTY.add(unit_of(b))
    info=MODS[c]={}
    canon(c)
    k=own_init(c)
    info['init']=k
    if k is not c and k not in ROOT_STOP and not is_torchcls(k):
        if is_modcls(k): add_module(k)
        elif k.__module__.startswith('transformers'): canon(k); add_entity('init',k,k.__init__,'__init__')
    if k is c: add_entity('init',c,c.__init__,'__init__')
    if issubclass(c,PreTrainedModel):
        cc=getattr(c,'config_class',None)
        if is_cfgcls(cc): add_config(cc)
        if isinstance(c._tied_weights_keys,property):
            for b in c.__mro__:
                if '_tied_weights_keys' in b.__dict__: add_entity('prop',b,b.__dict__['_tied_weights_keys'],'_tied_weights_keys'); canon(b); break
CFG_BUILTIN={'get_text_config','num_labels','use_return_dict','per_layer_config','is_heterogeneous','output_attentions','name_or_path','torch_dtype','_attn_implementation','_experts_implementation','rope_scaling','sub_configs','to_dict','__class__','attribute_map','model_type','convert_rope_params_to_dict','standardize_rope_params','nested_rope_parameter_keys','validate_rope','update','copy','keys','items'}
CFG_BUILTIN-= {'convert_rope_params_to_dict','standardize_rope_params','nested_rope_parameter_keys'}
def add_config(c):
    if c in CFGS or c is PreTrainedConfig: return
    DIRTY.add('+'); CM_SEEN.clear()
    info=CFGS[c]={}
    canon(c)
    for sc in getattr(c,'sub_configs_defaults',{}).values():
        if is_cfgcls(sc.config_class): add_config(sc.config_class)
        elif sc.model_type:
            try: add_config(CONFIG_MAPPING[sc.model_type])
            except Exception as e: pass
    for b in c.__mro__[1:]:
        if is_cfgcls(b) and b is not PreTrainedConfig: add_config(b)
    for nm in('convert_rope_params_to_dict','standardize_rope_params','nested_rope_parameter_keys','__setattr__x'):
        for b in c.__mro__:
            if b is PreTrainedConfig: break
            if nm in b.__dict__: add_entity('cfg',b,b.__dict__[nm],nm)
    for nm in ('__post_init__','__init__'):
        if nm in c.__dict__ and not (nm=='__init__' and hasattr(c.__dict__[nm],'__wrapped__')):
            f=c.__dict__[nm]
            try: inspect.getsource(f)
            except Exception: continue
            add_entity('cfg',c,f,nm)
CM_SEEN=set()
def cfg_member(name):
    """a config attribute name was read: enqueue methods/properties with this name from every known config"""
    if name in CFG_BUILTIN or name in CM_SEEN or name.startswith('__'): return
    CM_SEEN.add(name)
    for c in list(CFGS):
        for b in c.__mro__:
            if b is PreTrainedConfig and name not in ('convert_rope_params_to_dict','standardize_rope_params','nested_rope_parameter_keys'): break
            v=b.__dict__.get(name)
            if isinstance(v,property) or isinstance(v,(types.FunctionType,staticmethod,classmethod)):
                if isinstance(v,property):
                    if v.fget: add_entity('cfgprop',b,v,name)
                    if v.fset and id(v.fset) : 
                        e=add_entity('cfgset',b,v.fset,name)
                else: add_entity('cfgstatic' if isinstance(v,staticmethod) else 'cfg',b,v,name)
                break

def terminal(n):
    if isinstance(n,ast.Name): return n.id
    if isinstance(n,ast.Attribute): return n.attr
    if isinstance(n,ast.Call): return terminal(n.func)
    if isinstance(n,ast.Subscript): return terminal(n.value)
    return ''
def cfglike(ent,n):
    t=terminal(n).lower()
    if ent.kind.startswith('cfg'):
        b=n
        while isinstance(b,(ast.Attribute,ast.Subscript)): b=b.value
        if isinstance(b,ast.Name) and b.id==ent.selfname: return True
    if isinstance(n,ast.Name) and n.id==ent.selfname: return ent.kind.startswith('cfg')
    return 'config' in t or 'cfg' in t or t in('text','vision','params')
def is_avail(o):
    return isinstance(o,(types.FunctionType,functools._lru_cache_wrapper)) and (re.match(r'is_.*available$',o.__name__) or 'deepspeed' in o.__name__ or o.__name__ in('is_tracing','is_torchdynamo_compiling','is_flash_attn_greater_or_equal','is_fsdp_managed_module','is_torch_greater_or_equal'))

class Slicer:
    def __init__(s,ent):
        s.e=ent; s.need=set()
        if ent.kind in('cfg','cfgprop','cfgset') : s.need|={'kwargs'}
    # ---------- static resolution
    def res(s,n):
        if isinstance(n,ast.Name):
            if n.id in s.e.local_imports: return s.e.local_imports[n.id]
            if n.id in s.e.locals: return UNRES
            if n.id in s.e.closure: return s.e.closure[n.id]
            if n.id in s.e.globals: return s.e.globals[n.id]
            return getattr(builtins,n.id,UNRES)
        if isinstance(n,ast.Attribute):
            b=s.res(n.value)
            if b is UNRES: return UNRES
            if isinstance(b,(types.ModuleType,type)) or isinstance(b,enum.Enum):
                try: return getattr(b,n.attr)
                except Exception: return UNRES
        return UNRES
    # ---------- reference to a resolved object -> ast
    def ref(s,o,nm=None,depth=0):
        C=lambda v: ast.Constant(v)
        N=lambda v: ast.parse(v,mode='eval').body
        if o is CONFIG_MAPPING: return N('CONFIG_MAPPING')
        if o is inspect.signature: return N('signature')
        if o is None or isinstance(o,(bool,int,str)) and not isinstance(o,enum.Enum): return C(o)
        if isinstance(o,float): return C(o) if math.isfinite(o) else N(f"float('{o}')")
        if isinstance(o,enum.Enum): return s.ref(o.value,nm,depth)
        if isinstance(o,torch.dtype): return N(str(o))
        if isinstance(o,(list,tuple,set,frozenset)) :
            xs=[s.ref(x,nm,depth+1) for x in o]
            r=ast.List(xs,ast.Load()) if isinstance(o,list) else ast.Tuple(xs,ast.Load()) if isinstance(o,tuple) else (ast.Set(xs) if xs else N('set()'))
            return s.const(o,nm,r,depth)
        if isinstance(o,dict):
            r=ast.Dict([s.ref(k,nm,depth+1) for k in o],[s.ref(v,nm,depth+1) for v in dict.values(o)] if type(o).__name__!='ClassInstantier' else [s.ref(dict.__getitem__(o,k) if False else collections.OrderedDict.__getitem__(o,k) if type(o).__name__!='ClassInstantier' else dict.__getitem__(o,k),nm,depth+1) for k in o])
            if type(o).__name__=='ClassInstantier': nm='ACT2FN' if nm is None else nm; return s.const(o,nm,r,depth,force=True,unit='lib')
            return s.const(o,nm,r,depth)
        if isinstance(o,type):
            if o in (nn.Parameter,): return N('Parameter')
            if o.__name__=='Buffer' and o.__module__.startswith('torch'): return N('Buffer')
            if o.__module__=='itertools': return N('itertools.'+o.__name__)
            if is_torchcls(o): return N(o.__name__)
            if is_modcls(o): add_module(o); return s.qual(o)
            if is_auto(o) or o is AutoConfig: return N(o.__name__)
            if o is PreTrainedConfig: return N('PreTrainedConfig')
            if is_cfgcls(o): add_config(o); return s.qual(o)
            if o.__module__ in('builtins','collections','collections.abc','typing'): return N(o.__name__)
            if o is torch.Tensor: return N('torch.Tensor')
            if o.__module__.startswith('torch'): return N('torch.'+o.__name__)
            if dataclasses.is_dataclass(o) or issubclass(o,tuple): log('dataclass/namedtuple ref',(s.e,o)); return N('record_'+o.__name__)
            log('unsupported class ref',(s.e,o)); return N('unsupported_'+o.__name__)
        if isinstance(o,functools.partial):
            return ast.Call(N('partial'),[s.ref(o.func)]+[s.ref(a) for a in o.args],[ast.keyword(k,s.ref(v)) for k,v in o.keywords.items()])
        if isinstance(o,types.ModuleType):
            return N(o.__name__.split('.')[-1] if o.__name__!='torch.nn' else 'nn')
        mod=getattr(o,'__module__','') or ''
        name=getattr(o,'__name__',None)
        if o is copy.deepcopy or o is copy.copy: return N(name)
        if isinstance(o,types.BuiltinFunctionType) or mod.startswith('torch') or mod in('math','builtins','numpy','functools','operator','itertools','re') or mod.startswith('numpy'):
            if mod=='math': return N('math.'+name)
            if mod=='builtins' and getattr(builtins,name,None) is o: return N(name)
            if mod.startswith('numpy'): return N('np.'+name)
            if mod in('functools','operator','itertools','re'): return N(mod+'.'+name)
            if mod=='torch.nn.utils.weight_norm' and name=='weight_norm': return N('torch.weight_norm_old')
            if name and getattr(nn.functional,name,None) is o: return N('F.'+name)
            if name: return N('torch.'+name)
        if isinstance(o,(types.FunctionType,functools._lru_cache_wrapper)) and mod.startswith('transformers'):
            o2=inspect.unwrap(o)
            add_entity('func',None,o2,o2.__name__); return s.qual(o2)
        if isinstance(o,types.MethodType):
            cl=o.__self__ 
            return ast.Attribute(s.ref(cl),o.__func__.__name__,ast.Load())
        if isinstance(o,torch.Tensor): return N(f'torch.empty({list(o.shape)}, dtype={o.dtype})')
        if isinstance(o,nn.Module) and not list(o.parameters()) and not list(o.children()):
            return ast.Call(s.ref(type(o)),[],[])
        if isinstance(o,nn.Module):
            log('module instance const',(s.e,o)); return N('unsupported_instance')
        if isinstance(o,torch.Size): return s.ref(tuple(o))
        log('unsupported ref '+type(o).__name__,(s.e,nm)); return N('unsupported_'+re.sub(r'\W','_',type(o).__name__))
    def const(s,o,nm,r,depth,force=False,unit=None):
        if depth or nm is None or (not force and len(ast.unparse(r))<60): return r
        u=unit or s.e.unit
        d=CONSTS.setdefault(u,{})
        if nm not in d: d[nm]=ast.unparse(r)
        return ast.Name(nm if u==s.e.unit else f'{u}.{nm}',ast.Load()) if u==s.e.unit else ast.Attribute(ast.Name(u,ast.Load()),nm,ast.Load())
    def qual(s,o):
        u,n=canon(o)
        if u!=s.e.unit and u!='lib': CROSS[s.e.unit].add(u)
        return ast.Name(n,ast.Load()) if u==s.e.unit else ast.Attribute(ast.Name(u,ast.Load()),n,ast.Load())
    # ---------- needs
    def need_attr(s,base,name):
        e=s.e
        if isinstance(base,ast.Name) and base.id==e.selfname:
            if e.kind.startswith('cfg'):
                mark(NEED_CFG[e.unit],name,e.unit if e.unit!='lib' else ALL); cfg_member(name); return
            mark(NEED_SELF[e.unit][e.owner],name,e.unit if e.unit!='lib' else ALL)
            s.self_member(name)
        elif cfglike(e,base):
            if name=='to_dict': mark(NEED_CFG[e.unit],'*',e.unit)
            mark(NEED_CFG[e.unit],name,e.unit if e.unit!='lib' else ALL); cfg_member(name)
            if not (isinstance(base,ast.Name) and base.id=='config') and not (isinstance(base,ast.Attribute) and base.attr=='config' and isinstance(base.value,ast.Name) and base.value.id==e.selfname):
                mark(NEED_CFG_G,name,ALL)
        else:
            mark(NEED_ANY[e.unit],name,e.unit)
            if name not in('weight','bias','append','shape'):
                for c in list(UNITM[e.unit]):
                    if isinstance(inspect.getattr_static(c,name,None),(property,types.FunctionType)) and name!='forward' and not hasattr(PreTrainedModel,name): s.member_of(c,name)
    def self_member(s,name):
        for c in list(SUBS[s.e.owner]): s.member_of(c,name)
    def member_of(s,c,name):
        for b in c.__mro__:
            if b in (nn.Module,PreTrainedModel) or is_torchcls(b): return
            if name in b.__dict__:
                v=b.__dict__[name]
                if isinstance(v,property): add_entity('prop',b,v,name); canon(b)
                elif isinstance(v,staticmethod): add_entity('static',b,v,name); canon(b)
                elif isinstance(v,(types.FunctionType,classmethod)): add_entity('method',b,v,name); canon(b)
                elif name.startswith('__') or isinstance(v,types.MemberDescriptorType): pass
                else:
                    r=ast.unparse(s.ref(v))
                    if CLSCONST[b].get(name)!=r: CLSCONST[b][name]=r
                return
    def self_needed(s,name):
        if name=='_tied_weights_keys': return True
        o=s.e.owner
        for D,ns in NEED_SELF[s.e.unit].items():
            if name in ns and (issubclass(D,o) or issubclass(o,D)): return True
        for u in ('lib',):
            for D,ns in NEED_SELF[u].items():
                if name in ns and (issubclass(D,o) or issubclass(o,D)): return True
        return name in NEED_ANY[s.e.unit]
    def cfg_needed(s,name):
        return name in NEED_CFG[s.e.unit] or name in NEED_CFG['lib'] or name in NEED_CFG_G
    # ---------- expressions
    def rw(s,n):
        m=getattr(s,'x_'+type(n).__name__,None)
        if m: return m(n)
        for f,v in ast.iter_fields(n):
            if isinstance(v,ast.AST) and not isinstance(v,(ast.expr_context,ast.operator,ast.unaryop,ast.cmpop,ast.boolop)): setattr(n,f,s.rw(v))
            elif isinstance(v,list): setattr(n,f,[s.rw(x) if isinstance(x,ast.AST) and not isinstance(x,(ast.cmpop,)) else x for x in v])
        return n
    def x_Name(s,n):
        if not isinstance(n.ctx,ast.Load): return n
        if n.id in s.e.locals and n.id not in s.e.local_imports: s.need.add(n.id); return n
        o=s.res(n)
        if o is UNRES: log('unresolved name',(s.e,n.id)); return n
        return s.ref(o,n.id)
    def x_Attribute(s,n):
        if isinstance(n.ctx,ast.Load):
            o=s.res(n)
            if o is not UNRES:
                b=s.res(n.value)
                if is_modcls(b) and not is_modcls(o) and callable(o):
                    n.value=s.rw(n.value)
                    if not is_torchcls(b) and not is_auto(b): s.member_of(b,n.attr)
                    return n
                if is_auto(b) or is_cfgcls(b): n.value=s.rw(n.value); return n
                return s.ref(o,n.attr)
            s.need_attr(n.value,n.attr)
        n.value=s.rw(n.value); return n
    def x_Call(s,n):
        f=s.res(n.func)
        if f is not UNRES:
            if f is hasattr and isinstance(s.res(n.args[0]),types.ModuleType): return ast.Constant(hasattr(s.res(n.args[0]),n.args[1].value))
            if is_avail(f):
                try: return ast.Constant(bool(f(*[ast.literal_eval(a) for a in n.args])))
                except Exception: return ast.Constant(False)
            if inspect.isclass(f) and is_torchcls(f):
                nm=f.__name__
                if nm in NOARG: n.args=[];n.keywords=[]
                else: n.keywords=[k for k in n.keywords if k.arg not in DROP_KW or k.arg in NEED_ANY[s.e.unit]]
            if f in(getattr,hasattr,setattr) and len(n.args)>1 and isinstance(n.args[1],ast.Constant): s.need_attr(n.args[0],n.args[1].value)
            elif f in(getattr,hasattr) and len(n.args)>1 and isinstance(n.args[1],ast.JoinedStr): log('dynamic getattr',(s.e,ast.unparse(n)))
        if isinstance(n.func,ast.Attribute) and isinstance(n.func.value,ast.Call) and isinstance(n.func.value.func,ast.Name) and n.func.value.func.id=='super':
            nm=n.func.attr
            for b in s.e.owner.__mro__[1:]:
                if nm in b.__dict__:
                    if is_cfgcls(b) or is_cfgcls(s.e.owner):
                        if b not in(PreTrainedConfig,): add_entity('cfg',b,b.__dict__[nm],nm)
                        elif nm in('convert_rope_params_to_dict','standardize_rope_params'): add_entity('cfg',b,b.__dict__[nm],nm)
                    elif not is_torchcls(b) and b is not PreTrainedModel: add_entity('method',b,b.__dict__[nm],nm)
                    break
            n.args=[s.rw(a) for a in n.args]; n.keywords=[ast.keyword(k.arg,s.rw(k.value)) for k in n.keywords]
            return n
        n.func=s.rw(n.func)
        n.args=[s.rw(a) for a in n.args]; n.keywords=[ast.keyword(k.arg,s.rw(k.value)) for k in n.keywords]
        return n
    def x_Constant(s,n):
        if isinstance(n.value,str) and s.e.kind.startswith('cfg') and n.value.isidentifier(): mark(NEED_CFG[s.e.unit],n.value,s.e.unit)
        return n
    def x_arg(s,n): n.annotation=None; return n
    # ---------- module-valued?
    def structural(s,n,attr):
        q=f'{s.e.owner.__module__}.{s.e.owner.__qualname__}' if s.e.owner else ''
        for sub in [s.e.owner]+(SUBS[s.e.owner] if s.e.owner else []):
            if sub and attr in OBS.get(f'{sub.__module__}.{sub.__qualname__}',()): return True
        for x in ast.walk(n):
            if isinstance(x,ast.Call):
                f=s.res(x.func)
                if f is UNRES:
                    if isinstance(x.func,ast.Name): return True      # local callable: layer_class(...)
                    if isinstance(x.func,ast.Subscript): return True
                    if isinstance(x.func,ast.Attribute):
                        b=s.res(x.func.value)
                        if b is not UNRES and (is_modcls(b) or is_auto(b)): return True
                        if isinstance(x.func.value,ast.Name) and x.func.value.id==s.e.selfname and not s.e.kind.startswith('cfg'):
                            t=inspect.getattr_static(s.e.owner,x.func.attr,None)
                            if t is None or hasattr(nn.Module,x.func.attr): return True
                            src=getsrc(inspect.unwrap(getattr(t,'__func__',t))) if not isinstance(t,property) else ''
                            if re.search(r'nn\.|Module|Layer|Block|Parameter|Conv|Norm|self\.',src): return attr in OBS.get(q,()) or q not in OBS
                    continue
                if is_modcls(f) or f in(nn.Parameter,) or getattr(f,'__name__','')=='Buffer' or is_auto(getattr(f,'__self__',None)) or is_modcls(getattr(f,'__self__',None)): return True
                if isinstance(f,types.FunctionType) and (f.__module__ or '').startswith('transformers'):
                    src=getsrc(f)
                    if re.search(r'nn\.|Module|Layer|Block|Parameter|ACT2|from_config',src) and (q not in OBS or attr in OBS[q]): return True
            if isinstance(x,ast.Subscript) and isinstance(x.value,ast.Name) and x.value.id in('ACT2FN','ACT2CLS'): return True
        return False
    # ---------- statements
    def block(s,stmts):
        out=[]
        for st in stmts:
            r=s.stmt(copy.deepcopy(st))
            if r is None: continue
            out.extend(r if isinstance(r,list) else [r])
        return out
    def want_target(s,t,val):
        e=s.e
        if isinstance(t,ast.Name): return t.id in s.need
        if isinstance(t,ast.Starred): return s.want_target(t.value,val)
        if isinstance(t,(ast.Tuple,ast.List)): return any(s.want_target(x,val) for x in t.elts)
        if isinstance(t,ast.Attribute):
            if isinstance(t.value,ast.Name) and t.value.id==e.selfname:
                if e.kind.startswith('cfg'): return s.cfg_needed(t.attr) or t.attr in ('rope_parameters','layer_types','tie_word_embeddings') or t.attr.startswith('_') or any(t.attr in getattr(c,'sub_configs_defaults',{}) for c in [e.owner])
                if s.self_needed(t.attr):
                    if val is not None and not isinstance(val,ast.Constant) and s.structural(val,t.attr): mark(STRUCT[e.owner],t.attr,e.unit if e.unit!='lib' else ALL)
                    return True
                if val is None or not s.structural(val,t.attr): return False
                mark(STRUCT[e.owner],t.attr,e.unit if e.unit!='lib' else ALL); return True
            if t.attr in('data','requires_grad','generation_config','loss_function'): return False
            if cfglike(e,t.value): return s.cfg_needed(t.attr)
            return True
        if isinstance(t,ast.Subscript):
            return s.want_base(t.value)
        return True
    def want_base(s,b):
        e=s.e
        while isinstance(b,(ast.Subscript,)): b=b.value
        if isinstance(b,ast.Call): return True if e.kind.startswith('cfg') else s.want_base(b.func)
        if isinstance(b,ast.Name):
            return b.id in s.need or b.id==e.selfname or e.kind.startswith('cfg')
        if isinstance(b,ast.Attribute):
            if isinstance(b.value,ast.Name) and b.value.id==e.selfname:
                if e.kind.startswith('cfg'): return s.cfg_needed(b.attr) or b.attr=='rope_parameters'
                return s.self_needed(b.attr) or any(b.attr in STRUCT[c] for c in [e.owner]+SUBS[e.owner]+[k for k in e.owner.__mro__ if k in STRUCT]) or any(b.attr in OBS.get(f'{c.__module__}.{c.__qualname__}',()) for c in [e.owner]+SUBS[e.owner])
            if cfglike(e,b.value): return s.cfg_needed(b.attr)
            return s.want_base(b.value)
        return True
    def rwt(s,t):
        if isinstance(t,ast.Name): return t
        if isinstance(t,(ast.Tuple,ast.List)): t.elts=[s.rwt(x) for x in t.elts]; return t
        if isinstance(t,ast.Attribute): t.value=s.rw(t.value); return t
        if isinstance(t,ast.Subscript): t.value=s.rw(t.value); t.slice=s.rw(t.slice); return t
        return s.rw(t)
    def stmt(s,st):
        m=getattr(s,'s_'+type(st).__name__,None)
        if m is None: log('stmt '+type(st).__name__,s.e); return None
        return m(st)
    def s_Assign(s,st):
        v=st.value
        ts=[t for t in st.targets if s.want_target(t,v) or (s.e.kind=='cfg' and any(isinstance(x,ast.Call) and isinstance(x.func,ast.Attribute) and x.func.attr=='pop' and isinstance(x.func.value,ast.Name) and x.func.value.id=='kwargs' for x in ast.walk(v)))]
        if not ts: return None
        st.value=s.rw(v); st.targets=[s.rwt(t) for t in ts]
        return st
    def s_AnnAssign(s,st):
        if st.value is None: return None
        return s.s_Assign(ast.Assign([st.target],st.value,lineno=0))
    def s_AugAssign(s,st):
        if not s.want_target(st.target,None): return None
        st.value=s.rw(st.value)
        if isinstance(st.target,ast.Name): s.need.add(st.target.id)
        st.target=s.rwt(st.target); return st
    def s_If(s,st):
        a=s.block(st.body); b=s.block(st.orelse)
        if not a and not b: return None
        test=s.rw(st.test)
        if isinstance(test,ast.Constant): return a if test.value else b
        if isinstance(test,ast.UnaryOp) and isinstance(test.op,ast.Not) and isinstance(test.operand,ast.Constant): return b if test.operand.value else a
        if isinstance(test,ast.BoolOp) and isinstance(test.op,ast.And) and any(isinstance(v,ast.Constant) and not v.value for v in test.values): return b
        if not a: test=ast.UnaryOp(ast.Not(),test); a,b=b,[]
        st.test=test; st.body=a; st.orelse=b; return st
    def trivial(s,b): return all(isinstance(x,(ast.Continue,ast.Break,ast.Pass)) or (isinstance(x,ast.If) and s.trivial(x.body) and s.trivial(x.orelse)) for x in b)
    def s_For(s,st):
        b=s.block(st.body)
        if s.trivial(b): return None
        st.body=b; st.orelse=[]; st.iter=s.rw(st.iter); st.target=s.rwt(st.target); return st
    def s_While(s,st):
        b=s.block(st.body)
        if s.trivial(b): return None
        st.body=b; st.orelse=[]; st.test=s.rw(st.test); return st
    def s_With(s,st): return s.block(st.body) or None
    def s_Try(s,st): return s.block(st.body) or None
    def s_Return(s,st):
        if st.value is not None: st.value=s.rw(st.value)
        return st
    def s_Continue(s,st): return st
    def s_Break(s,st): return st
    def s_Pass(s,st): return None
    def s_Raise(s,st): return None
    def s_Assert(s,st): return None
    def s_Import(s,st): return None
    def s_ImportFrom(s,st): return None
    def s_Global(s,st): return None
    def s_Delete(s,st):
        if all(s.want_base(t) if not isinstance(t,ast.Name) else False for t in st.targets): st.targets=[s.rwt(t) for t in st.targets]; return st
    def s_FunctionDef(s,st):
        if st.name not in s.need: return None
        st.decorator_list=[]; st.returns=None; st.body=s.block(st.body) or [ast.Pass()]
        for a in st.args.args+st.args.kwonlyargs: a.annotation=None
        return st
    def s_Expr(s,st):
        v=st.value
        if not isinstance(v,ast.Call):
            return None
        f=v.func; e=s.e
        if isinstance(f,ast.Attribute):
            # super().__init__ / super().method
            if isinstance(f.value,ast.Call) and isinstance(f.value.func,ast.Name) and f.value.func.id=='super':
                if f.attr in('__init__','__post_init__') and (e.name==f.attr): return s.superinit(v,f.attr,e.owner)
                if f.attr in BASE_METHODS_DROP or f.attr.startswith('validate'): return None
                st.value=s.rw(v); return st
            o=s.res(f)
            if o is not UNRES:
                b=s.res(f.value)
                if f.attr in('__init__','__post_init__') and inspect.isclass(b): # explicit Base.__init__(self,...)
                    v.args=v.args[1:]; return s.superinit(v,f.attr,None,b)
                if isinstance(o,types.FunctionType) and is_modcls(b): st.value=s.rw(v); return st
                return None    # nn.init.*, torch.*, logger...
            if isinstance(f.value,ast.Name) and f.value.id==e.selfname:
                if f.attr in BASE_METHODS_DROP or (f.attr.startswith('validate') or f.attr.startswith('_validate')): return None
                if f.attr in('register_buffer','register_parameter','add_module','register_module','append','extend','insert'): 
                    st.value=s.rw(v); return st
                if e.kind.startswith('cfg'):
                    if f.attr in('standardize_rope_params','convert_rope_params_to_dict'): st.value=s.rw(v); return st
                    t=inspect.getattr_static(e.owner,f.attr,None)
                    if t is not None: st.value=s.rw(v); return st
                    return None
                t=inspect.getattr_static(e.owner,f.attr,None)
                if t is None or hasattr(nn.Module,f.attr) or f.attr in PreTrainedModel.__dict__: return None
                s.need_attr(f.value,f.attr)
                k=[x for x in ENT.values() if x is not None and x.name==f.attr and x.owner is not None and issubclass(e.owner,x.owner)]
                if k and k[0].out is not None and not k[0].out and len(k)==1: return None
                st.value=s.rw(v); return st
            if f.attr=='__setattr__': st.value=s.rw(v); return st
            if f.attr in MUTATORS:
                if f.attr in('pop','update') and cfglike(e,f.value) and not isinstance(f.value,ast.Name): pass
                if not f.attr.startswith(('register','add_module')) and not s.want_base(f.value): return None
                st.value=s.rw(v); return st
            if isinstance(f.value,ast.Attribute) or isinstance(f.value,ast.Name):
                return None if f.attr in BASE_METHODS_DROP or True else st
            return None
        o=s.res(f)
        if o is setattr: st.value=s.rw(v); return st
        if o is delattr: st.value=s.rw(v); return st
        if isinstance(o,types.FunctionType) and (o.__module__ or '').startswith('transformers'):
            if re.match(r'requires_backends|is_|deprecate|warn|init_|_init|lecun|variance|trunc|logger',o.__name__): return None
            if not is_modcls(o):
                log('function call stmt kept',(e,o.__name__)); st.value=s.rw(v); return st
        if o is UNRES and isinstance(f,ast.Name) and f.id in s.e.locals: st.value=s.rw(v); s.need.add(f.id); return st
        return None
    def superinit(s,v,attr,owner,base=None):
        e=s.e
        if e.kind.startswith('cfg'):
            if e.name!=attr: pass
            b=base
            if b is None:
                for k in e.owner.__mro__[1:]:
                    if attr in k.__dict__ and is_cfgcls(k) : b=k; break
            if b is None: return None
            if b is PreTrainedConfig or not is_cfgcls(b): nm='PreTrainedConfig'; r=ast.Name(nm,ast.Load())
            else: add_config(b); r=s.qual(b)
            args=[s.rw(a) for a in v.args]; kws=[ast.keyword(k.arg,s.rw(k.value)) for k in v.keywords]
            return ast.Expr(ast.Call(ast.Attribute(r,attr,ast.Load()),[ast.Name('self',ast.Load())]+args,kws))
        if base is None:
            base=None
            for k in e.owner.__mro__[1:]:
                if '__init__' in k.__dict__: base=k; break
        # skip mixins whose init just forwards
        while base is not None and base.__name__ in('BackboneMixin','GradientCheckpointingLayer','GenerationMixin','PushToHubMixin','ModuleUtilsMixin'):
            nx=None
            for k in e.owner.__mro__[e.owner.__mro__.index(base)+1:]:
                if '__init__' in k.__dict__: nx=k;break
            base=nx
        args=v.args; kws=v.keywords
        if e.owner is not None and not is_modcls(e.owner): base=PreTrainedModel
        if base in(nn.Module,object,None) : return None
        if base is PreTrainedModel:
            a=args[0] if args else kws[0].value if kws else None
            if a is None: return None
            if isinstance(a,ast.Starred): return None
            return ast.Assign([ast.Attribute(ast.Name('self',ast.Load()),'config',ast.Store())],s.rw(a),lineno=0)
        if is_torchcls(base):
            kws=[k for k in kws if k.arg not in DROP_KW or any(k.arg in ns for ns in NEED_SELF[e.unit].values()) or k.arg in NEED_ANY[e.unit]]
            if base.__name__ in NOARG: args=[];kws=[]
            r=ast.Name(base.__name__,ast.Load())
            if base.__module__.startswith('torch') and base in (nn.Module,): return None
        elif is_modcls(base): add_module(base); r=s.qual(base)
        else:
            LOGX.setdefault('nonmodule super init',[]).append(str((e,base))); return None
        return ast.Expr(ast.Call(ast.Attribute(r,'__init__',ast.Load()),[ast.Name('self',ast.Load())]+[s.rw(a) for a in args],[ast.keyword(k.arg,s.rw(k.value)) for k in kws]))
    def run(s):
        while True:
            n0=len(s.need)
            out=s.block(s.e.tree.body)
            if len(s.need)==n0: break
        # default args of kept params
        a=copy.deepcopy(s.e.tree.args)
        for x in a.posonlyargs+a.args+a.kwonlyargs+([a.vararg] if a.vararg else [])+([a.kwarg] if a.kwarg else []): x.annotation=None
        a.defaults=[s.rw(x) for x in a.defaults]; a.kw_defaults=[s.rw(x) if x is not None else None for x in a.kw_defaults]
        s.e.args=a; s.e.used=s.need
        for x in out: ast.fix_missing_locations(x)
        return out

def process():
    it=0; DIRTY.add(ALL)
    while True:
        d=set(DIRTY); DIRTY.clear(); it+=1; n=0
        for k,e in list(ENT.items()):
            if e is None or not (ALL in d or e.out is None or e.unit in d): continue
            n+=1
            try: new=Slicer(e).run()
            except Exception as ex:
                import traceback
                log('slicer crash '+type(ex).__name__,(e,str(ex)[:100]))
                if a.debug: traceback.print_exc()
                new=[]; e.args=ast.arguments([],[],None,[],[],None,[]); e.used=set()
            e.out=new
        print('pass',it,n,'of',len(ENT),'entities',len(MODS),'modules',len(CFGS),'configs',len(DIRTY),file=sys.stderr,flush=True)
        if not DIRTY or it>25: break

# ---------------- emission
import atexit
def jl(v):
    try: json.dumps(v); return True
    except Exception: return False
def pylit(v):
    if isinstance(v,(list,tuple)): return '['+', '.join(pylit(x) for x in v)+']' if isinstance(v,list) else '('+''.join(pylit(x)+', ' for x in v)+')'
    if isinstance(v,dict): return '{'+', '.join(f'{pylit(k)}: {pylit(x)}' for k,x in v.items())+'}'
    if isinstance(v,set): return 'set(['+', '.join(pylit(x) for x in v)+'])'
    if isinstance(v,enum.Enum): return pylit(v.value)
    if v is None or isinstance(v,(bool,int,str)): return repr(v)
    if isinstance(v,float): return repr(v) if math.isfinite(v) else f"float('{v}')"
    if is_cfgcls(type(v)): return f'{unit_of(type(v))}.{type(v).__name__}()'
    return 'None'
def is_ctor(e,v):
    if not isinstance(v,ast.Call): return isinstance(v,ast.Subscript) and 'ACT2FN' in ast.unparse(v.value)
    t=ast.unparse(v.func)
    nm=t.split('.')[-1]
    return nm[:1].isupper() or t.endswith('from_config')
def emit_body(e,ind):
    lines=[]
    sp='  '
    def go(stmts,d):
        for st in stmts:
            if isinstance(st,ast.Assign) and len(st.targets)==1 and isinstance(st.targets[0],ast.Attribute) and isinstance(st.targets[0].value,ast.Name) and st.targets[0].value.id==e.selfname and is_ctor(e,st.value) and not e.kind.startswith('cfg'):
                lines.append(sp*d+f'{st.targets[0].attr}: {ast.unparse(st.value)}')
            elif isinstance(st,ast.If):
                lines.append(sp*d+f'if {ast.unparse(st.test)}:'); go(st.body,d+1)
                els=st.orelse
                while len(els)==1 and isinstance(els[0],ast.If):
                    lines.append(sp*d+f'elif {ast.unparse(els[0].test)}:'); go(els[0].body,d+1); els=els[0].orelse
                if els: lines.append(sp*d+'else:'); go(els,d+1)
            elif isinstance(st,ast.For):
                lines.append(sp*d+f'for {ast.unparse(st.target)} in {ast.unparse(st.iter)}:'); go(st.body,d+1)
            elif isinstance(st,ast.FunctionDef):
                lines.append(sp*d+f'def {st.name}({ast.unparse(st.args)}):'); go(st.body,d+1)
            else:
                for l in ast.unparse(st).split('\n'): lines.append(sp*d+l)
    go(e.out,ind); return lines
def argstr(e):
    a=e.args
    s=ast.unparse(a)
    if e.selfname:
        p=s.split(', ',1); s=p[1] if len(p)>1 else ''
    return s
def emit(outdir,roots):
    os.makedirs(outdir,exist_ok=True)
    units=collections.defaultdict(lambda: dict(cfg=[],mod=[],fn=[]))
    for c in CFGS: units[unit_of(c)]['cfg'].append(c)
    owners=set(MODS)|{e.owner for e in ENT.values() if e and e.owner is not None and not is_cfgcls(e.owner)}|set(CLSCONST)
    owners={o for o in owners if not is_cfgcls(o) and o not in(PreTrainedModel,nn.Module) and not any(e.owner is o and e.kind.startswith('cfg') for e in ENT.values() if e)}
    for c in owners: units[unit_of(c)]['mod'].append(c)
    for e in ENT.values():
        if e and e.owner is None: units[e.unit]['fn'].append(e)
    byowner=collections.defaultdict(list)
    for e in ENT.values():
        if e and e.owner is not None: byowner[e.owner].append(e)
    def q(c,u):
        cu,cn=canon(c); return cn if cu==u else f'{cu}.{cn}'
    tot=0
    for u,d in units.items():
        L=[]
        for n,v in CONSTS.get(u,{}).items(): L.append(f'const {n} = {v}')
        for e in sorted(d['fn'],key=lambda e:e.line):
            _,nm=canon(e.fn); L+=['',f'def {nm}({ast.unparse(e.args)})']+(emit_body(e,1) or ['  pass'])
        cfgs=list(d['cfg'])
        if u=='lib': cfgs.append(PreTrainedConfig)
        for c in cfgs:
            bases=[q(b,u) for b in c.__mro__[1:] if is_cfgcls(b) and b is not PreTrainedConfig and b in CFGS]
            mix=[b for b in c.__mro__[1:] if not is_cfgcls(b) and b in byowner and b.__name__!='RotaryEmbeddingConfigMixin']
            h=f'config {canon(c)[1]}'
            if bases: h+=' < '+', '.join(bases)
            L+=['',h]
            if c is not PreTrainedConfig:
                L.append(f'  model_type: {c.model_type!r}')
                if isinstance(c.attribute_map,dict) and c.attribute_map: L.append(f'  alias: {pylit(dict(c.attribute_map))}')
                for k,sc in c.sub_configs_defaults.items():
                    t=q(sc.config_class,u) if is_cfgcls(sc.config_class) else 'auto'
                    L.append(f'  sub {k}: {t} type={sc.model_type!r}'+(' optional' if sc.optional else '')+(f' init={pylit(sc.init_kwargs)}' if sc.init_kwargs else ''))
                am=c.attribute_map if isinstance(c.attribute_map,dict) else {}
                am_t={v for k,v in am.items() if k in set(NEED_CFG[u]).union(*[NEED_CFG[y] for y in CROSS[u]])|NEED_CFG['lib']|NEED_CFG_G}
                xu=set(CROSS[u])
                for _ in range(3):
                    for y in list(xu): xu|=CROSS[y]
                NC=set(NEED_CFG[u]).union(*[NEED_CFG[y] for y in xu])
                need=NC|NEED_CFG['lib']|NEED_CFG_G|am_t|set(c.sub_configs_defaults)|{'tie_word_embeddings','rope_parameters','layer_types'}
                skip={'transformers_version','architectures','output_hidden_states','return_dict','dtype','problem_type','label2id'}
                for f in dataclasses.fields(c):
                    if f.name in skip or (f.name not in need and '*' not in NC): continue
                    if f.name in('chunk_size_feed_forward','id2label') and f.name not in c.__dict__.get('__annotations__',{}): continue
                    if f.name=='is_encoder_decoder' and f.default is False: continue
                    v=f.default if f.default is not dataclasses.MISSING else (f.default_factory() if f.default_factory is not dataclasses.MISSING else None)
                    L.append(f'  {f.name} = {pylit(v)}')
                for nm in sorted(need|{'default_theta','default_rope_type','_rope_type_labels'}):
                    if nm.startswith('__') or nm in('sub_configs_defaults','*') or nm in {f.name for f in dataclasses.fields(c)}|{'model_type','attribute_map','sub_configs','per_layer_config'} : continue
                    v=inspect.getattr_static(c,nm,None)
                    b=inspect.getattr_static(PreTrainedConfig,nm,None)
                    if v is not None and v is not b and not callable(v) and not isinstance(v,(property,staticmethod,classmethod,types.MemberDescriptorType)): L.append(f'  {nm} = {pylit(v)}')
            for e in byowner.get(c,[])+[e for m in mix for e in byowner[m]]+([e for o in byowner if o is not None and o.__name__=='RotaryEmbeddingConfigMixin' for e in byowner[o]] if c is PreTrainedConfig else []):
                k={'cfg':'def','cfgprop':'get','cfgset':'set','cfgstatic':'static'}.get(e.kind,'def')
                L.append(f'  {k} {e.name}({argstr(e)})'); L+=emit_body(e,2) or ['    pass']
        for c in sorted(d['mod'],key=lambda c: (min([e.line for e in byowner.get(c,[])] or [10**9]) if c in byowner else 10**9,canon(c)[1])):
            mro=[q(b,u) for b in c.__mro__[1:] if b in owners]
            tb=[b.__name__ for b in c.__mro__[1:] if is_torchcls(b) and b is not nn.Module]
            ini=next((e for e in byowner.get(c,[]) if e.kind=='init'),None)
            h=f"{'model' if issubclass(c,PreTrainedModel) else 'module'} {canon(c)[1]}"
            if ini: h+=f'({argstr(ini)})'
            if mro or tb: h+=' < '+', '.join(mro+tb)
            L+=['',h]
            if canon(c)[1]!=c.__name__: L.append(f'  class {c.__name__}')
            if issubclass(c,PreTrainedModel):
                cc=getattr(c,'config_class',None)
                if is_cfgcls(cc) and (ini or c in MODS): L.append(f'  config {q(cc,u)}')
                if c._supports_sdpa and c in MODS: L.append('  sdpa')
                if c.base_model_prefix and c in MODS: L.append(f'  base_prefix {c.base_model_prefix}')
                if getattr(c,'_no_placement_params',None) and c in MODS: L.append(f'  no_placement {json.dumps(sorted(c._no_placement_params))}')
                ns=c._no_split_modules
                if ns and c in MODS: L.append(f'  no_split {json.dumps(sorted(ns))}')
                if c._tied_weights_keys and c in MODS and not isinstance(c._tied_weights_keys,property): L.append(f'  tied {json.dumps(c._tied_weights_keys if isinstance(c._tied_weights_keys,dict) else {k:None for k in c._tied_weights_keys})}')
            for n,v in CLSCONST.get(c,{}).items(): L.append(f'  attr {n} = {v}')
            if ini: L+=emit_body(ini,1)
            for e in byowner.get(c,[]):
                if e is ini: continue
                k={'method':'def','static':'static','prop':'get'}.get(e.kind,'def')
                L.append(f'  {k} {e.name}({argstr(e)})'); L+=emit_body(e,2) or ['    pass']
        open(f'{outdir}/{u}.bp','w').write('\n'.join(L).strip()+'\n'); tot+=len(L)
    # entry points
    from transformers.models.auto import modeling_auto as ma
    auto={}
    for n in dir(transformers):
        if n.startswith('AutoModel') or n=='AutoBackbone':
            a=getattr(transformers,n)
            if is_auto(a) and a._model_mapping is not None:
                auto[n]={mt:(cl if isinstance(cl,str) else list(cl)) for mt,cl in a._model_mapping._model_mapping.items()}
    types_={}
    for mt in CONFIG_MAPPING.keys():
        try: cc=CONFIG_MAPPING[mt]
        except Exception: continue
        if cc in CFGS: types_[mt]='.'.join(canon(cc))
    classes={}
    for c in MODS:
        if issubclass(c,PreTrainedModel): classes.setdefault(c.__name__,'.'.join(canon(c)))
    json.dump(dict(transformers=transformers.__version__,types=types_,classes=classes,auto=auto),open(f'{outdir}/index.json','w'),indent=0)
    print('emitted',len(units),'units',tot,'lines',file=sys.stderr)

if __name__=='__main__':
    ap=argparse.ArgumentParser(); ap.add_argument('--only',default=''); ap.add_argument('--out',default='build/blueprints'); ap.add_argument('--classes',default=''); ap.add_argument('--debug',action='store_true')
    a=ap.parse_args()
    from transformers.models.auto import modeling_auto as ma
    names=set()
    for n in dir(ma):
        if n.endswith('_MAPPING_NAMES'):
            for mt,cl in getattr(ma,n).items():
                for c in (cl if isinstance(cl,(tuple,list)) else [cl]):
                    if isinstance(c,str): names.add(c)
    only=set(a.only.split(',')) if a.only else None
    roots=[]
    for n in sorted(names):
        if a.classes and n not in a.classes.split(','): continue
        try: c=getattr(transformers,n)
        except Exception as ex: log('import failed',n); continue
        if not (inspect.isclass(c) and issubclass(c,PreTrainedModel)): continue
        if only and unit_of(c) not in only: continue
        roots.append(c); add_module(c)
    for mt in CONFIG_MAPPING.keys():
        try: c=CONFIG_MAPPING[mt]
        except Exception: continue
        if not only or unit_of(c) in only: add_config(c)
    from transformers.modeling_rope_utils import RotaryEmbeddingConfigMixin as RM
    for nm in('convert_rope_params_to_dict','standardize_rope_params','nested_rope_parameter_keys'): add_entity('cfg',RM,RM.__dict__[nm],nm)
    process()
    emit(a.out,roots)
    for k,v in LOG.most_common(): print(v,k,list(dict.fromkeys(LOGX[k]))[:6],file=sys.stderr)
