import type { BoilerplateKind } from '../model.ts';

/** Words and whole lines that are not the article's own prose. */
export interface BoilerplateRule {
  readonly kind: BoilerplateKind;
  /** Tried on a line or paragraph of at most 400 characters without its markup. */
  readonly pattern: RegExp;
  /** First six letters of words, one of which a text that matches begins with. */
  readonly opens?: string;
  /** First six letters of words, one of which a text that matches holds. */
  readonly holds?: string;
  /** Characters one of which a text that matches begins with. */
  readonly first?: string;
  /** Signs one of which is in a text that matches. */
  readonly has?: readonly string[];
  /** Most characters of a text that matches. */
  readonly most?: number;
}

/** In the order in which they are tried; the first that matches names the kind. */
export const BOILERPLATE: readonly BoilerplateRule[] = [
  { kind: 'copyright', pattern: /^©/, first: '©' },
  {
    kind: 'copyright',
    pattern: /^(?:\(c\)\s*\d{4}|copyright\b|published under)|\ball rights reserved\b|^reproduction without/i,
    holds: 'c copyri publis rights reprod',
  },
  {
    kind: 'byline',
    pattern:
      /^\(?(?:additional |with )?(?:reporting|reported|writing|written|compiled|edited|editing) (?:and \w+ )?by\b/i,
    holds: 'by',
  },
  {
    kind: 'byline',
    pattern: /\b(?:contributed to this (?:report|story|article)|reported from [\p{Lu}][\p{L} ,]+\.?$)/u,
    holds: 'contri report',
  },
  {
    kind: 'byline',
    pattern: /^(?:—|–|-+)?\s?with (?:additional )?(?:assistance|reporting|files) from\b/i,
    holds: 'from',
  },
  {
    kind: 'byline',
    pattern:
      /^(?:story|words|text|analysis|opinion|photographs|photos|pictures|graphics|illustrations?|updates) by\s+\p{Lu}/iu,
    holds: 'by',
  },
  { kind: 'byline', pattern: /^(?:by|By|BY|By:|From) \p{Lu}[^.!?]{2,80}$/u, opens: 'by from' },
  {
    kind: 'byline',
    pattern:
      /^(?:(?:our|from our|special to the|staff|senior|special) )?(?:staff )?(?:correspondent|reporter|writer)s?(?: in [\p{Lu}][\p{L} ]+)?$/iu,
    holds: 'corres report writer',
  },
  {
    kind: 'byline',
    pattern:
      /^[\p{Lu}][\p{L}'’. -]{2,40}(?:,| \||\s[-–—])\s(?:\p{L}+ ){0,4}(?:reporter|correspondent|editor|writer|journalist|columnist|staff|news|desk|press)\b[^.]{0,40}$/iu,
    holds: 'report corres editor writer journa column staff news desk press',
  },
  {
    kind: 'dateline',
    pattern: /^(?:(?:first )?(?:published|updated|posted|last updated|last modified|issued)\b:?[^.!?]{0,50}\d)/i,
    opens: 'first publis update posted last issued',
  },
  {
    kind: 'dateline',
    pattern:
      /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?,? \d{4}(?:[ ,|·-]+\d{1,2}[:.]\d\d.{0,12})?$/i,
    most: 80,
  },
  {
    kind: 'dateline',
    pattern: /^\d{4}-\d\d-\d\d\b.{0,12}$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$|^\d{1,2}[- ]min(?:ute)?s? read$/i,
    first: '0123456789',
  },
  {
    kind: 'dateline',
    pattern:
      /^\p{Lu}[\p{L} ,./'’-]{2,60}(?:\((?:[A-Z]{2,6}|[\p{L} -]{3,40})\)|, (?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?(?: \d{1,2})?(?:,? \d{4})?(?: ?[,/(].{2,30})?)$/u,
    most: 130,
    has: ['(', ', '],
  },
  {
    kind: 'prompt',
    pattern:
      /^\W*(?:subscribe|sign up|sign in|log in|register|follow (?:us|our|the|bbc|ap)|like us|find us|join (?:us|our|the)|share (?:this|on|via)|download (?:the|our)|click (?:here|to)|tap here|support (?:our|local|us)|donate|become a|get (?:the|our|in touch|more)|contact us|email (?:us|our)|write to us|send (?:us|your)|tell us|leave a (?:comment|reply)|post a comment|have your say|advertisement|sponsored|most (?:read|popular)|listen to|watch(?: live)?:|please (?:sign|share|credit|note)|do you (?:have|know|work)|have you got|are you (?:a|an|affected)|got a (?:story|tip)|catch up|stay up to date|skip to|print this|was this useful|what do you think|looking for more|this page)\b/i,
    opens:
      'subscr sign log regist follow like find join share downlo click tap suppor donate become get contac email write send tell leave post have advert sponso most listen watch please do are got catch stay skip print was what lookin this',
  },
  {
    kind: 'prompt',
    pattern:
      /^[[(*_\W]*(?:read (?:more|also|next)|see also|also read|more on this|related(?: stories| articles| topics)?|more from|topics|tags|filed under|keywords|source|sources|further reading)\b\s*(?::|$|\|)/i,
    opens: 'read see also more relate topics tags filed keywor source furthe',
  },
  {
    kind: 'prompt',
    pattern:
      /\b(?:newsletter|our (?:whatsapp|telegram|facebook|instagram|youtube|sunday|weekly|free|daily)\b|join the conversation|in the comments? (?:section )?below|follow us on|comments are|terms and conditions|whatsapp channel|\d+ comments?\.?$)/i,
    holds: 'newsle our join commen follow terms whatsa',
  },
  {
    kind: 'prompt',
    pattern:
      /^\W*(?:ends|end|enditem|more|for immediate release|press release|editor[’']?s[’']? note|notes to editors|note to editors|media contacts?|contact|continue reading|story continues below|(?:view|show|load) (?:more|all|gallery|comments)|text size|(?:top|latest|trending|recent) (?:stories|news|articles)|trending|sponsored)\W*$|^(?:notes to editors|media contacts?|contact|for (?:more|further) information(?: contact)?|press release|embargoed|about us)\s*[:—-]/i,
    opens:
      'ends end endite more for press editor editors notes note media contac embarg about contin story view show load text top latest trendi recent sponso',
  },
  {
    kind: 'prompt',
    pattern:
      /^(?:[\d+][\d.,]*[km]?\]?\s+)?(?:(?:print|e-?mail|share|shares|tweet|facebook|twitter|linkedin|reddit|digg|pinterest|whatsapp|telegram|messenger|flipboard|rss|copy|link|save|reply|reprints|like|recommend|comments?|bookmark|pdf|page|of|next|previous|enlarge|advertisement|article|\d+|[|·/+])(?:\s+|$))+$/i,
    most: 60,
    opens:
      'print e email share shares tweet facebo twitte linked reddit digg pinter whatsa telegr messen flipbo rss copy link save reply reprin like recomm commen bookma pdf page next previo enlarg advert articl k m',
  },
  {
    kind: 'credit',
    pattern:
      /^(?:(?:via|courtesy of) .{1,40}[^.!?]|(?:ap|afp|reuters|epa|efe|upi|dpa|ansa|xinhua|getty(?: images)?|shutterstock|istock(?:photo)?|alamy|flickr|wikimedia commons|unsplash|associated press|file)(?: (?:photo|image|picture|pool|file))?)$/i,
    opens:
      'via courte ap afp reuter epa efe upi dpa ansa xinhua getty shutte istock alamy flickr wikime unspla associ file',
    most: 60,
  },
  { kind: 'prompt', pattern: /^(?:-30-|#{3,}|\*{3,}|_{3,})$/, first: '-#*_' },
  {
    kind: 'credit',
    pattern:
      /^(?:(?:photo|photograph|picture|image|video|graphic|illustration|file photo)s?(?: credit)?\s*(?::|\/|by\b|courtesy)|credit:)/i,
    opens: 'photo photos photog pictur image images video videos graphi illust file credit',
  },
  {
    kind: 'credit',
    pattern: /^[\p{Lu}][\p{L}'’.-]+(?: [\p{Lu}][\p{L}'’.-]+){0,3}(?:\s?\/\s?|\svia\s)(?:[\p{Lu}][\p{L}'’]*\s?){1,4}$/u,
    has: ['/', ' via '],
  },
  {
    kind: 'caption',
    pattern:
      /(?:^|[\s.(—–-])(?:photo|photograph|picture|image|pic)s?(?: (?:credit|courtesy))?(?::| by) ?[^.]{2,60}\)?\.?$/i,
    holds: 'photo photos photog pictur image images pic pics',
  },
  {
    kind: 'caption',
    pattern: /^(?:pictured|file|caption|above|below|left|right|figure \d+|fig\. ?\d+)\s?[:—–-]\s/i,
    opens: 'pictur file captio above below left right figure fig',
  },
  {
    kind: 'caption',
    pattern:
      /\((?:[\p{Lu}][\p{L}'’.-]+ ){1,4}(?:\p{Lu}[\p{L}.]* )?\/ ?[\p{L} ]+\)?$|\([\p{Lu}][^()]{1,40}\/[\p{Lu}][^()]{1,40}\)?$/u,
    has: ['/'],
  },
];

/** Comment, share and read-on prompts of other languages that stand under English articles. */
export const FOREIGN_PROMPT =
  /^\W*(?:deja tu comentario|deja un comentario|comenta(?:rios|r)?\b|comparte|compartir|s[ií]gu?enos|suscr[ií]b|lea (?:también|además)|leer más|escríbanos|laissez un commentaire|commentez|partage[rz]|abonnez|suivez-nous|lire aussi|à lire|kommentar|kommentieren|teilen|folgen sie|abonnieren|lesen sie|mehr zum thema|deixe (?:o )?seu coment|comente|compartilhe|siga-nos|assine|leia (?:também|mais)|lascia un commento|commenta|condividi|seguici|iscriviti|leggi anche|lees ook|reageer|deel dit|volg ons|abonneer|læs også|les også|läs också|kommentera|dela\b|przeczytaj|czytaj|komentarz|baca juga|komentar|yorum|paylaş|abone)/iu;
