/** English verbs and nouns that report speech. Data only; forms are made by `verbForms`. */

/** Verbs that report words: 'said'. */
export const SPEECH_VERBS =
  `say tell add ask write tweet reply respond explain argue note insist admit acknowledge claim
announce declare state warn suggest assert continue conclude recall remark comment report testify quip joke shout
exclaim deny confirm concede caution contend maintain observe predict promise pledge vow stress emphasize emphasise
underline underscore reiterate repeat retort counter lament complain boast brag opine muse wonder posit hint disclose
reveal affirm allege advise urge demand plead clarify elaborate recount relate interject murmur mutter whisper yell
scream cry bark snap growl grumble sigh laugh chuckle proclaim quote cite assure reassure remind inform notify accuse
blast rant gush implore beg apologize apologise agree counsel instruct inquire enquire protest remonstrate venture
persist resume begin stammer read publish post blog estimate forecast reckon summarize summarise joke text email
message remember fume shrug signal indicate mention propose interrupt answer caption tease sum underline
recommend submit swear confess scoff deadpan charge rejoin inveigh expound`
    .trim()
    .split(/\s+/);

/** Verbs that may report words but often do something else: 'called', 'dismissed'. */
export const WEAK_VERBS = `call describe label characterize characterise criticize criticise denounce condemn praise
defend dismiss mock attack dub brand portray depict refer hail decry deride ridicule bemoan reject welcome express voice
think believe feel hope want know see find consider view fear expect decide realize realise learn plan favor favour
support oppose back endorse blame credit cast paint frame deem term use discuss address detail outline present offer
appeal invoke talk speak hear understand mean require threaten compare liken suspect doubt like worry regret seek show
issue release deliver lash hammer knock point press push put rule attribute vote sign accept thank list define restate
berate slam rip tout rail compliment commend applaud salute cheer congratulate raise give make pronounce hold order
ask suggest record log speculate pen sing chant name rate judge assess pan dedicate invite encourage greet`
  .trim()
  .split(/\s+/);

/** Forms that English does not make by rule, past tense and participle first. */
export const IRREGULAR_FORMS: Readonly<Record<string, string>> = {
  say: 'said says saying',
  tell: 'told tells telling',
  write: 'wrote written writes writing',
  think: 'thought thinks thinking',
  speak: 'spoke spoken speaks speaking',
  swear: 'swore sworn swears swearing',
  hold: 'held holds holding',
  know: 'knew known knows knowing',
  read: 'read reads reading',
  put: 'put puts putting',
  begin: 'began begun begins beginning',
  sing: 'sang sung sings singing',
  see: 'saw seen sees seeing',
  find: 'found finds finding',
  feel: 'felt feels feeling',
  hear: 'heard hears hearing',
  mean: 'meant means meaning',
  understand: 'understood understands understanding',
  cast: 'cast casts casting',
  forecast: 'forecast forecasts forecasting',
  seek: 'sought seeks seeking',
  show: 'showed shown shows showing',
  give: 'gave given gives giving',
  make: 'made makes making',
  rule: 'ruled rules ruling',
  plead: 'pleaded pled pleads pleading',
  quip: 'quipped quips quipping',
  admit: 'admitted admits admitting',
  brag: 'bragged brags bragging',
  slam: 'slammed slams slamming',
  rip: 'ripped rips ripping',
  snap: 'snapped snaps snapping',
  blog: 'blogged blogs blogging',
  sum: 'summed sums summing',
  dub: 'dubbed dubs dubbing',
  beg: 'begged begs begging',
  shrug: 'shrugged shrugs shrugging',
  submit: 'submitted submits submitting',
  refer: 'referred refers referring',
  plan: 'planned plans planning',
  pan: 'panned pans panning',
  pen: 'penned pens penning',
  log: 'logged logs logging',
  vow: 'vowed vows vowing',
};

/** Forms of cue verbs that are nouns or prepositions as often: no cue after an article or a preposition. */
export const AMBIGUOUS_FORMS: ReadonlySet<string> = new Set(
  `like back backs read reads found post posts project charge charges order orders question answer answers signal view views
  plan plans hope hopes fear fears cast point points press push use uses laugh laughs state states claim claims report
  reports comment comments note notes demand demands promise promises pledge pledges cry cries estimate estimates present
  address detail details offer offers saw see sees list lists remark remarks request appeal appeals attack attacks vote
  votes talk talks doubt doubts show shows issue issues release releases judge judges name names mention quote quotes text
  texts email emails message messages tweet tweets caption forecast forecasts support sign signs hold holds rule rules term
  terms frame brand label labels record records log logs pen thanks credit blame sighs shrugs sing pan rate rates raise`
    .trim()
    .split(/\s+/),
);

/** Nouns for what someone says: 'Novak’s claim that …', 'in a statement'. */
export const SPEECH_NOUNS: ReadonlySet<string> = new Set(
  `claim claims assertion assertions statement statements remark remarks comment comments suggestion suggestions call calls
  promise promises vow declaration argument arguments insistence accusation accusations description pledge pledges warning
  warnings admission tweet tweets words contention allegation allegations view views belief opinion criticism response
  answer reply reference references message slogan speech proposal plan praise demand demands letter essay column report
  op-ed post posts characterization characterisation charge explanation confession complaint complaints prediction advice
  question quip motto mantra phrase line verdict ruling email memo note testimony interview address vision
  denunciation condemnation appeal plea insult boast joke`
    .trim()
    .split(/\s+/),
);

/** Verbs whose subject may follow them after a quote: '“…,” said Reed'. The rest take an object there. */
export const NOT_INVERTED: ReadonlySet<string> = new Set(
  `tell inform remind assure reassure notify accuse urge call describe label criticize criticise praise dismiss attack
  blame use make give see find find want hope think believe know hold raise show issue release refer`
    .trim()
    .split(/\s+/),
);

/** Verbs by which a speaker judges or names something in words of his own: 'called it the “biggest mistake”'. */
export const JUDGING_VERBS: ReadonlySet<string> = new Set(
  `call label describe characterize characterise dub brand deem term denounce condemn dismiss hail decry deride ridicule
  criticize criticise praise depict portray paint cast mock blast slam laud liken compare refer`
    .trim()
    .split(/\s+/),
);
