/** English nouns for people and bodies that speak, by what they tell about the speaker. Data only. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** One person. */
export const PERSON_ROLES = words(
  `spokesman spokeswoman spokesperson official leader president minister senator governor mayor source analyst expert critic
  aide adviser advisor prosecutor lawyer attorney judge author writer reporter journalist host anchor moderator pundit
  activist protester voter supporter opponent candidate nominee rival billionaire mogul businessman businesswoman executive
  chief chairman chairwoman chairperson chair director manager strategist consultant pollster economist professor researcher
  scientist doctor physician nurse teacher student resident witness victim mother father son daughter wife husband brother
  sister man woman boy girl friend neighbor neighbour owner worker employee officer soldier general commander ambassador
  diplomat envoy secretary congressman congresswoman lawmaker legislator democrat republican conservative liberal person
  coach player singer actor actress star artist pastor priest bishop pope king queen prince princess lord lady gentleman
  child clerk servant stranger narrator captain colonel sergeant inspector detective veteran member insider observer
  historian skeptic organizer organiser investigator regulator newcomer incumbent hopeful winner runner founder entrepreneur
  farmer fisherman driver pilot engineer architect designer painter composer conductor poet novelist playwright filmmaker
  curator critic reviewer editor columnist correspondent blogger poster user customer client patient visitor passenger
  tenant landlord parent grandmother grandfather aunt uncle cousin widow widower nephew niece baker barber tailor barman
  waiter waitress chef cook guide guard steward referee umpire goalkeeper striker midfielder defender captain skipper trainer
  jockey boxer champion councillor councilor alderman chancellor premier deputy commissioner superintendent constable
  sheriff coroner magistrate notary auditor comptroller treasurer ombudsman rapporteur negotiator mediator delegate
  representative counsel defendant plaintiff suspect teenager pensioner retiree midwife surgeon vet biologist physicist
  chemist geologist astronomer archaeologist ecologist botanist zoologist epidemiologist psychologist sociologist monk nun
  imam rabbi deacon vicar preacher preceptor elder chieftain librarian principal headmaster headteacher dean rector provost
  corporal lieutenant major admiral private gunman bystander onlooker caller voice operator technician mechanic electrician
  plumber carpenter builder trader broker banker investor shareholder buyer seller dealer collector auctioneer halfback
  quarterback pitcher batsman bowler winger prop hooker lock fullback rider cyclist swimmer sprinter skier skater climber
  one another somebody someone anyone everybody everyone nobody neither either aunty shopkeeper bench
  counsellor stallholder landlady housewife bride groom mum dad granny grandma grandpa kid toddler neighbour colleague partner
  president-elect governor-elect mayor-elect newsreader presenter broadcaster producer translator interpreter publisher bookseller conservator forester ranger warden`,
);

/** Bodies, documents and media. */
export const BODY_ROLES = words(
  `company group agency police campaign report statement committee commission department ministry government administration
  office bureau council party union bank paper newspaper article study survey poll team network channel website site magazine
  editorial letter memo email document filing lawsuit complaint ruling order bill law text tweet post ad video court firm
  tank foundation institute university association organization organisation coalition charity museum school hospital
  authority operator corporation airline airport port club league federation embassy parliament congress senate assembly
  cabinet army navy force regulator watchdog airline retailer manufacturer carrier publisher brewery bakery label family
  board panel jury tribunal inquiry release prospectus brochure notice sign summary logbook entry record guidelines manual
  contract plaque inscription leaflet poster headline caption obituary review blog page account station studio theatre
  theater gallery orchestra band city town village municipality county state country nation kingdom republic church diocese
  mosque synagogue monastery`,
);

/** More than one of them. */
export const PLURAL_ROLES = words(
  `officials leaders authorities prosecutors lawyers attorneys critics aides advisers sources analysts experts supporters
  opponents voters activists protesters residents witnesses researchers scientists doctors nurses teachers students parents
  workers employees officers soldiers diplomats lawmakers legislators democrats republicans conservatives liberals people
  men women members others insiders observers historians skeptics detractors organizers organisers investigators regulators
  executives economists managers neighbors neighbours friends users fans players farmers fishermen visitors customers
  journalists reporters spokesmen companies agencies ministries campaigners groups documents records documents papers media
  reports emails police ministers senators governors judges some many both`,
);

/** Titles before names; abbreviations without their period. */
export const TITLES = words(
  `president vice sen senator rep representative gov governor mr mrs ms miss dr prof professor sir lord lady dame king queen
  prince princess pope secretary minister prime chancellor mayor judge justice gen general col colonel maj major capt captain
  lt lieutenant sgt sergeant cpl corporal adm admiral rev reverend father sister brother bishop archbishop cardinal rabbi
  imam sheikh chairman chairwoman chief director attorney ambassador detective officer sheriff coach former republican
  democrat democratic premier deputy congressman congresswoman commissioner superintendent inspector constable doctor
  mx hon datuk seri dato tan sri executive managing head acting assistant associate senior finance foreign interior defense
  defence lawmaker analyst economist spokesman spokeswoman spokesperson president-elect candidate returning opposition party
  leader author singer actor director manager striker defender goalkeeper midfielder boss magistrate coroner engr barrister
  chef count countess baron baroness duke duchess emir sultan venerable`,
);

export const MALE_NOUNS = words(
  `man boy husband father brother son gentleman actor spokesman congressman king prince businessman chairman mr sir lord
  uncle nephew grandfather widower fisherman barman waiter priest pope monk steward policeman duke baron count councilman`,
);
export const FEMALE_NOUNS = words(
  `woman girl wife mother sister daughter lady actress spokeswoman congresswoman queen princess businesswoman chairwoman mrs
  ms miss dame aunt niece grandmother widow waitress nun midwife policewoman duchess baroness countess councilwoman madam`,
);
