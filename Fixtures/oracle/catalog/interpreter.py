"""Blueprint interpreter. Uses only catalog text + config.json dict. `ast` is used purely as the expression/statement parser."""
import ast,json,math,re,os,copy as _copy
class BPError(Exception): pass
class Ret(Exception):
    def __init__(s,v): s.v=v
class Cont(Exception): pass
class Brk(Exception): pass

# ---------------------------------------------------------------- values
class T:                      # abstract tensor
    __slots__=('shape','dtype','kind','persistent','val')
    def __init__(s,shape,dtype='floating',kind='t',persistent=True,val=None): s.shape=tuple(int(x) for x in shape);s.dtype=dtype;s.kind=kind;s.persistent=persistent;s.val=val
class DT:
    def __init__(s,n): s.n=n
class Mod:
    def __init__(s,cls,entry): s.cls=cls;s.entry=entry;s.slots={};s.mods={};s.params={};s.bufs={};s.attrs={};s.seq=None
class ClsRef:
    def __init__(s,e): s.e=e
class Prim:
    def __init__(s,n): s.n=n
class Fn:
    def __init__(s,name,args,body,unit,owner=None,cat=None,env=None,selfv=None): s.name,s.args,s.body,s.unit,s.owner,s.env,s.selfv=name,args,body,unit,owner,env,selfv
class Native:
    def __init__(s,f): s.f=f
class Cfg:
    def __init__(s,e): s.e=e; s.d={}; s.override=None
class PyMod:
    def __init__(s,n): s.n=n
class CfgMap: pass
class Spec:
    def __init__(s,c,t,i): s.config_class,s.model_type,s.init_kwargs=c,t,i
class Sig:
    def __init__(s,p): s.p=p
class LayerView:
    def __init__(s,c): s.c=c

# ---------------------------------------------------------------- catalog
class Entry: pass
def parse_args(src): return ast.parse(f'def f({src}): pass').body[0].args
class Catalog:
    def __init__(s,root):
        s.root=root; s.units={}; s.index=json.load(open(f'{root}/index.json'))
    def unit(s,u):
        if u not in s.units:
            p=f'{s.root}/{u}.bp'
            if not os.path.exists(p): return None
            s.units[u]=s.parse(u,open(p).read())
        return s.units[u]
    def parse(s,u,text):
        out={}; cur=None
        lines=text.split('\n'); i=0
        def block(i,ind):
            b=[]
            while i<len(lines) and (not lines[i].strip() or len(lines[i])-len(lines[i].lstrip())>=ind):
                b.append(lines[i][ind:]); i+=1
            return '\n'.join(b),i
        def body(src): return ast.parse(src).body
        while i<len(lines):
            l=lines[i]
            if not l.strip(): i+=1; continue
            kw,rest=l.split(' ',1)
            e=Entry(); e.unit=u; e.kind=kw
            if kw=='const':
                n,v=rest.split(' = ',1); e.name=n; e.expr=ast.parse(v,mode='eval').body; e.value=None; out[n]=e; i+=1; continue
            if kw=='def':
                n=rest.split('(',1)[0]; e.name=n; a=rest[len(n)+1:-1]
                b,i=block(i+1,2); out[n]=Fn(n,parse_args(a),body(b),u); continue
            # config / module / model
            head,_,bases=rest.partition(' < ')
            e.name=e.disp=head.split('(')[0]; e.args=parse_args(head[len(e.name)+1:-1]) if '(' in head else None
            e.bases=[x.strip() for x in bases.split(',')] if bases else []
            e.sdpa=False;e.attrs={};e.methods={};e.getters={};e.setters={};e.fields={};e.subs={};e.alias={};e.config=None;e.no_split=None;e.base_prefix='';e.no_placement=None;e.tied=None;e.model_type=None
            b,i=block(i+1,2); bl=b.split('\n'); j=0; init=[]
            while j<len(bl):
                x=bl[j]
                m=re.match(r'(def|get|set|static) (\w+)\((.*)\)$',x)
                if m:
                    k=j+1; mb=[]
                    while k<len(bl) and (not bl[k].strip() or bl[k].startswith('  ')): mb.append(bl[k][2:]); k+=1
                    f=Fn(m[2],parse_args(m[3]),body('\n'.join(mb)),u,owner=e); f.static=m[1]=='static'
                    {'def':e.methods,'static':e.methods,'get':e.getters,'set':e.setters}[m[1]][m[2]]=f
                    j=k; continue
                if x.startswith('attr '): n,v=x[5:].split(' = ',1); e.attrs[n]=ast.parse(v,mode='eval').body
                elif x=='sdpa': e.sdpa=True
                elif x.startswith('class '): e.disp=x[6:]
                elif kw=='model' and re.match(r'config [\w.]+$',x): e.config=x[7:]
                elif kw=='model' and x.startswith('no_split '): e.no_split=json.loads(x[9:])
                elif kw=='model' and x.startswith('base_prefix '): e.base_prefix=x[12:]
                elif kw=='model' and x.startswith('no_placement '): e.no_placement=json.loads(x[13:])
                elif kw=='model' and x.startswith('tied '): e.tied=json.loads(x[5:])
                elif kw=='config' and x.startswith('model_type: '): e.model_type=ast.literal_eval(x[12:])
                elif kw=='config' and x.startswith('alias: '): e.alias=ast.literal_eval(x[7:])
                elif kw=='config' and x.startswith('sub '):
                    m=re.match(r"sub (\w+): (\S+) type=('[^']*'|None|\"\")( optional)?(?: init=(.*))?$",x)
                    e.subs[m[1]]=(m[2],ast.literal_eval(m[3]),bool(m[4]),ast.parse(m[5] or '{}',mode='eval').body)
                elif kw=='config' and x.strip():
                    n,v=x.split(' = ',1); e.fields[n]=ast.parse(v,mode='eval').body
                else: init.append(x)
                j+=1
            e.init=body('\n'.join(init)) if kw!='config' else []
            out[e.name]=e
        return out
    def find(s,q,u):
        if '.' in q: u,q=q.split('.',1)
        un=s.unit(u)
        return un.get(q) if un else None

PLAIN=set('''Dropout Dropout1d Dropout2d Dropout3d GELU ReLU ReLU6 SiLU Tanh Sigmoid Identity Softmax LogSoftmax LeakyReLU ELU GLU Hardswish Hardsigmoid Mish Softplus CrossEntropyLoss MSELoss L1Loss
MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d AvgPool3d AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool2d Upsample PixelShuffle PixelUnshuffle Flatten Unflatten ZeroPad2d ConstantPad1d ConstantPad2d
ReflectionPad1d ReflectionPad2d ReplicationPad1d Unfold Fold BCEWithLogitsLoss NLLLoss CosineSimilarity CELU SELU Hardtanh KLDivLoss SmoothL1Loss Softsign LogSigmoid Module _MaxPoolNd LPPool2d LocalResponseNorm Threshold Softmax2d ChannelShuffle HuberLoss CTCLoss BCELoss Softmin PairwiseDistance ConstantPad3d ReplicationPad2d ReplicationPad3d ZeroPad1d'''.split())
def tup(v,n): return tuple(v) if isinstance(v,(list,tuple)) else (v,)*n
def bcast(a,b):
    r=[]; a=list(a); b=list(b); n=max(len(a),len(b)); a=[1]*(n-len(a))+a; b=[1]*(n-len(b))+b
    for x,y in zip(a,b): r.append(y if x==1 else x)
    return tuple(r)
ORDER=['bool','uint8','int8','int16','int32','int64','float16','bfloat16','floating','float32','float64','complex64']
def prom(a,b): return a if ORDER.index(a)>=ORDER.index(b) else b

class Interp:
    def __init__(s,catalog): s.cat=catalog
    # ------------------------------------------------ modules
    def reg(s,m,name,v):
        # torch __setattr__ semantics
        if isinstance(v,T) and v.kind=='param':
            for d in (m.mods,m.bufs,m.attrs): d.pop(name,None)
            m.params[name]=v
        elif isinstance(v,Mod):
            for d in (m.params,m.bufs,m.attrs): d.pop(name,None)
            m.mods[name]=v
        elif isinstance(v,T) and v.kind=='buffer':
            for d in (m.params,m.mods,m.attrs): d.pop(name,None)
            m.bufs[name]=v
        elif name in m.params and v is None: m.params[name]=None
        elif name in m.mods and v is None: m.mods[name]=None
        elif name in m.bufs and (v is None or isinstance(v,T)): m.bufs[name]=T(v.shape,v.dtype,'buffer',m.bufs[name].persistent) if v is not None else None
        else: m.attrs[name]=v
    def prim(s,m,n,a,k):
        fixed=k.get('dtype'); fixed=fixed.n if isinstance(fixed,DT) else 'floating'
        P=lambda *sh: T(sh,fixed,'param')
        g=lambda i,key,d=None: a[i] if len(a)>i else k.get(key,d)
        A=m.attrs
        if n in PLAIN: return
        if n in('Linear','NonDynamicallyQuantizableLinear'):
            i,o,b=g(0,'in_features'),g(1,'out_features'),g(2,'bias',True)
            A.update(in_features=i,out_features=o); m.params['weight']=P(o,i); m.params['bias']=P(o) if b else None
        elif n=='Bilinear':
            i,j,o=g(0,'in1_features'),g(1,'in2_features'),g(2,'out_features'); m.params['weight']=P(o,i,j); m.params['bias']=P(o) if g(3,'bias',True) else None
        elif n in('Embedding','EmbeddingBag'):
            A.update(num_embeddings=g(0,'num_embeddings'),embedding_dim=g(1,'embedding_dim'),padding_idx=g(2,'padding_idx')); m.params['weight']=P(g(0,'num_embeddings'),g(1,'embedding_dim'))
        elif n=='LayerNorm':
            sh=g(0,'normalized_shape'); sh=tup(sh,1); A['normalized_shape']=sh
            ea=g(2,'elementwise_affine',True); b=k.get('bias',True)
            m.params['weight']=P(*sh) if ea else None; m.params['bias']=P(*sh) if ea and b else None
        elif n=='RMSNorm':
            sh=tup(g(0,'normalized_shape'),1); m.params['weight']=P(*sh) if g(2,'elementwise_affine',True) else None
        elif n=='GroupNorm':
            c=g(1,'num_channels'); af=g(3,'affine',True); m.params['weight']=P(c) if af else None; m.params['bias']=P(c) if af else None
        elif n in('BatchNorm1d','BatchNorm2d','BatchNorm3d','SyncBatchNorm','InstanceNorm1d','InstanceNorm2d'):
            c=g(0,'num_features'); inst=n.startswith('Instance'); af=g(3,'affine',not inst); tr=g(4,'track_running_stats',not inst)
            A['num_features']=c
            m.params['weight']=P(c) if af else None; m.params['bias']=P(c) if af else None
            for bn,sh,dt in(('running_mean',(c,),'floating'),('running_var',(c,),'floating'),('num_batches_tracked',(),'int64')): m.bufs[bn]=T(sh,dt,'buffer') if tr else None
        elif re.match(r'Conv(Transpose)?[123]d$',n):
            d=int(n[-2]); i,o,ks=g(0,'in_channels'),g(1,'out_channels'),tup(g(2,'kernel_size'),d)
            tr='Transpose' in n
            gr=k.get('groups',(a[6] if len(a)>6 else 1)); b=k.get('bias',(a[7] if len(a)>7 else True))
            A.update(in_channels=i,out_channels=o,kernel_size=ks,groups=gr,stride=tup(g(3,'stride',1) or 1,d),padding=g(4,'padding',0) if isinstance(g(4,'padding',0),str) else tup(g(4,'padding',0),d),dilation=tup(k.get('dilation',a[5] if len(a)>5 and not tr else 1),d))
            m.params['weight']=P(i,o//gr,*ks) if tr else P(o,i//gr,*ks); m.params['bias']=P(o) if b else None
        elif n=='PReLU': m.params['weight']=P(g(0,'num_parameters',1))
        elif n=='Sequential':
            if len(a)==1 and isinstance(a[0],dict):
                for kk,v in a[0].items(): m.mods[kk]=v
            else:
                for j,v in enumerate(a): m.mods[str(j)]=v
        elif n in('ModuleList','ParameterList'):
            for v in s.iter(g(0,'modules',[]) or []): s.append(m,v)
        elif n in('ModuleDict','ParameterDict'):
            d=g(0,'modules',{}) or {}
            for kk,v in (d.items() if isinstance(d,dict) else s.iter(d)): (m.mods if n=='ModuleDict' else m.params)[kk]=v
        elif n in('LSTM','GRU','RNN'):
            gm={'LSTM':4,'GRU':3,'RNN':1}[n]; i,h,L=g(0,'input_size'),g(1,'hidden_size'),g(2,'num_layers',1); b=g(3,'bias',True); bi=k.get('bidirectional',False); D=2 if bi else 1
            pj=k.get('proj_size',0)
            for l in range(L):
                for d in range(D):
                    sf='_reverse' if d else ''
                    m.params[f'weight_ih_l{l}{sf}']=P(gm*h,i if l==0 else (pj or h)*D); m.params[f'weight_hh_l{l}{sf}']=P(gm*h,pj or h)
                    if b: m.params[f'bias_ih_l{l}{sf}']=P(gm*h); m.params[f'bias_hh_l{l}{sf}']=P(gm*h)
        elif n in('GRUCell','LSTMCell','RNNCell'):
            gm={'LSTMCell':4,'GRUCell':3,'RNNCell':1}[n]; i,h=g(0,'input_size'),g(1,'hidden_size'); m.params['weight_ih']=P(gm*h,i); m.params['weight_hh']=P(gm*h,h)
            m.params['bias_ih']=P(gm*h) if g(2,'bias',True) else None; m.params['bias_hh']=P(gm*h) if g(2,'bias',True) else None
        elif n=='MultiheadAttention':
            e,b=g(0,'embed_dim'),g(3,'bias',True); kd,vd=k.get('kdim') or e,k.get('vdim') or e
            if kd==e and vd==e: m.params['in_proj_weight']=P(3*e,e); 
            else: m.params['q_proj_weight']=P(e,e);m.params['k_proj_weight']=P(e,kd);m.params['v_proj_weight']=P(e,vd)
            m.params['in_proj_bias']=P(3*e) if b else None
            m.mods['out_proj']=s.newprim('NonDynamicallyQuantizableLinear',[e,e,b],{})
        elif n=='Transformer' or n.startswith('Transformer'): raise BPError('prim '+n)
        else: raise BPError('unknown primitive '+n)
    def newprim(s,n,a,k,cls=None):
        m=Mod(n,None); s.prim(m,n,a,k); return m
    def append(s,m,v):
        n=str(len(m.mods)+len(m.params))
        if isinstance(v,T): m.params[n]=T(v.shape,v.dtype,'param')
        else: m.mods[n]=v
    def mro(s,e):
        return [e]+[x for x in (s.cat.find(b,e.unit) for b in e.bases) if isinstance(x,Entry)]
    def construct(s,e,a,k):
        m=Mod(e.disp,e)
        if e.kind=='model':
            c=a[0] if a else k.get('config')
            if isinstance(c,Cfg): c.d.setdefault('_attn_impl','sdpa' if e.sdpa else 'eager')
        s.init(m,e,a,k)
        if e.kind=='model': s.post_init(m)
        return m
    def init(s,m,e,a,k):
        for b in s.mro(e):
            if b.args is not None:
                env=s.bind(b.args,a,k,b.unit,{}); env['self']=m; env['__unit__']=b.unit
                try: s.run(b.init,env)
                except Ret: pass
                return
        for b in e.bases:
            if s.cat.find(b,e.unit) is None: return s.prim(m,b,a,k)
        if e.kind=='model' and (a or 'config' in k): m.attrs['config']=a[0] if a else k['config']
    def post_init(s,m):
        e=m.entry; cfg=m.attrs.get('config')
        tied={}
        mytied=e.tied
        if '_tied_weights_keys' in m.attrs: mytied=m.attrs['_tied_weights_keys']
        for b in s.mro(e):
            if '_tied_weights_keys' in b.getters: mytied=s.callfn(b.getters['_tied_weights_keys'],[],{},selfv=m); break
        if mytied and isinstance(cfg,Cfg) and s.truth(s.cget(cfg,'tie_word_embeddings',False)): tied=s.expand(m,mytied)
        m.no_split=set(e.no_split or [])
        for n,c in m.mods.items():
            if c is None: continue
            for kk,v in getattr(c,'tied',{}).items(): tied[f'{n}.{kk}']=f'{n}.{v}'
            m.no_split|=getattr(c,'no_split',set())
        m.tied=tied
        for d,src in tied.items():
            try:
                dp,_,dn=d.rpartition('.'); sp,_,sn=src.rpartition('.'); S=s.sub(m,sp) if sp else m; D=s.sub(m,dp) if dp else m
            except (KeyError,AttributeError): continue
            if sn in S.params and dn in D.params: D.params[dn]=S.params[sn]
    def expand(s,m,mp):
        cc=re.compile(r"^[A-Za-z0-9_\.]+(weight)|(bias)$")
        if all(cc.match(x) for x in list(mp)+list(mp.values())): return dict(mp)
        names=[n for n,_ in s.nparams(m)]+[n for n,_ in s.nbufs(m)]
        names=sorted(set(names)); out={}
        for t,src in mp.items():
            S=[x for x in names if re.search('^'+src,x)]; D=[x for x in names if re.search('^'+t,x)]
            if not S or not D or len(D)%len(S): raise BPError(f'tie {src} {t}')
            for j,d in enumerate(D):
                q=S[j%len(S)]; out[d]=out.get(q,q)
        return out
    def nmods(s,m,p=''):
        yield p,m
        for n,c in m.mods.items():
            if c is not None: yield from s.nmods(c,(p+'.' if p else '')+n)
    def nparams(s,m):
        for p,x in s.nmods(m):
            for n,t in x.params.items():
                if t is not None: yield (p+'.' if p else '')+n,t
    def nbufs(s,m):
        for p,x in s.nmods(m):
            for n,t in x.bufs.items():
                if t is not None: yield (p+'.' if p else '')+n,t
    # ------------------------------------------------ config
    def mkconfig(s,e,d):
        c=Cfg(e); d=dict(d)
        init=None
        for b in s.mro(e):
            if '__init__' in b.methods: init=b.methods['__init__']; break
        if init is not None:
            s.callfn(init,[],d,selfv=c); return c
        fields={}
        for b in reversed(s.mro(e)):
            for n,x in b.fields.items(): fields[n]=(x,b.unit)
        kw=dict(d); al=s.alias(e)
        for n,(x,u) in fields.items():
            if n in kw: v=_copy.deepcopy(kw.pop(n))
            else: v=s.ev(x,{'__unit__':u})
            s.cset(c,n,v)
        # every dataclass field listed, the rest are extra kwargs
        s.cfg_post(c,e,kw)
        return c
    def alias(s,e):
        r={}
        for b in reversed(s.mro(e)): r.update(b.alias)
        return r
    def cfg_post(s,c,e,kw):
        for b in s.mro(e):
            if '__post_init__' in b.methods: s.callfn(b.methods['__post_init__'],[],kw,selfv=c); return
        s.base_post(c,kw)
    def base_post(s,c,kw):
        e=c.e
        subs={}
        for b in reversed(s.mro(e)): subs.update({k:(v,b.unit) for k,v in b.subs.items()})
        for key,((cn,mt,opt,init),u) in subs.items():
            v=s.cget(c,key,None)
            if v is None and opt: continue
            if isinstance(v,Cfg): continue
            if key=='backbone_config':
                kw.pop('use_timm_backbone',None); bk=kw.pop('backbone_kwargs',{}); bb=kw.pop('backbone',None); kw.pop('use_pretrained_backbone',None)
                if v is None and bb is not None: raise BPError('hub backbone')
                if v is None: v=s.config_for(mt,s.ev(init,{'__unit__':u}))
                else: v=s.config_for(v.get('model_type'),v)
                s.cset(c,key,v); continue
            ini=s.ev(init,{'__unit__':u})
            if v is None: d=ini
            else: d=v
            if cn=='auto':
                ty=v.get('model_type',mt) if v is not None else mt
                s.cset(c,key,s.config_for(ty,d))
            else: s.cset(c,key,s.mkconfig(s.cat.find(cn,u),d))
        kw.pop('torch_dtype',None); kw.pop('dtype',None)
        if c.d.get('id2label') is None:
            n=kw.get('num_labels'); n=2 if n is None and 'id2label' not in kw else n
            if kw.get('id2label') is not None: c.d['id2label']=kw.pop('id2label')
            else: c.d['id2label']={i:f'LABEL_{i}' for i in range(n or 2)}
        kw.pop('id2label',None);kw.pop('label2id',None);kw.pop('num_labels',None)
        if 'rope_parameters' in c.d or (kw.get('rope_scaling') and kw.get('rope_theta')):
            kw=s.call(s.getattr(c,'convert_rope_params_to_dict'),[],kw)
        for x in ('name_or_path','_commit_hash','output_attentions','attn_implementation','experts_implementation','transformers_version','architectures'): kw.pop(x,None)
        plc=kw.pop('per_layer_config',None)
        for n,v in kw.items():
            if n.startswith('_attn') or n=='model_type': continue
            try: s.cset(c,n,v)
            except BPError: pass
        if plc is not None: s.cset(c,'per_layer_config',plc)
        mp={"mamba":"linear_attention","attention":"full_attention","deepseek_sparse_attention":"indexed_attention","qwen_sparse_attention":"indexed_attention"}
        for n in('layer_types','mtp_layer_types'):
            v=s.cget(c,n,None)
            if v is not None and any(x in mp for x in v): s.cset(c,n,[mp.get(x,x) for x in v])
    def create_sub(s,spec,key,sub=None,**kw):
        if isinstance(sub,Cfg): return sub,kw
        if key=='backbone_config':
            for x in('use_timm_backbone','backbone_kwargs','use_pretrained_backbone'): kw.pop(x,None)
            if kw.pop('backbone',None) is not None and sub is None: raise BPError('hub backbone')
            return (s.config_for(spec.model_type,spec.init_kwargs) if sub is None else s.config_for(sub.get('model_type'),sub)),kw
        if isinstance(spec.config_class,ClsRef): return s.mkconfig(spec.config_class.e,spec.init_kwargs if sub is None else sub),kw
        return s.config_for((sub or {}).get('model_type',spec.model_type),spec.init_kwargs if sub is None else sub),kw
    def config_for(s,mt,d):
        q=s.cat.index['types'].get(mt)
        if q is None: raise BPError(f'unknown model_type {mt}')
        e=s.cat.find(q,'lib')
        if e is None: raise BPError(f'config missing {q}')
        return s.mkconfig(e,d)
    MISSING=object()
    def cget(s,c,n,default=MISSING):
        n=s.alias(c.e).get(n,n)
        for b in s.mro(c.e):
            if n in b.getters: return s.callfn(b.getters[n],[],{},selfv=c)
        if n in c.d: return c.d[n]
        if n=='num_labels': return len(c.d['id2label']) if c.d.get('id2label') is not None else None
        if n=='model_type': return next((b.model_type for b in s.mro(c.e) if b.model_type is not None),'')
        if n in('_attn_implementation','_attn_implementation_internal'): return c.d.get('_attn_impl')
        if n=='id2label': return None
        if n=='sub_configs_defaults':
            r={}
            for b in reversed(s.mro(c.e)): r.update({k:Spec(ClsRef(s.cat.find(v[0],b.unit)) if v[0]!='auto' else PyMod('AutoConfig'),v[1],s.ev(v[3],{'__unit__':b.unit})) for k,v in b.subs.items()})
            return r
        if n=='update': return Native(lambda a,k: [s.cset(c,x,y) for x,y in a[0].items()])
        if n=='is_heterogeneous': return c.override is not None
        if n=='per_layer_config': return LayerView(c)
        if n in('rope_scaling',) and 'rope_parameters' in c.d: return c.d['rope_parameters']
        if n in('is_encoder_decoder','output_hidden_states','output_attentions'): return False
        if n in('chunk_size_feed_forward',): return 0
        if n in('use_return_dict','return_dict'): return True
        if n in('dtype','torch_dtype','_experts_implementation','problem_type'): return None
        if n=='default_theta': return 10000.0
        if n=='default_rope_type': return 'default'
        if n=='ignore_keys_at_rope_validation': return set()
        if n=='name_or_path' or n=='_name_or_path': return ''
        if n=='sub_configs':
            r={}
            for b in reversed(s.mro(c.e)): r.update({k:(ClsRef(s.cat.find(v[0],b.unit)) if v[0]!='auto' else PyMod('AutoConfig')) for k,v in b.subs.items()})
            return r
        for b in s.mro(c.e):
            if n in b.methods: return Fn(n,b.methods[n].args,b.methods[n].body,b.unit,b,selfv=None if b.methods[n].static else c)
        if n=='get_text_config': return Native(lambda a,k: s.text_config(c,**k))
        if n=='__setattr__': return Native(lambda a,k: s.cset(c,a[0],a[1]))
        if n=='to_dict': return Native(lambda a,k: dict(c.d))
        pc=s.cat.find('lib.PreTrainedConfig','lib')
        if pc and n in pc.methods: return Fn(n,pc.methods[n].args,pc.methods[n].body,'lib',pc,selfv=c)
        if default is Interp.MISSING: raise BPError(f'config attr {c.e.name}.{n}')
        return default
    def text_config(s,c,decoder=None,encoder=None):
        both=decoder==encoder; dec=('decoder','generator','text_config'); enc=('text_encoder',)
        names=enc+dec if both else dec if decoder else enc
        ok=[n for n in names if isinstance(s.cget(c,n,None),Cfg)]
        if len(ok)>1: raise BPError('ambiguous text config')
        if ok: return s.cget(c,ok[0])
        if not both and s.cget(c,'is_encoder_decoder',False):
            r=_copy.deepcopy(c); p='decoder' if decoder else 'encoder'
            for k in list(r.d):
                if k.startswith(p) and k!=p:
                    nk='num_hidden_layers' if k==p+'_layers' else 'num_attention_heads' if k==p+'_attention_heads' else k[len(p)+1:]
                    r.d[s.alias(c.e).get(nk,nk)]=r.d.pop(k)
            return r
        return c
    def cset(s,c,n,v):
        n=s.alias(c.e).get(n,n)
        for b in s.mro(c.e):
            if n in b.setters: return s.callfn(b.setters[n],[v],{},selfv=c)
        if n=='num_labels':
            if v is not None: c.d['id2label']={i:'' for i in range(v)}
            return
        if n=='rope_scaling': n='rope_parameters'
        if n=='per_layer_config':
            if v is not None: s.hetero(c,v)
            return
        for b in s.mro(c.e):
            if n in b.getters: raise BPError('readonly '+n)
        c.d[n]=v
    def hetero(s,c,plc):
        ov={}
        for i,o in plc.items():
            o={k:v for k,v in o.items() if not (k in c.d and c.d[k]==v)}
            if o: ov[int(i)]=o
        c.override=ov
    def layer_cfg(s,c,i):
        if c.override is None: return c
        if isinstance(i,str): i=s.cget(c,'layer_types').index(i)
        if i<0: i+=s.cget(c,'num_hidden_layers')
        r=Cfg(c.e); r.d=dict(c.d); r.override=None
        r.d['skip']=c.override.get(i,{}).get('skip',[])
        for k,v in c.override.get(i,{}).items():
            if k!='skip': s.cset(r,k,v)
        return r
    # ------------------------------------------------ functions
    def bind(s,args,a,k,unit,env0):
        env=dict(env0); names=[x.arg for x in args.posonlyargs+args.args]; k=dict(k)
        d0=len(names)-len(args.defaults)
        for i,n in enumerate(names):
            if i<len(a): env[n]=a[i]
            elif n in k: env[n]=k.pop(n)
            elif i>=d0: env[n]=s.ev(args.defaults[i-d0],{'__unit__':unit})
            else: raise BPError(f'missing arg {n}')
        for x,dv in zip(args.kwonlyargs,args.kw_defaults):
            if x.arg in k: env[x.arg]=k.pop(x.arg)
            elif dv is not None: env[x.arg]=s.ev(dv,{'__unit__':unit})
        if args.vararg: env[args.vararg.arg]=tuple(a[len(names):])
        if args.kwarg: env[args.kwarg.arg]=k
        return env
    def callfn(s,f,a,k,selfv=None):
        env=s.bind(f.args,a,k,f.unit,f.env or {})
        if selfv is not None: env['self']=selfv
        elif f.selfv is not None: env['self']=f.selfv
        env['__unit__']=f.unit; env['__owner__']=f.owner
        if isinstance(f.body,ast.AST): return s.ev(f.body,env)
        try: s.run(f.body,env)
        except Ret as r: return r.v
    def call(s,f,a,k):
        if isinstance(f,Fn): return s.callfn(f,a,k)
        if isinstance(f,Native): return f.f(a,k)
        if isinstance(f,ClsRef):
            if f.e.kind=='config': return s.mkconfig(f.e,k)
            return s.construct(f.e,a,k)
        if isinstance(f,Prim):
            if f.n in('Parameter','Buffer'):
                t=a[0] if a else k.get('data')
                if t is None: return T((0,),'floating','param')
                return T(t.shape,t.dtype,'param' if f.n=='Parameter' else 'buffer',(a[1] if len(a)>1 else k.get('persistent',True)))
            return s.newprim(f.n,a,k)
        if isinstance(f,DT): return f
        if isinstance(f,Mod): # calling a module: not structural
            raise BPError('module call '+f.cls)
        raise BPError(f'not callable {f!r}')
    # ------------------------------------------------ statements
    def run(s,body,env):
        for st in body:
            t=type(st)
            if t is ast.Assign:
                v=s.ev(st.value,env)
                for x in st.targets: s.assign(x,v,env)
            elif t is ast.AnnAssign: s.reg(env['self'],st.target.id,s.ev(st.annotation,env))
            elif t is ast.AugAssign:
                v=s.binop(type(st.op).__name__,s.ev(s.load(st.target),env),s.ev(st.value,env)); s.assign(st.target,v,env)
            elif t is ast.Expr: s.ev(st.value,env)
            elif t is ast.If: s.run(st.body if s.truth(s.ev(st.test,env)) else st.orelse,env)
            elif t is ast.For:
                for v in s.iter(s.ev(st.iter,env)):
                    s.assign(st.target,v,env)
                    try: s.run(st.body,env)
                    except Cont: continue
                    except Brk: break
            elif t is ast.While:
                n=0
                while s.truth(s.ev(st.test,env)):
                    n+=1
                    if n>100000: raise BPError('while')
                    try: s.run(st.body,env)
                    except Cont: continue
                    except Brk: break
            elif t is ast.Return: raise Ret(s.ev(st.value,env) if st.value is not None else None)
            elif t is ast.Continue: raise Cont()
            elif t is ast.Break: raise Brk()
            elif t is ast.Pass: pass
            elif t is ast.FunctionDef: env[st.name]=Fn(st.name,st.args,st.body,env['__unit__'],env=env)
            elif t is ast.Delete:
                for x in st.targets:
                    if isinstance(x,ast.Attribute):
                        o=s.ev(x.value,env)
                        if isinstance(o,Mod): 
                            for d in(o.mods,o.params,o.bufs,o.attrs): d.pop(x.attr,None)
                        elif isinstance(o,Cfg): o.d.pop(x.attr,None)
                    elif isinstance(x,ast.Subscript):
                        o=s.ev(x.value,env); i=s.ev(x.slice,env)
                        if isinstance(o,Mod): o.mods.pop(str(i),None)
                        else: del o[i]
            else: raise BPError('stmt '+t.__name__)
    def load(s,t):
        t=_copy.copy(t); t.ctx=ast.Load(); return t
    def assign(s,t,v,env):
        if isinstance(t,ast.Name): env[t.id]=v
        elif isinstance(t,ast.Attribute):
            o=s.ev(t.value,env); s.setattr(o,t.attr,v)
        elif isinstance(t,(ast.Tuple,ast.List)):
            vs=list(s.iter(v)); st=[i for i,x in enumerate(t.elts) if isinstance(x,ast.Starred)]
            if st:
                i=st[0]; after=len(t.elts)-i-1
                for x,y in zip(t.elts[:i],vs): s.assign(x,y,env)
                s.assign(t.elts[i].value,vs[i:len(vs)-after],env)
                for x,y in zip(t.elts[i+1:],vs[len(vs)-after:]): s.assign(x,y,env)
            else:
                if len(vs)!=len(t.elts): raise BPError('unpack')
                for x,y in zip(t.elts,vs): s.assign(x,y,env)
        elif isinstance(t,ast.Subscript):
            o=s.ev(t.value,env); 
            if isinstance(o,T): return
            i=s.ev(t.slice,env)
            if isinstance(o,Mod): o.mods[str(i)]=v
            elif isinstance(o,(dict,list)): o[i]=v
            else: raise BPError('setitem')
    def setattr(s,o,n,v):
        if isinstance(o,Mod):
            for b in (s.mro(o.entry) if o.entry else []):
                if n in b.setters: return s.callfn(b.setters[n],[v],{},selfv=o)
            s.reg(o,n,v)
        elif isinstance(o,Cfg): s.cset(o,n,v)
        elif isinstance(o,T): pass
        else: raise BPError(f'setattr {type(o).__name__}.{n}')
    def truth(s,v):
        if isinstance(v,(Mod,T,Cfg,ClsRef,Fn,Prim)):
            if isinstance(v,Mod) and v.cls in('ModuleList','Sequential','ModuleDict'): return len(v.mods)>0
            if isinstance(v,T): return bool(v.val) if v.val is not None and not isinstance(v.val,list) else True
            return True
        return bool(v)
    def iter(s,v):
        if isinstance(v,dict): return list(v)
        if isinstance(v,Mod): 
            if s.base(v)=='ModuleDict': return list(v.mods)
            return list(v.mods.values())
        if isinstance(v,T): 
            if not v.shape: raise BPError('iter 0d')
            if isinstance(v.val,list): return [T((),v.dtype,val=x) for x in v.val]
            return [T(v.shape[1:],v.dtype) for _ in range(v.shape[0])]
        if isinstance(v,LayerView): return [s.layer_cfg(v.c,i) for i in range(s.cget(v.c,'num_hidden_layers'))]
        if isinstance(v,Cfg): return list(v.d)
        if v is None or isinstance(v,(int,float,Fn)): raise BPError(f'iter {v!r}')
        return list(v)
    def base(s,m):
        if m.entry is None: return m.cls
        for b in s.mro(m.entry):
            for x in b.bases:
                if s.cat.find(x,b.unit) is None: return x
        return 'Module'
    # ------------------------------------------------ expressions
    def ev(s,n,env):
        return getattr(s,'e_'+type(n).__name__,s.e_bad)(n,env)
    def e_bad(s,n,env): raise BPError('expr '+type(n).__name__)
    def e_Constant(s,n,env): return n.value
    def e_Name(s,n,env):
        if n.id in env: return env[n.id]
        return s.glob(n.id,env.get('__unit__','lib'))
    def glob(s,n,u):
        x=s.cat.find(n,u)
        if x is not None: return s.entval(x)
        if n=='CONFIG_MAPPING': return CfgMap()
        if n=='signature': return Native(lambda a,k: Sig({f:None for b in s.mro(a[0].entry) for f in b.fields}))
        if n in BUILTIN: return Native(lambda a,k: BUILTIN[n](s,a,k))
        if n in TYPES: return TYPES[n]
        if n in('torch','math','np','nn','F','functools','operator','itertools'): return PyMod(n)
        if n.startswith('Auto'): return PyMod(n)
        if n=='PreTrainedConfig': return PyMod(n)
        if s.cat.unit(n) is not None and not n[:1].isupper(): return PyMod('unit:'+n)
        if n.startswith('unsupported') or n.startswith('record_'): raise BPError(n)
        return Prim(n)
    def entval(s,x):
        if isinstance(x,Fn): return x
        if x.kind=='const':
            if x.value is None: x.value=s.ev(x.expr,{'__unit__':x.unit})
            return x.value
        return ClsRef(x)
    def e_Attribute(s,n,env):
        if isinstance(n.value,ast.Name) and n.value.id not in env:
            un=s.cat.unit(n.value.id)
            if un and n.attr in un and n.value.id not in s.cat.unit(env.get('__unit__','lib')): return s.entval(un[n.attr])
        return s.getattr(s.ev(n.value,env),n.attr)
    def getattr(s,o,n,default=MISSING):
        try: return s.getattr_(o,n)
        except BPError:
            if default is Interp.MISSING: raise
            return default
    def getattr_(s,o,n):
        if isinstance(o,Cfg): return s.cget(o,n)
        if isinstance(o,Mod):
            for d in(o.mods,o.params,o.bufs,o.attrs):
                if n in d: return d[n]
            if o.entry:
                for b in s.mro(o.entry):
                    if n in b.getters: return s.callfn(b.getters[n],[],{},selfv=o)
                    if n in b.methods: f=b.methods[n]; return Fn(n,f.args,f.body,f.unit,b,selfv=None if f.static else o)
                    if n in b.attrs: return s.ev(b.attrs[n],{'__unit__':b.unit})
            if n in MODM: return Native(lambda a,k: MODM[n](s,o,a,k))
            if n=='__class__': return ClsRef(o.entry) if o.entry else Prim(o.cls)
            if n=='device': return 'meta'
            if n=='dtype': return DT('floating')
            if n=='training': return True
            if n=='_modules': return o.mods
            if n=='_parameters': return o.params
            if n=='_buffers': return o.bufs
            if n=='stage_names' and isinstance(o.attrs.get('config'),Cfg): return s.cget(o.attrs['config'],n)
            if n in('out_features','out_indices') and isinstance(o.attrs.get('config'),Cfg): return s.cget(o.attrs['config'],'_'+n)
            raise BPError(f'module attr {o.cls}.{n}')
        if isinstance(o,T):
            if n=='shape': return list(o.shape)
            if n=='dtype': return DT(o.dtype)
            if n in('data','real','imag'): return T(o.shape,o.dtype)
            if n=='T': return T(o.shape[::-1],o.dtype)
            if n=='device': return 'meta'
            if n=='ndim': return len(o.shape)
            if n in TM: return Native(lambda a,k: TM[n](s,o,a,k))
            raise BPError('tensor method '+n)
        if isinstance(o,PyMod):
            if o.n=='torch': 
                if n in ORDER: return DT(n)
                if n in('long','int','half','float','double','short'): return DT({'long':'int64','int':'int32','half':'float16','float':'float32','double':'float64','short':'int16'}[n])
                if n=='pi': return math.pi
                if n in TF: return Native(lambda a,k: TF[n](s,a,k))
                if n=='Tensor': return Native(lambda a,k: T(tuple(a) if a and isinstance(a[0],int) else s.tshape(a[0])) )
                raise BPError('torch.'+n)
            if o.n in('math','np'):
                if n in MATHC: return MATHC[n]
                f=MATHF.get(n)
                if f is None: raise BPError(f'{o.n}.{n}')
                return Native(lambda a,k: f(s,a,k))
            if o.n.startswith('Auto') and n in('from_config','_from_config'): return Native(lambda a,k: s.auto(o.n,*a,**k))
            if o.n=='AutoConfig' and n=='for_model': return Native(lambda a,k: s.config_for(a[0],k))
            if o.n.startswith('unit:'): raise BPError(f'no {o.n}.{n}')
            if o.n=='PreTrainedConfig':
                if n=='__post_init__': return Native(lambda a,k: s.base_post(a[0],k))
                if n=='__init__': return Native(lambda a,k: s.base_post(a[0],k))
            if o.n=='itertools' and n=='cycle': return Native(lambda a,k: __import__('itertools').cycle(s.iter(a[0])))
            if o.n=='itertools' and n=='product': return Native(lambda a,k: list(__import__('itertools').product(*[s.iter(x) for x in a],**k)))
            if o.n=='itertools' and n in('chain','accumulate','pairwise'): return Native(lambda a,k: list(getattr(__import__('itertools'),n)(*[s.iter(x) for x in a])))
            if o.n=='nn': return Prim(n)
            if o.n=='F' and n=='pad': return Native(f_pad)
            if o.n=='F': return Native(lambda a,k: T(a[0].shape if a else (),a[0].dtype))
            raise BPError(f'{o.n}.{n}')
        if isinstance(o,ClsRef):
            e=o.e
            if n in('_from_config','from_config'): return Native(lambda a,k: s.construct(e,a,k))
            if n=='__name__': return e.disp
            if n=='from_dict': return Native(lambda a,k: s.mkconfig(e,a[0]))
            if n=='__init__':
                f=Native(lambda a,k: s.init(a[0],e,a[1:],k)); f.entry=e; return f
            if n=='__post_init__': 
                def f(a,k): s.cfg_post(a[0],e,k)
                return Native(f)
            for b in s.mro(e):
                if n in b.methods:
                    f=b.methods[n]
                    if f.static: return Fn(n,f.args,f.body,f.unit,b)
                    return Native(lambda a,k: s.callfn(f,a[1:],k,selfv=a[0]) if a and isinstance(a[0],(Mod,Cfg)) and e.kind!='config' else s.callfn(f,a,k,selfv=o))
                if n in b.attrs: return s.ev(b.attrs[n],{'__unit__':b.unit})
                if n in b.fields: return s.ev(b.fields[n],{'__unit__':b.unit})
            if n=='model_type': return e.model_type
            raise BPError(f'class attr {e.name}.{n}')
        if isinstance(o,Prim):
            if n=='__init__': return Native(lambda a,k: s.prim(a[0],o.n,a[1:],k))
            if n=='__name__': return o.n
            if o.n in('parametrizations','utils') : return Prim(n)
            raise BPError(f'prim attr {o.n}.{n}')
        if isinstance(o,Sig) and n=='parameters': return o.p
        if isinstance(o,Spec):
            if n=='create_subconfig': return Native(lambda a,k: s.create_sub(o,*a,**k))
            return getattr(o,n)
        if isinstance(o,DT): raise BPError('dtype attr')
        if isinstance(o,str) and n in STRM: return Native(lambda a,k: getattr(o,n)(*a,**k))
        if isinstance(o,dict) and n in DICTM: return Native(lambda a,k: list(getattr(o,n)()) if n in('keys','values','items') else getattr(o,n)(*a,**k))
        if isinstance(o,list) and n=='tolist': return Native(lambda a,k: o)
        if isinstance(o,list) and n in LISTM: return Native(lambda a,k: getattr(o,n)(*[s.iter(x) if n=='extend' else x for x in a],**k))
        if isinstance(o,tuple) and n in('index','count'): return Native(lambda a,k: getattr(o,n)(*a))
        if isinstance(o,set) and n in('add','update','union','discard','remove','intersection','difference','issubset'): return Native(lambda a,k: getattr(o,n)(*a))
        if isinstance(o,Native) and n=='__name__': return '?'
        if isinstance(o,type) and n=='__name__': return o.__name__
        raise BPError(f'attr {type(o).__name__}.{n}')
    def auto(s,name,config=None,**k):
        mt=s.cget(config,'model_type'); tab=s.cat.index['auto'].get(name)
        if tab is None: raise BPError('no auto '+name)
        # model types are keyed by config class: find the type whose config class is this one
        q=f'{config.e.unit}.{config.e.name}'
        cands=[t for t,c in s.cat.index['types'].items() if c==q and t in tab]
        if mt in tab and mt in cands: pick=mt
        elif cands: pick=cands[0]
        elif mt in tab: pick=mt
        else: raise BPError(f'{name} has no {mt}')
        cn=tab[pick]
        if isinstance(cn,list):
            ar=s.cget(config,'architectures',None) or []
            cn=next((x for x in ar if x in cn),cn[0])
        cq=s.cat.index['classes'].get(cn)
        if cq is None: raise BPError('class missing '+str(cn))
        e=s.cat.find(cq,'lib')
        subs={}
        for b in reversed(s.mro(config.e)): subs.update({kk:(v[0],b.unit) for kk,v in b.subs.items()})
        tc=subs.get('text_config')
        if tc is not None and tc[0]!='auto':
            te=s.cat.find(*tc)
            if e.config and s.cat.find(e.config,e.unit) is te: config=s.text_config(config)
        return s.construct(e,[config],{kk:v for kk,v in k.items() if kk not in('attn_implementation','dtype','torch_dtype','trust_remote_code')})
    def e_Call(s,n,env):
        f=n.func
        if isinstance(f,ast.Name) and f.id=='super' or (isinstance(f,ast.Attribute) and isinstance(f.value,ast.Call) and isinstance(f.value.func,ast.Name) and f.value.func.id=='super'):
            a,k=s.args(n,env); o=env['self']; own=env.get('__owner__')
            e=o.e if isinstance(o,Cfg) else o.entry
            m=s.mro(e); i=m.index(own) if own in m else 0
            for b in m[i+1:]:
                if f.attr in b.methods: return s.callfn(b.methods[f.attr],a,k,selfv=o)
            if isinstance(o,Cfg):
                if f.attr in('__post_init__','__init__'): return s.base_post(o,k)
                pc=s.cat.find('lib.PreTrainedConfig','lib')
                if pc and f.attr in pc.methods: return s.callfn(pc.methods[f.attr],a,k,selfv=o)
                if f.attr=='to_dict': return dict(o.d)
            raise BPError('super.'+f.attr)
        if isinstance(f,ast.Name) and f.id=='getattr' and len(n.args)==3:
            o=s.ev(n.args[0],env); nm=s.ev(n.args[1],env)
            d=s.ev(n.args[2],env)
            return s.getattr(o,nm,d)
        fv=s.ev(f,env); a,k=s.args(n,env)
        return s.call(fv,a,k)
    def args(s,n,env):
        a=[]
        for x in n.args:
            if isinstance(x,ast.Starred): a.extend(s.iter(s.ev(x.value,env)))
            else: a.append(s.ev(x,env))
        k={}
        for x in n.keywords:
            v=s.ev(x.value,env)
            if x.arg is None: k.update(v if isinstance(v,dict) else v.d)
            else: k[x.arg]=v
        return a,k
    def e_BinOp(s,n,env): return s.binop(type(n.op).__name__,s.ev(n.left,env),s.ev(n.right,env))
    def binop(s,op,a,b):
        if isinstance(a,T) or isinstance(b,T):
            sa=a.shape if isinstance(a,T) else (); sb=b.shape if isinstance(b,T) else ()
            if op=='MatMult': return T(sa[:-1]+sb[-1:],a.dtype)
            def dt(x): return x.dtype if isinstance(x,T) else 'int' if isinstance(x,int) else 'float'
            da,db=dt(a),dt(b)
            if isinstance(a,T) and isinstance(b,T): d=prom(da,db)
            else:
                d=da if isinstance(a,T) else db; o=db if isinstance(a,T) else da
                if o=='float' and not d.startswith(('float','bfloat','complex')): d='floating'
            if op=='Div' and not d.startswith(('float','bfloat','complex')): d='floating'
            return T(bcast(sa,sb),d)
        try:
            if op=='Add':
                if isinstance(a,Mod) or isinstance(b,Mod): return s.newprim('ModuleList',[s.iter(a)+s.iter(b)],{})
                return a+b
            if op=='Sub': return a-b
            if op=='Mult': return a*b
            if op=='Div': return a/b
            if op=='FloorDiv': return a//b
            if op=='Mod': return a%b
            if op=='Pow': return a**b
            if op=='BitOr': return a|b
            if op=='BitAnd': return a&b
            if op=='LShift': return a<<b
            if op=='RShift': return a>>b
        except TypeError as e: raise BPError(f'binop {op}: {e}')
        raise BPError('binop '+op)
    def e_UnaryOp(s,n,env):
        v=s.ev(n.operand,env); t=type(n.op)
        if t is ast.Not: return not s.truth(v)
        if isinstance(v,T): return T(v.shape,v.dtype)
        return -v if t is ast.USub else +v if t is ast.UAdd else ~v
    def e_BoolOp(s,n,env):
        v=None
        for x in n.values:
            v=s.ev(x,env)
            if s.truth(v)!=isinstance(n.op,ast.And): return v
        return v
    def e_Compare(s,n,env):
        l=s.ev(n.left,env)
        for op,r in zip(n.ops,n.comparators):
            r=s.ev(r,env); t=type(op).__name__
            if isinstance(l,T) or isinstance(r,T):
                if isinstance(l,T) and isinstance(l.val,(int,float)): l=l.val
                if isinstance(r,T) and isinstance(r.val,(int,float)): r=r.val
                if t not in('Is','IsNot') and (isinstance(l,T) or isinstance(r,T)):
                    return T(bcast(l.shape if isinstance(l,T) else (),r.shape if isinstance(r,T) else ()),'bool')
            if isinstance(l,ClsRef) and isinstance(r,ClsRef): eq=l.e is r.e
            elif isinstance(l,Prim) and isinstance(r,Prim): eq=l.n==r.n
            elif isinstance(l,DT) and isinstance(r,DT): eq=l.n==r.n
            elif t in('Is','IsNot'): eq=(l is r) or (isinstance(l,(int,str,bool)) and l==r)
            else: eq=None
            try:
                ok={'Eq':lambda: eq if eq is not None else l==r,'NotEq':lambda: not(eq if eq is not None else l==r),'Is':lambda: eq,'IsNot':lambda: not eq,'Lt':lambda:l<r,'LtE':lambda:l<=r,'Gt':lambda:l>r,'GtE':lambda:l>=r,
                 'In':lambda: s.contains(l,r),'NotIn':lambda: not s.contains(l,r)}[t]()
            except TypeError as e: raise BPError(f'compare {e}')
            if not ok: return False
            l=r
        return True
    def contains(s,x,c):
        if isinstance(c,Mod): return str(x) in c.mods if isinstance(x,str) else any(v is x for v in c.mods.values())
        if isinstance(c,Cfg): return x in c.d
        return x in c
    def e_IfExp(s,n,env): return s.ev(n.body if s.truth(s.ev(n.test,env)) else n.orelse,env)
    def seq(s,n,env):
        r=[]
        for x in n.elts:
            if isinstance(x,ast.Starred): r.extend(s.iter(s.ev(x.value,env)))
            else: r.append(s.ev(x,env))
        return r
    def e_List(s,n,env): return s.seq(n,env)
    def e_Tuple(s,n,env): return tuple(s.seq(n,env))
    def e_Set(s,n,env): return set(s.seq(n,env))
    def e_Dict(s,n,env):
        r={}
        for k,v in zip(n.keys,n.values):
            if k is None: r.update(s.ev(v,env))
            else: r[s.ev(k,env)]=s.ev(v,env)
        return r
    def comp(s,gens,env,f):
        if not gens: f(env); return
        g=gens[0]
        for v in s.iter(s.ev(g.iter,env)):
            e=dict(env); s.assign(g.target,v,e)
            if all(s.truth(s.ev(c,e)) for c in g.ifs): s.comp(gens[1:],e,f)
    def e_ListComp(s,n,env):
        r=[]; s.comp(n.generators,env,lambda e: r.append(s.ev(n.elt,e))); return r
    e_GeneratorExp=e_ListComp
    def e_SetComp(s,n,env): return set(s.e_ListComp(n,env))
    def e_DictComp(s,n,env):
        r={}
        s.comp(n.generators,env,lambda e: r.__setitem__(s.ev(n.key,e),s.ev(n.value,e))); return r
    def e_Lambda(s,n,env): return Fn('lambda',n.args,n.body,env['__unit__'],env=dict(env))
    def e_NamedExpr(s,n,env): v=s.ev(n.value,env); env[n.target.id]=v; return v
    def e_JoinedStr(s,n,env): return ''.join(x.value if isinstance(x,ast.Constant) else format(s.ev(x.value,env),s.ev(x.format_spec,env) if x.format_spec else '') for x in n.values)
    def e_Slice(s,n,env): return slice(*(None if x is None else s.ev(x,env) for x in(n.lower,n.upper,n.step)))
    def e_Subscript(s,n,env):
        o=s.ev(n.value,env); i=s.ev(n.slice,env)
        if isinstance(o,dict):
            if (isinstance(n.value,ast.Name) and n.value.id=='ACT2FN') or (isinstance(n.value,ast.Attribute) and n.value.attr in('ACT2FN','ACT2CLS') and n.value.attr=='ACT2FN'):
                if i not in o: raise BPError(f'activation {i}')
                v=o[i]
                return s.call(v[0],[],v[1]) if isinstance(v,tuple) else s.call(v,[],{})
            if i not in o: raise BPError(f'key {i!r}')
            return o[i]
        if isinstance(o,Mod):
            if isinstance(i,slice): return s.newprim('ModuleList',[list(o.mods.values())[i]],{})
            if isinstance(i,str): return o.mods[i]
            return list(o.mods.values())[i]
        if isinstance(o,T):
            if isinstance(o.val,list) and isinstance(i,int): return T((),o.dtype,val=o.val[i])
            if isinstance(o.val,list) and isinstance(i,slice): return T((len(o.val[i]),),o.dtype,val=o.val[i])
            ii=i if isinstance(i,tuple) else (i,); sh=[]; p=0
            ne=sum(1 for x in ii if x is not None and x is not Ellipsis)
            for x in ii:
                if x is None: sh.append(1)
                elif x is Ellipsis:
                    k=len(o.shape)-ne; sh+=o.shape[p:p+k]; p+=k
                elif isinstance(x,slice): sh.append(len(range(*x.indices(o.shape[p])))); p+=1
                elif isinstance(x,int): p+=1
                elif isinstance(x,T): sh+=list(x.shape); p+=1
                else: raise BPError('tensor index')
            return T(tuple(sh)+tuple(o.shape[p:]),o.dtype)
        if isinstance(o,LayerView):
            return s.layer_cfg(o.c,i)
        if isinstance(o,CfgMap):
            q=s.cat.index['types'].get(i); e=s.cat.find(q,'lib') if q else None
            if e is None: raise BPError('type '+str(i))
            return ClsRef(e)
        if isinstance(o,(list,tuple,str)):
            if isinstance(i,slice): i=slice(*(int(x) if isinstance(x,float) else x for x in(i.start,i.stop,i.step)))
            try: return o[i]
            except (IndexError,TypeError) as e: raise BPError(f'index {e}')
        if isinstance(o,(Native,Prim)) : return o   # typing generics
        raise BPError(f'subscript {type(o).__name__}')
    def tshape(s,v):
        if isinstance(v,T): return v.shape
        if isinstance(v,(list,tuple)):
            if not v: return (0,)
            return (len(v),)+tuple(s.tshape(v[0]) if isinstance(v[0],(list,tuple,T)) else ())
        return ()
    # ------------------------------------------------ entry
    def build(s,cls,config):
        q=s.cat.index['classes'].get(cls)
        if q is None: raise BPError('class not in catalog')
        e=s.cat.find(q,'lib')
        if e.config is None: raise BPError('no config class')
        c=s.mkconfig(s.cat.find(e.config,e.unit),config)
        return s.construct(e,[c],{})
    def dump(s,m):
        mods=[(n,x.cls) for n,x in s.nmods(m)]
        return dict(mods=mods,params=[(n,list(t.shape),t.dtype) for n,t in s.nparams(m)],bufs=[(n,list(t.shape),t.dtype,bool(t.persistent)) for n,t in s.nbufs(m)],tied=getattr(m,'tied',{}),no_split=sorted(getattr(m,'no_split',[])))

# ---------------------------------------------------------------- builtins
class Ty:
    def __init__(s,n): s.n=n
TYPES={n:Ty(n) for n in('Iterable','Sequence','Mapping','Tensor','Callable')}
STRM={'startswith','endswith','split','replace','lower','upper','strip','join','format','rsplit','lstrip','rstrip','isdigit','find','partition','removeprefix','removesuffix'}
DICTM={'get','items','keys','values','pop','update','setdefault','copy','clear','popitem'}
LISTM={'tolist','append','extend','insert','index','pop','copy','reverse','sort','remove','count','clear'}
def b_isinstance(s,a,k):
    v,t=a
    ts=t if isinstance(t,tuple) else (t,)
    for t in ts:
        n=t.n if isinstance(t,(Ty,Prim)) else None
        if isinstance(t,Native): n=getattr(t,'name',None) or next((x for x in BUILTIN if BUILTIN[x] is getattr(t,'impl',None)),None)
        if isinstance(t,PyMod) and t.n=='PreTrainedConfig' and isinstance(v,Cfg): return True
        if isinstance(t,ClsRef):
            if isinstance(v,Cfg) and t.e in s.mro(v.e): return True
            if isinstance(v,Mod) and v.entry and t.e in s.mro(v.entry): return True
        if isinstance(t,Prim):
            if isinstance(v,Mod) and (v.cls==t.n or s.base(v)==t.n or t.n=='Module'): return True
            if t.n=='Parameter' and isinstance(v,T) and v.kind=='param': return True
        if isinstance(t,DT) and isinstance(v,T): return False
        if n in PYT and isinstance(v,PYT[n]): return True
        if n in('Iterable','Sequence') and isinstance(v,(list,tuple,dict,set,str,range)): return True
        if n in('Mapping',) and isinstance(v,dict): return True
        if n=='Tensor' and isinstance(v,T): return True
    return False
PYT={'int':int,'float':float,'str':str,'bool':bool,'list':list,'tuple':tuple,'dict':dict,'set':set}
def b_getattr(s,a,k): return s.getattr(a[0],a[1],*a[2:3]) 
def b_hasattr(s,a,k):
    o=object(); return s.getattr(a[0],a[1],o) is not o
def b_type(s,a,k):
    v=a[0]
    if isinstance(v,Mod): return ClsRef(v.entry) if v.entry else Prim(v.cls)
    if isinstance(v,Cfg): return ClsRef(v.e)
    return Ty(type(v).__name__)
def b_setattr(s,a,k): s.setattr(*a)
def b_delattr(s,a,k):
    o=a[0]
    if isinstance(o,Mod):
        for d in(o.mods,o.params,o.bufs,o.attrs): d.pop(a[1],None)
    elif isinstance(o,Cfg): o.d.pop(s.alias(o.e).get(a[1],a[1]),None)
def b_len(s,a,k):
    v=a[0]
    if isinstance(v,Mod): return len(v.mods)
    if isinstance(v,T): return v.shape[0]
    if isinstance(v,LayerView): return s.cget(v.c,'num_hidden_layers')
    if v is None or isinstance(v,(int,Cfg)): raise BPError('len')
    return len(v)
def fnum(f):
    def g(s,a,k):
        try: return f(*[x.val if isinstance(x,T) and x.val is not None else x for x in a])
        except (TypeError,ValueError) as e: raise BPError(str(e))
    return g
def b_sorted(s,a,k):
    xs=s.iter(a[0]); key=k.get('key')
    return sorted(xs,key=(lambda x: s.call(key,[x],{})) if key else None,reverse=k.get('reverse',False))
def b_minmax(f):
    def g(s,a,k):
        xs=s.iter(a[0]) if len(a)==1 else a
        if not xs and 'default' in k: return k['default']
        try: return f(xs)
        except (TypeError,ValueError) as e: raise BPError(str(e))
    return g
def deepcopy(s,v,memo=None):
    memo={} if memo is None else memo
    if id(v) in memo: return memo[id(v)]
    if isinstance(v,Mod):
        m=Mod(v.cls,v.entry); memo[id(v)]=m
        for d in('mods','params','bufs','attrs'): setattr(m,d,{k:deepcopy(s,x,memo) for k,x in getattr(v,d).items()})
        for x in('tied','no_split'):
            if hasattr(v,x): setattr(m,x,_copy.copy(getattr(v,x)))
        return m
    if isinstance(v,T): t=T(v.shape,v.dtype,v.kind,v.persistent); memo[id(v)]=t; return t
    if isinstance(v,Cfg):
        c=Cfg(v.e); memo[id(v)]=c; c.d={k:deepcopy(s,x,memo) for k,x in v.d.items()}; c.override=_copy.deepcopy(v.override); return c
    if isinstance(v,list): return [deepcopy(s,x,memo) for x in v]
    if isinstance(v,dict): return {k:deepcopy(s,x,memo) for k,x in v.items()}
    return v
def b_copy(s,a,k):
    v=a[0]
    if isinstance(v,Cfg): c=Cfg(v.e); c.d=dict(v.d); c.override=v.override; return c
    if isinstance(v,Mod): return deepcopy(s,v)
    return _copy.copy(v)
def b_partial(s,a,k):
    f=a[0]; return Native(lambda a2,k2: s.call(f,a[1:]+a2,{**k,**k2}))
def b_weight_norm(s,a,k):
    m=a[0]; n=k.get('name',a[1] if len(a)>1 else 'weight'); w=m.params.pop(n); dim=k.get('dim',a[2] if len(a)>2 else 0)
    sh=[1]*len(w.shape)
    if dim is not None: sh[dim]=w.shape[dim]
    g=T(sh,'floating','param'); v=T(w.shape,'floating','param')
    if k.get('__old__'): m.params[n+'_g']=g; m.params[n+'_v']=v; return m
    if 'parametrizations' not in m.mods:
        m.cls='Parametrized'+m.cls; m.mods['parametrizations']=Mod('ModuleDict',None)
    pl=Mod('ParametrizationList',None); pl.mods['0']=Mod('_WeightNorm',None); pl.params['original0']=g; pl.params['original1']=v
    m.mods['parametrizations'].mods[n]=pl; return m
def b_range(s,a,k):
    try: return list(range(*[int(x) if isinstance(x,bool) else x for x in a]))
    except TypeError as e: raise BPError(f'range {e}')
BUILTIN={'int':fnum(int),'float':fnum(float),'str':lambda s,a,k:str(a[0]),'bool':lambda s,a,k:s.truth(a[0]),'len':b_len,'range':b_range,'enumerate':lambda s,a,k:[(i+k.get('start',a[1] if len(a)>1 else 0),x) for i,x in enumerate(s.iter(a[0]))],
 'zip':lambda s,a,k:[tuple(x) for x in zip(*[s.iter(y) for y in a])],'list':lambda s,a,k:list(s.iter(a[0])) if a else [],'tuple':lambda s,a,k:tuple(s.iter(a[0])) if a else (),'set':lambda s,a,k:set(s.iter(a[0])) if a else set(),
 'dict':lambda s,a,k:{**(dict(a[0]) if a else {}),**k},'OrderedDict':lambda s,a,k:{**(dict(a[0]) if a else {}),**k},'min':b_minmax(min),'max':b_minmax(max),'sum':lambda s,a,k:sum(s.iter(a[0]),*a[1:]),'abs':fnum(abs),'round':fnum(round),'any':lambda s,a,k:any(s.truth(x) for x in s.iter(a[0])),'all':lambda s,a,k:all(s.truth(x) for x in s.iter(a[0])),
 'sorted':b_sorted,'reversed':lambda s,a,k:s.iter(a[0])[::-1],'isinstance':b_isinstance,'getattr':b_getattr,'hasattr':b_hasattr,'setattr':b_setattr,'delattr':b_delattr,'type':b_type,'deepcopy':lambda s,a,k:deepcopy(s,a[0]),'copy':b_copy,'partial':b_partial,'map':lambda s,a,k:[s.call(a[0],[x],{}) for x in s.iter(a[1])],'filter':lambda s,a,k:[x for x in s.iter(a[1]) if s.truth(s.call(a[0],[x],{}))],
 'callable':lambda s,a,k:isinstance(a[0],(Fn,Native,ClsRef,Prim)),'next':lambda s,a,k:next(a[0]) if hasattr(a[0],'__next__') else (s.iter(a[0])+list(a[1:]))[0],'iter':lambda s,a,k:s.iter(a[0]),'divmod':lambda s,a,k:divmod(*a),'pow':lambda s,a,k:pow(*a),'repr':lambda s,a,k:repr(a[0]),'issubclass':lambda s,a,k:isinstance(a[0],ClsRef) and isinstance(a[1],ClsRef) and a[1].e in s.mro(a[0].e),'weight_norm':b_weight_norm,'print':lambda s,a,k:None,'defaultdict':lambda s,a,k:{},'slice':lambda s,a,k:slice(*a),'vars':lambda s,a,k:a[0].d}
for _n in list(PYT): TYPES.setdefault(_n,None)
TYPES={k:v for k,v in TYPES.items() if v is not None}
_glob=Interp.glob
def glob2(s,n,u):
    if n in BUILTIN and s.cat.find(n,u) is None:
        f=Native(lambda a,k: BUILTIN[n](s,a,k)); f.name=n; return f
    return _glob(s,n,u)
Interp.glob=glob2
MATHC={'pi':math.pi,'inf':math.inf,'e':math.e}
MATHF={n:fnum(getattr(math,n)) for n in('sqrt','log','log2','log10','isqrt','ceil','floor','exp','cos','sin','pow','gcd','prod','tan','fabs') }
MATHF['prod']=lambda s,a,k: math.prod(s.iter(a[0])) if isinstance(a[0],(list,tuple,T)) else a[0]; MATHF['argsort']=lambda s,a,k: sorted(range(len(a[0])),key=lambda i:a[0][i]); MATHF['linspace']=lambda s,a,k:[a[0]+(a[1]-a[0])*i/max(1,(a[2] if len(a)>2 else k['num'])-1) for i in range(a[2] if len(a)>2 else k['num'])]
MATHF['arange']=lambda s,a,k:list(range(*a)); MATHF['array']=lambda s,a,k:a[0]; MATHF['round']=fnum(round)
MATHF['log2']=fnum(math.log2); MATHF['power']=fnum(pow); MATHF['cumsum']=lambda s,a,k:[sum(a[0][:i+1]) for i in range(len(a[0]))]
MATHF['abs']=fnum(abs);MATHF['minimum']=fnum(min);MATHF['maximum']=fnum(max); MATHF['int32']=fnum(int); MATHF['float32']=fnum(float)
def dt(k,d='floating'): 
    v=k.get('dtype')
    if isinstance(v,Native): return {'bool':'bool','int':'int64','float':'float64'}.get(getattr(v,'name',''),d)
    return v.n if isinstance(v,DT) else d
def shp(s,a,k):
    if 'size' in k: return tup(k['size'],1)
    if len(a)==1 and isinstance(a[0],(list,tuple)): return tuple(a[0])
    return tuple(x for x in a if isinstance(x,int))
def t_arange(s,a,k):
    st,en,sp=(0,a[0] if a else k['end'],1) if len(a)<=1 else (a[0],a[1],a[2] if len(a)>2 else k.get('step',1))
    return T((max(0,math.ceil((en-st)/sp)),),dt(k,'floating' if any(isinstance(x,float) for x in(st,en,sp)) else 'int64'))
def t_tensor(s,a,k):
    v=a[0]
    def leaf(x):
        while isinstance(x,(list,tuple)) and x: x=x[0]
        return x
    l=leaf(v)
    if isinstance(l,T): d=l.dtype
    else: d='bool' if isinstance(l,bool) else 'int64' if isinstance(l,int) else 'floating'
    return T(s.tshape(v),dt(k,d),val=v if not isinstance(v,(list,tuple,T)) else list(v) if isinstance(v,(list,tuple)) and v and all(type(x) in(int,float) for x in v) else None)
def f_pad(a,k):
    t=a[0]; p=a[1]; sh=list(t.shape)
    for i in range(len(p)//2): sh[-1-i]+=p[2*i]+p[2*i+1]
    return T(sh,t.dtype)
def t_lin(s,a,k):
    n=a[2] if len(a)>2 else k['steps']; x,y=float(a[0]),float(a[1]); return T((n,),dt(k),val=[x+(y-x)*i/max(1,n-1) for i in range(n)] if n<5000 else None)
def t_ri(s,a,k):
    d=k.get('dim',a[2] if len(a)>2 else None); sh=list(a[0].shape)
    if d is None: return T((math.prod(sh)*a[1],),a[0].dtype)
    sh[d]*=a[1]; return T(sh,a[0].dtype)
def t_cat(s,a,k):
    xs=s.iter(a[0]); d=a[1] if len(a)>1 else k.get('dim',k.get('axis',0)); sh=list(xs[0].shape); d%=max(1,len(sh))
    sh[d]=sum(x.shape[d] for x in xs); return T(sh,xs[0].dtype)
def t_stack(s,a,k):
    xs=s.iter(a[0]); d=a[1] if len(a)>1 else k.get('dim',0); sh=list(xs[0].shape); d=d%(len(sh)+1); sh.insert(d,len(xs)); return T(sh,xs[0].dtype)
def t_like(d=None): return lambda s,a,k: T(a[0].shape if isinstance(a[0],T) else (),dt(k,d or (a[0].dtype if isinstance(a[0],T) else 'floating')))
def t_full(s,a,k):
    sz=a[0] if a else k['size']; fv=a[1] if len(a)>1 else k.get('fill_value'); return T(tup(sz,1),dt(k,'bool' if isinstance(fv,bool) else 'int64' if isinstance(fv,int) else 'floating'))
def t_mesh(s,a,k):
    xs=a if not isinstance(a[0],(list,tuple)) else a[0]; sh=tuple(x.shape[0] for x in xs)
    if k.get('indexing')=='xy' and len(sh)>1: sh=(sh[1],sh[0])+sh[2:]
    return tuple(T(sh,x.dtype) for x in xs)
def t_bin(d=None): return lambda s,a,k: T(bcast(a[0].shape if isinstance(a[0],T) else (),a[1].shape if len(a)>1 and isinstance(a[1],T) else ()),d or next(x.dtype for x in a if isinstance(x,T)))
_new=lambda s,a,k: T(shp(s,a,k),dt(k))
def t_fl(): return lambda s,a,k: T(a[0].shape,a[0].dtype if a[0].dtype.startswith(('f','b')) and a[0].dtype!='bool' else 'floating') if isinstance(a[0],T) else 0.0
TF={n:_new for n in('zeros','ones','empty','rand','randn')}
TF.update(FloatTensor=lambda s,a,k:T(tuple(a),'float32') if a and all(isinstance(x,int) for x in a) else T(s.tshape(a[0]),'float32'),Tensor=lambda s,a,k:T(tuple(a)) if a and isinstance(a[0],int) else T(s.tshape(a[0]) if a else (0,)),LongTensor=lambda s,a,k:T(tuple(a) if isinstance(a[0],int) else s.tshape(a[0]),'int64'),IntTensor=lambda s,a,k:T(tuple(a) if isinstance(a[0],int) else s.tshape(a[0]),'int32'),arange=t_arange,tensor=t_tensor,as_tensor=t_tensor,cat=t_cat,concat=t_cat,stack=t_stack,full=t_full,meshgrid=t_mesh,
 linspace=t_lin,eye=lambda s,a,k:T((a[0],a[1] if len(a)>1 else a[0]),dt(k)),randint=lambda s,a,k:T(next(x for x in list(a)+list(k.values()) if isinstance(x,(tuple,list))),dt(k,'int64')),normal=lambda s,a,k:T(tup(k['size'] if 'size' in k else a[2],1)) if 'size' in k or len(a)>2 else T(a[0].shape),
 where=lambda s,a,k:T(bcast(a[0].shape,bcast(a[1].shape if isinstance(a[1],T) else (),a[2].shape if isinstance(a[2],T) else ())),a[1].dtype if isinstance(a[1],T) else a[2].dtype if isinstance(a[2],T) else 'floating'),outer=lambda s,a,k:T((a[0].shape[0],a[1].shape[0]),a[0].dtype),einsum=lambda s,a,k:T((a[1].shape[0],a[2].shape[0]),a[1].dtype),
 triu_indices=lambda s,a,k:T((2,0),'int64'),hann_window=lambda s,a,k:T((a[0],)),is_tensor=lambda s,a,k:isinstance(a[0],T),device=lambda s,a,k:a[0],Size=lambda s,a,k:tuple(a[0]),cumsum=t_like(),repeat_interleave=t_ri,sign=t_like(),log2=t_fl(),ceil=t_like(),log10=t_fl(),bitwise_xor=t_bin(),bitwise_or=t_bin(),softmax=t_fl(),get_default_dtype=lambda s,a,k:DT('floating'),
 ones_like=t_like(),zeros_like=t_like(),empty_like=t_like(),rand_like=t_like(),randn_like=t_like(),full_like=t_like(),tril=t_like(),triu=t_like(),exp=t_fl(),log=t_fl(),sin=t_fl(),cos=t_fl(),sqrt=t_fl(),clamp=t_like(),pow=t_bin(),floor=t_like(),abs=t_like(),expm1=t_fl(),inverse=t_fl(),flip=t_like(),round=t_like(),sinc=t_fl(),rsqrt=t_fl(),logspace=lambda s,a,k:T((a[2] if len(a)>2 else k['steps'],),dt(k)),kaiser_window=lambda s,a,k:T((a[0],)),polar=lambda s,a,k:T(a[0].shape,'complex64'),
 unsqueeze=lambda s,a,k:TM['unsqueeze'](s,a[0],a[1:],k),reshape=lambda s,a,k:TM['reshape'](s,a[0],a[1:],k),flatten=lambda s,a,k:TM['flatten'](s,a[0],a[1:],k),transpose=lambda s,a,k:TM['transpose'](s,a[0],a[1:],k),weight_norm=lambda s,a,k:b_weight_norm(s,a,k),weight_norm_old=lambda s,a,k:b_weight_norm(s,a,{**k,'__old__':1}),cumprod=t_like(),clip=t_like(),minimum_=t_like(),tanh=t_fl(),view_as_complex=lambda s,a,k:T(a[0].shape[:-1],'complex64'),view_as_real=lambda s,a,k:T(a[0].shape+(2,),'float32'),squeeze=lambda s,a,k:TM['squeeze'](s,a[0],a[1:],k),no_grad=lambda s,a,k:None,roll=t_like(),diag=lambda s,a,k:T(a[0].shape+a[0].shape if len(a[0].shape)==1 else a[0].shape[:1],a[0].dtype),sum=lambda s,a,k:m_sum(s,a[0],a[1:],k),mean=lambda s,a,k:m_sum(s,a[0],a[1:],k),prod=lambda s,a,k:m_sum(s,a[0],a[1:],k),linalg=None,any=lambda s,a,k:T((),'bool'),square=t_like(),norm=lambda s,a,k:m_sum(s,a[0],[],k),split=lambda s,a,k:m_split(s,a[0],a[1:],k),chunk=lambda s,a,k:m_chunk(s,a[0],a[1:],k),permute=lambda s,a,k:m_perm(s,a[0],a[1:],k),fmod=t_bin(),mul=t_bin(),div=t_bin(),add=t_bin(),bitwise_and=t_bin(),sigmoid=t_fl(),log1p=t_fl(),logical_and=t_bin('bool'),max=t_bin(),maximum=t_bin(),minimum=t_bin(),numel=lambda s,a,k:math.prod(a[0].shape))
def m_view(s,t,a,k):
    if a and isinstance(a[0],DT): return T(t.shape,a[0].n)
    sh=list(a[0]) if len(a)==1 and isinstance(a[0],(list,tuple)) else list(a); n=math.prod(t.shape)
    if -1 in sh:
        i=sh.index(-1); r=math.prod(x for x in sh if x!=-1); sh[i]=n//r if r else 0
    return T(sh,t.dtype)
def m_expand(s,t,a,k):
    sh=list(a[0]) if len(a)==1 and isinstance(a[0],(list,tuple)) else list(a); old=[1]*(len(sh)-len(t.shape))+list(t.shape)
    return T([o if x==-1 else x for x,o in zip(sh,old)],t.dtype)
def m_unsq(s,t,a,k):
    d=a[0] if a else k['dim']; sh=list(t.shape); d=d%(len(sh)+1); sh.insert(d,1); return T(sh,t.dtype)
def m_sq(s,t,a,k):
    sh=list(t.shape)
    if a:
        if sh[a[0]]==1: del sh[a[0]]
    else: sh=[x for x in sh if x!=1]
    return T(sh,t.dtype)
def m_to(s,t,a,k):
    d=next((x.n for x in list(a)+list(k.values()) if isinstance(x,DT)),t.dtype); return T(t.shape,d)
def m_rep(s,t,a,k):
    r=list(a[0]) if len(a)==1 and isinstance(a[0],(list,tuple)) else list(a); sh=[1]*(len(r)-len(t.shape))+list(t.shape); return T([x*y for x,y in zip(sh,r)],t.dtype)
def m_tr(s,t,a,k):
    sh=list(t.shape); i,j=(a[0],a[1]) if len(a)>1 else (k['dim0'],k['dim1']); sh[i],sh[j]=sh[j],sh[i]; return T(sh,t.dtype)
def m_perm(s,t,a,k):
    p=a[0] if len(a)==1 and isinstance(a[0],(list,tuple)) else a; return T([t.shape[i] for i in p],t.dtype)
def m_flat(s,t,a,k):
    i=a[0] if a else k.get('start_dim',0); j=a[1] if len(a)>1 else k.get('end_dim',-1); n=len(t.shape); i%=max(n,1); j%=max(n,1); return T(list(t.shape[:i])+[math.prod(t.shape[i:j+1])]+list(t.shape[j+1:]),t.dtype)
def zeros(sh): return 0.0 if not sh else [zeros(sh[1:]) for _ in range(sh[0])]
def m_split(s,t,a,k):
    n=a[0]; d=a[1] if len(a)>1 else k.get('dim',0); L=t.shape[d]; ns=n if isinstance(n,(list,tuple)) else [min(n,L-i) for i in range(0,L,n)]
    out=[]
    for x in ns: sh=list(t.shape); sh[d]=x; out.append(T(sh,t.dtype))
    return out
def m_chunk(s,t,a,k):
    n=a[0]; d=a[1] if len(a)>1 else k.get('dim',0); sh=list(t.shape); sh[d]=sh[d]//n; return tuple(T(sh,t.dtype) for _ in range(n))
def m_sum(s,t,a,k):
    d=k.get('dim',a[0] if a else None); kd=k.get('keepdim',False)
    if d is None: return T((),t.dtype)
    ds=[x%len(t.shape) for x in tup(d,1)]; return T([1 if i in ds else x for i,x in enumerate(t.shape) if kd or i not in ds],t.dtype)
m_same=lambda s,t,a,k: T(t.shape,t.dtype)
TM={n:m_same for n in 'clone detach contiguous requires_grad_ fill_ uniform_ normal_ zero_ cpu cuda clamp clamp_ mul_ add_ div_ sub_ exp log flip abs floor round masked_fill masked_fill_ copy_ cumsum sin cos sqrt pow neg sub pin_memory tril triu mul add div roll sigmoid rsqrt exp_ log_ ceil trunc_normal_ bernoulli_ type_as softmax fill_diagonal_ t_ flip requires_grad_'.split()}
def m_cumsum(s,t,a,k):
    v=None
    if isinstance(t.val,list):
        v=[];c=0
        for x in t.val: c+=x; v.append(c)
    return T(t.shape,t.dtype,val=v)
TM.update(cumsum=m_cumsum,view=m_view,reshape=m_view,expand=m_expand,unsqueeze=m_unsq,squeeze=m_sq,to=m_to,type=m_to,float=lambda s,t,a,k:T(t.shape,'float32'),long=lambda s,t,a,k:T(t.shape,'int64'),int=lambda s,t,a,k:T(t.shape,'int32'),bool=lambda s,t,a,k:T(t.shape,'bool'),half=lambda s,t,a,k:T(t.shape,'float16'),double=lambda s,t,a,k:T(t.shape,'float64'),repeat=m_rep,transpose=m_tr,permute=m_perm,flatten=m_flat,chunk=m_chunk,size=lambda s,t,a,k:t.shape[a[0]] if a else list(t.shape),dim=lambda s,t,a,k:len(t.shape),numel=lambda s,t,a,k:math.prod(t.shape),item=lambda s,t,a,k:t.val if t.val is not None else 0.0,sum=m_sum,mean=m_sum,tolist=lambda s,t,a,k:t.val if t.val is not None else zeros(t.shape),split=lambda s,t,a,k:m_split(s,t,a,k),std=m_sum,norm=m_sum,prod=m_sum,all=lambda s,t,a,k:T((),'bool'),any=lambda s,t,a,k:T((),'bool'),expand_as=lambda s,t,a,k:T(a[0].shape,t.dtype),t=lambda s,t,a,k:T(t.shape[::-1],t.dtype),repeat_interleave=lambda s,t,a,k:T([x*(a[0]) if i==(k.get('dim',a[1] if len(a)>1 else 0))%len(t.shape) else x for i,x in enumerate(t.shape)],t.dtype),eq=lambda s,t,a,k:T(t.shape,'bool'),new_zeros=lambda s,t,a,k:T(shp(s,a,k),t.dtype),view_as=lambda s,t,a,k:T(a[0].shape,t.dtype),dtype=m_same,unbind=lambda s,t,a,k:s.iter(t),numpy=m_same,argsort=lambda s,t,a,k:T(t.shape,'int64'),max=lambda s,t,a,k:T((),t.dtype),outer=lambda s,t,a,k:T((t.shape[0],a[0].shape[0]),t.dtype))
def _bad(s,n): raise BPError('value-dependent tensor.'+n)
Interp._bad=_bad
def mm_regbuf(s,m,a,k):
    n=a[0] if a else k['name']; t=a[1] if len(a)>1 else k.get('tensor'); p=a[2] if len(a)>2 else k.get('persistent',True)
    m.attrs.pop(n,None); m.bufs[n]=T(t.shape,t.dtype,'buffer',p) if t is not None else None
def mm_regpar(s,m,a,k):
    n=a[0] if a else k['name']; t=a[1] if len(a)>1 else k.get('param'); m.attrs.pop(n,None); m.params[n]=t
def mm_add(s,m,a,k): m.mods[a[0] if a else k['name']]=a[1] if len(a)>1 else k['module']
def mm_ext(s,m,a,k):
    for v in s.iter(a[0]): s.append(m,v)
def mm_ins(s,m,a,k):
    vs=list(m.mods.values()); vs.insert(a[0],a[1]); m.mods={str(i):v for i,v in enumerate(vs)}
MODM={'register_buffer':mm_regbuf,'register_parameter':mm_regpar,'add_module':mm_add,'register_module':mm_add,'append':lambda s,m,a,k:s.append(m,a[0]),'extend':mm_ext,'insert':mm_ins,'items':lambda s,m,a,k:list(m.mods.items()),'values':lambda s,m,a,k:list(m.mods.values()),'keys':lambda s,m,a,k:list(m.mods),'update':lambda s,m,a,k:m.mods.update(a[0].mods if isinstance(a[0],Mod) else a[0]),
 'to':lambda s,m,a,k:m,'requires_grad_':lambda s,m,a,k:m,'eval':lambda s,m,a,k:m,'half':lambda s,m,a,k:m,'float':lambda s,m,a,k:m,'parameters':lambda s,m,a,k:[t for _,t in s.nparams(m)],'named_parameters':lambda s,m,a,k:list(s.nparams(m)),'modules':lambda s,m,a,k:[x for _,x in s.nmods(m)],'named_modules':lambda s,m,a,k:list(s.nmods(m)),'named_children':lambda s,m,a,k:[(n,c) for n,c in m.mods.items() if c is not None],'children':lambda s,m,a,k:[c for c in m.mods.values() if c is not None],'pop':lambda s,m,a,k:m.mods.pop(str(a[0])),'apply':lambda s,m,a,k:m,'post_init':lambda s,m,a,k:None,'get_submodule':lambda s,m,a,k:s.sub(m,a[0]),'get_input_embeddings':lambda s,m,a,k:s.embed(m),'init_weights':lambda s,m,a,k:None,'set_input_embeddings':lambda s,m,a,k:None,'clear':lambda s,m,a,k:m.mods.clear()}
def sub(s,m,p):
    for x in p.split('.'): m=m.mods[x]
    return m
Interp.sub=sub
def embed(s,m): raise BPError('get_input_embeddings')
Interp.embed=embed
if __name__=='__main__':
    import sys
    it=Interp(Catalog(sys.argv[1])); m=it.build(sys.argv[2],json.load(open(sys.argv[3])) if len(sys.argv)>3 else {})
    for n,c in it.nmods(m): print(n,c)
