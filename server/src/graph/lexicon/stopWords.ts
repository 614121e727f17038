const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that carry grammar, not names: a span of these alone is no mention. Normalised. */
export const FUNCTION_WORDS = words(`
  a an the this that these those some any each every all both no not none other another such same own only
  i me my mine we our you your he him his she her hers it its they them their who whom whose which what when where why how
  am is are was were be been being do does did doing done have has had having can could will would shall should may might must
  of in on at by for from to with without into onto over under between among during before after about against through within
  as than then and or but if so because while until upon off out up down there here ever also too very just still yet much many more most
  s t d ll m re ve don doesn didn isn aren wasn weren won wouldn name names named called`);

/** Words that ask: common in questions, and as likely as not part of what is asked; they never start a search for similar or longer names. */
export const QUESTION_WORDS = words(`
  born birth birthplace die died dies death dead kill killed buried live lived lives living work worked works working play played plays playing
  write wrote written writes writer author authored direct directed directs director produce produced produces producer star starred stars starring
  make made makes making create created creates creator found founded founder invent invented inventor discover discovered discovery
  sing sings sang sung singer perform performed performs performer record recorded compose composed composer release released releases publish published publisher
  film films movie movies song songs album albums book books band bands artist artists actor actors actress musician music show series tv television game games
  country countries city cities state states town place places location located capital language languages spoken speak nationality religion
  person people man woman men women kind type types sort genre gender sex profession occupation job position team teams sport
  year years date day time first last new old long big large largest biggest highest number part parts give gives gave given tell find list
  famous known originally come comes came go goes went going get gets got take takes took taken use used uses belong belongs contain contains contained
  win won wins winner award awarded marry married wife husband father mother son daughter child children parent parents brother sister sibling siblings family
  own owned owns owner lead led leader head member members start started begin began end ended happen happened
  company companies organization school university college character characters story title example instance main currently current
  things something thing one two three following follow became become becomes attend attended study studied featured feature features based set call calls`);
