/** English words by which reported speech without quotation marks is told. Data only. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Verbs behind which a clause is what someone said, with 'that' or without: 'she said the bridge was safe'. */
export const BARE_REPORTING_VERBS = words(
  `say tell add claim argue insist warn admit suggest maintain acknowledge concede estimate allege assert explain note
  stress confirm declare reply complain joke swear vow promise pledge recall testify write tweet hint boast contend
  conclude predict remark announce inform remind assure quip report state repeat reckon rule reveal disclose`,
);

/** Verbs behind which it is so only with 'that': 'the court ruled that …'. */
export const THAT_REPORTING_VERBS = words(
  `accept advise affirm ask agree answer brag caution clarify comment confess counter elaborate emphasise emphasize forecast
  indicate inquire lament request mention notify observe opine post proclaim propose protest reaffirm reassure recommend reiterate
  rejoin relate respond retort signal speculate submit underline underscore urge demand find decide hold
  counsel expound posit venture email text message blog publish`,
);

/** Verbs that name whom one speaks to before what one says: 'told the council that …', 'warned drivers that …'. */
export const ADDRESSING_VERBS = words('tell inform remind assure reassure notify warn advise caution promise text');

/** Forms of verbs that make what stands behind a verb of saying a clause, but for those in -ed. */
export const FINITE_VERBS = words(
  `is are was were am has have had will would can could may might must shall should do does did isn’t aren’t wasn’t
  weren’t hasn’t haven’t hadn’t won’t wouldn’t can’t cannot couldn’t don’t doesn’t didn’t isn't aren't wasn't weren't
  hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't shouldn't shouldn’t became began bought broke
  brought built came caught chose cost cut drew drove ended fell felt fled flew fought found gave got grew held hit kept
  knew laid led left lent let lost made meant met paid put ran rose said sank sat saw sent set shook shot showed sold
  spent split spoke spread stole stood struck swept took taught thought told took understood tore went withdrew ate bore beat bent bound bled blew bred burnt chose clung crept dealt dug drank fed flung forgot forgave froze ground hid hung kept learnt leapt lit meant overcame rang rode rose sang shut slept slid sought spelt spun sprang swam swore swung threw wept wove woke won wore
  wrote takes makes goes comes means needs wants gives remains costs owes runs lacks holds stands helps faces works seems
  plans expects hopes believes knows thinks shows deserves depends requires keeps gets continues`,
);

/** Words that ask, suppose or deny what is said: nothing is reported behind them. */
export const UNREPORTED_BEHIND = words(
  'if whether unless what whatever who whom whose which how why where than that like lest without should had were whoever',
);

/** Words between a subject and its verb of saying that take back that anything was said, or put it off. */
export const UNSAID = words(
  `not n't n’t never no hardly neither nor to would could might may should can must will cannot rarely seldom ever if
  without refused declined failed wants wanted`,
);

/** Subjects who say nothing in particular, and the writer's own. */
export const NO_SPEAKERS = words(
  'nobody no none neither i you we who whoever anyone anybody one everyone everybody few',
);

/** Prepositions that open a phrase of time or place behind a verb of saying: 'said on Monday', 'said in a statement'. */
export const ADJUNCT_PREPOSITIONS = words(
  'on in at during by through via from to of about after before outside for with over near',
);

/** Nouns of time behind 'this' and 'last'. */
export const TIME_NOUNS = words(
  'week month year time morning afternoon evening night weekend spring summer autumn winter',
);

/** Words of time that stand there without a preposition: 'said Friday', 'said last week', 'said earlier'. */
export const ADJUNCT_WORDS = words(
  `monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow earlier later afterwards
  afterward here recently morning afternoon evening night once again also then late early publicly separately
  privately simply meanwhile however bluntly`,
);

/** Words that open a clause of the narrator behind 'he said': 'he said when asked', 'she said as she left'. */
export const NARRATION_OPENERS = words(
  'when as after before while during because though although who which where with',
);

/** First words of a clause that only sets the scene for a saying: 'When he came home, Reed said.' */
export const SCENE_OPENERS = words('when as after while before asked once until speaking since where');

/** Nouns for what has words in it, as sources behind 'according to'. */
export const WRITTEN_SOURCES = words(
  `report reports study studies survey surveys poll polls statement statements document documents data figures statistics
  record records filing filings analysis estimate estimates notice release complaint indictment affidavit article
  newspaper letter email emails lawsuit transcript research media sources accounts findings minutes log list forecast
  forecasts papers testimony website paper bulletin audit review census plan brief index agency`,
);
