/** Buildings and rooms in which machines stand: a capitalised name beside one is that of a site. Sources of patterns. */
export const buildings: readonly string[] = [
  '[Ss]erver ?rooms?',
  '[Mm]achine rooms?',
  '[Dd]ata ?[Cc]ent(?:er|re)',
  '[Hh]ead ?office',
  '[Hh]eadquarters',
  '[Oo]ffices?',
  '[Dd]epots?',
  '[Pp]lants?',
  '[Ff]actory',
  '[Ww]arehouses?',
  '[Bb]uildings?',
  '[Bb]asement',
  '[Cc]ellar',
  '[Bb]ranch(?: office)?',
  '[Cc]ampus',
  '[Ss]erverraum',
  '[Rr]echenzentrum',
  '[Ss]tandort',
  '[Bb]üro',
  '[Cc]abinet',
  '[Rr]acks?',
];

/** Capitalised words beside a building that name no place. */
export const notSites =
  /^(?:The|Our|This|That|Each|Every|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Case|Order|Use|New|Old|Main|Second|First|Head|Microsoft|Google|Open|Libre|Production|Staging|Back|Front|IT|Data|Server|Disaster|Winter|Summer)$/u;
