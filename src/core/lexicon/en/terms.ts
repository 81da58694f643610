/** English words around quotation marks that hold nobody's words. Data only. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Nouns for what has a name or a title that may stand in marks: 'the ferry “Agia Thekla”', 'the “Aunties” tape'. */
export const NAMED_THINGS = words(
  `act advert affair album anthem app article award banner ballad band bill blog boat book brand broadcast bulletin campaign
  card cartoon chant chapter character clause club column comedy comic concert course cover dance dish display documentary
  drama drink edition episode essay event exhibit exhibition feature ferry festival film flagship game grade group handle
  hashtag headline hit hymn initiative item journal label law leaflet lecture magazine meme method model motion movie
  musical mural newsletter nickname novel number opera operation page painting pamphlet paper phrase picture piece placard
  plan play podcast poem post poster print production programme program project prize pub publication recording release
  remix report restaurant robot routine rubric sculpture section segment sequel series session ship show sign single
  site sketch slogan software song speech statue story strip study stunt suite symphony system tag talk tape team term
  test text theme theory thriller title tool tour track trailer trilogy tune variety vessel video website webpage word
  words work workshop yacht`,
);

/** Words that tell what an expression means or where it is used. */
export const MEANING_WORDS = words(
  `mean means meant meaning refers referring stands denotes describes described jargon slang parlance lingo terminology word
  term phrase expression euphemism abbreviation acronym translates translated roughly literally`,
);
