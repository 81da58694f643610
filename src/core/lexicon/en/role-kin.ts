/** English words for the same roles and kinds of bodies, so that one may stand where another was said. Data only. */

/** What a form of address or a rank in front of a name tells of who bears it, where the word itself differs. */
export const ROLES_OF_TITLES: Readonly<Record<string, string>> = {
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  prof: 'professor',
  dr: 'doctor',
  gen: 'general',
  col: 'colonel',
  maj: 'major',
  capt: 'captain',
  lt: 'lieutenant',
  sgt: 'sergeant',
  cpl: 'corporal',
  adm: 'admiral',
  rev: 'reverend',
  fr: 'father',
  supt: 'superintendent',
  insp: 'inspector',
  det: 'detective',
  cllr: 'councillor',
  justice: 'judge',
  pres: 'president',
  engr: 'engineer',
  mp: 'lawmaker',
};

/** Words that tell nothing of whom they stand for but that it is a person, 'the 61-year-old', or a body. */
export const GENERIC_ROLES: ReadonlySet<string> = new Set(
  'old man woman person boy girl teenager pensioner company firm group organization organisation business outlet'.split(
    ' ',
  ),
);

/** Words of each line may stand for one another; a word may be in several. */
export const ROLE_KIN: readonly string[] = `
  president leader premier chancellor ruler minister head president-elect
  king queen emir sultan monarch ruler prince princess
  senator representative congressman congresswoman lawmaker legislator deputy assemblyman assemblywoman delegate politician
  councillor councilor councilman councilwoman alderman politician
  minister secretary
  candidate nominee hopeful contender challenger incumbent rival billionaire businessman mogul
  judge magistrate
  lawyer attorney counsel barrister advocate solicitor prosecutor
  officer constable sergeant inspector superintendent detective sheriff deputy commissioner trooper corporal investigator
  general colonel major captain lieutenant sergeant corporal admiral commander soldier officer
  professor doctor lecturer researcher scientist scholar academic expert author biologist physicist chemist geologist astronomer
  professor doctor economist analyst expert strategist
  doctor physician surgeon medic vet
  executive boss owner founder president chairman chairwoman chairperson chair director manager head chief entrepreneur
  spokesman spokeswoman spokesperson official
  priest pastor reverend father bishop archbishop cardinal pope pontiff vicar monk venerable
  coach manager boss trainer
  player striker midfielder defender goalkeeper forward winger captain skipper halfback quarterback pitcher star
  author writer novelist poet columnist reporter journalist correspondent editor
  singer musician actor actress star artist composer
  director filmmaker producer
  farmer rancher grower herder
  fisherman captain skipper sailor
  company firm group corporation operator owner manufacturer maker carrier airline retailer inc ltd llc plc corp co holdings
  ministry department government office
  agency bureau authority office service watchdog regulator
  party coalition alliance
  union association federation
  charity foundation trust organization organisation group
  newspaper paper times post herald daily tribune gazette ledger echo journal
  club team
  band group trio quartet ensemble
  orchestra philharmonic symphony
  airline airways airlines air
  airport airports
  court tribunal
  panel committee commission board inquiry
  university college school institute`
  .trim()
  .split('\n')
  .map((line) => line.trim());
