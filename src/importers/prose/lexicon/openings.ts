/** Words with which a line opens that says what something does or is like: such a line names no service. */
export const statementOpening =
  /^(?:(?:updates?|creates?|sets?|redirects?|stores?|restarts?|hosts?|hosted|contains?|runs?|runned|ran|only|not|used|uses?|connects?|mails?|backs?|sends?|receives?|accepts?|keeps?|holds?|provides?|serves?|listens?|needs?|allows?|handles?|manages?|collects?|builds?|checks?|monitors?|syncs?|pulls?|pushes|reads?|writes?|does|is|are|was|were|has|have|had|can|should|will|must|may|might|see|e\.g|optionally|copy|such|like|sponsored|previously|formerly|managed|installed|configured|deployed|provisioned|located|owned|paid|ssh|please|note|currently|also|all|most|some|every|each|any|no|if|when|once|after|before|because|since|this|that|these|those|it|they|we|you|i|there|to|for|from|with|in|on|at|by|via|as|an?|the|and|or|but|with|without|being|going|moving|same|requires?|depends|talks?|replicates?|proxies|balances|routes|acts?|exposes?|exports?|generates?|publishes|tracks?|used|scheduled|possible|possibly|optional|soon|new|old|needs|lots|several|many|few|one|two|three|both|ist|sind|wird|wurde|hat|läuft|für|mit|auf|bei|der|die|das|ein|eine|wir|es|nicht|kein|siehe|name|names|owner|contact|role|type|url|port|ip|os|ram|cpu|disk|support|irc|ticket|people|access|status|version|current version)\b)/iu;

/** Words before a name that belong to the sentence, not to the name. */
export const determiners =
  /^(?:(?:a|an|the|our|your|their|its|this|that|these|those|some|various|several|all|both|main|primary|current|new|old|large|small|big|single|dedicated|deprecated|legacy|former|actual|ein|eine|einen|einem|der|die|das|den|dem|unser|unsere|unseren|unserem)\s+)+/iu;

/** Where a noun phrase ends in running text. */
export const phraseEnd =
  /\.(?:\s|$)|[,;:()!?]|\s(?:and|or|that|which|who|where|when|while|for|from|with|without|to|on|in|at|by|via|as|is|are|was|were|has|have|used|using|being|attached|mounted|running|named|called|kept|tested|holding|acting|kept|connected|containing|because|so|but|und|oder|für|mit|auf|bei|von|die|der|das|welche[rs]?)\s|\s[-–—]\s|$/iu;

/** Words behind a product that say which of several it is. */
export const instanceWords =
  /\s+(?:primary|secondary|master|slave|replica|standby|main|server|node|cluster|instance|broker|database|db|brokers|server only|only|pair)$/iu;

/** Beginnings of what stands in a list of software and names none. */
export const notService =
  /^(?:behind|via|through|over|replica|replicas|copy|mirror|(?:hot|cold|warm|streaming|read) ?(?:standby|spare|replica)|standby|spare|primary|secondary|pair|logs? only)\b|\s(?:via|behind|over)\s|\bpair$/iu;
