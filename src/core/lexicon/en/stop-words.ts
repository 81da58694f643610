/** Words that say nothing about a text's subject: function words, and those every news story uses. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above across after afterwards again against ago all almost alone along already also although always am among
  an and another any anybody anyone anything are aren't around as ask asked asking asks at away back be became because
  become becomes been before began begin behind being below best better between beyond big both but by call called came
  can can't cannot come comes could couldn't couple day days did didn't different do does doesn't doing don't done down
  during each early either eight else end enough especially etc even ever every everybody everyone everything far few
  fewer fifth first five for former four fourth from full further gave general generally get gets getting give given
  gives go goes going gone good got great group had half has hasn't have haven't having he he'd he'll he's held help her
  here hers herself high him himself his hold how however i i'd i'll i'm i've if in include included includes including
  indeed inside instead into is isn't it it'd it'll it's its itself just keep kept kind know known large last late later
  latest least left less let let's like likely little long longer look looking lot made main make makes making man many
  may maybe me mean means meanwhile might million more most mostly mr mrs ms much must my myself near nearly need needed
  needs neither never new next night nine no nobody non none nor not nothing now number of off often old on once one
  ones only onto open or order other others our ours ourselves out outside over own part particular particularly past
  people per perhaps place possible put quite rather re real really right said same saw say saying says second see
  seemed seems seen set seven several shall she she'd she'll she's should shouldn't show showed shown shows side since
  six small so some somebody someone something sometimes soon still such sure take taken takes taking tell ten than that
  that's the their theirs them themselves then there there's therefore these they they'd they'll they're they've thing
  things think third this those though thought three through throughout thus time times to today together told tomorrow
  too took toward towards tried try trying turn turned two under until up upon us use used uses using usually very
  want wanted wants was wasn't way ways we we'd we'll we're we've week weeks well went were weren't what what's whatever
  when where whether which while who who's whole whom whose why will with within without woman won't work would
  wouldn't year years yes yesterday yet you you'd you'll you're you've young your yours yourself added according
  monday tuesday wednesday thursday friday saturday sunday dr hundred thousand billion percent per cent`.split(/\s+/),
);
